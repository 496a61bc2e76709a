package vn.diaba.exchange.shp;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.Decimals;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.text.Mojibake;
import vn.diaba.exchange.text.TextEncoding;

/** The records of a dBase table as values. Confined to one thread. */
final class DbfRows implements AutoCloseable {
    private static final int LONGEST_WHOLE_NUMBER = 18;

    private final FileWindow file;
    private final DbfHeader header;
    private final IssueLog issues;
    private final TextEncoding[] encodings;
    private final List<Column> columns;
    private final byte[] record;
    private final Set<String> saidOnce = new HashSet<>();

    /**
     * Opens a table: reads its head and, once, all its texts to find their encoding.
     *
     * @param codePageFile text of the .cpg; empty when there is none
     */
    DbfRows(FileWindow file, ReadOptions options, String codePageFile, IssueLog issues) throws ImportException {
        this.file = file;
        this.issues = issues;
        header = DbfHeader.read(file);
        record = new byte[header.recordBytes()];
        DbfEncoding encoding = new DbfEncoding(file, header, issues);
        encoding.decide(options, codePageFile);
        encodings = encoding.byField();
        columns = columns(encoding.names());
        if (encoding.deleted() > 0) {
            issues.add(Issue.ofFile("records-deleted", Severity.INFO, file.name(), encoding.deleted()));
        }
    }

    List<Column> columns() {
        return columns;
    }

    long count() {
        return header.records();
    }

    /** Values of a record by index; null when it is marked as deleted. */
    @Nullable
    Object @Nullable [] values(long index) throws ImportException {
        file.at(header.offset(index), record.length).get(record);
        if (record[0] == '*') {
            return null;
        }
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(i, index + 1);
        }
        return values;
    }

    /** Where a text ends in its field: before padding blanks, at the first NUL. */
    static int textEnd(byte[] record, DbfHeader.Field field) {
        int end = field.offset();
        int limit = end + field.length();
        while (end < limit && record[end] != 0) {
            end++;
        }
        while (end > field.offset() && record[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    private @Nullable Object value(int index, long number) {
        DbfHeader.Field field = header.fields().get(index);
        int from = field.offset();
        switch (field.type()) {
            case 'N':
            case 'F':
                return number(index, number);
            case 'L':
                return truth(index, number);
            case 'D':
                return date(index, number);
            case 'I', '+':
                return field.length() == 4 ? (Object) (long) binary(from, 4).getInt() : null;
            case 'O', 'B':
                return field.length() == 8 ? real(binary(from, 8).getDouble()) : null;
            case 'M', 'G', 'P':
                once("memo-not-read", columns.get(index).name());
                return null;
            default:
                return text(index, number);
        }
    }

    private ByteBuffer binary(int from, int length) {
        return ByteBuffer.wrap(record, from, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static @Nullable Object real(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value) : null;
    }

    private @Nullable String text(int index, long number) {
        DbfHeader.Field field = header.fields().get(index);
        int from = field.offset();
        int end = textEnd(record, field);
        if (end == from) {
            return null;
        }
        TextEncoding encoding = encodings[index];
        int cut = end == from + field.length() ? encoding.cutBytes(record, from, end) : 0;
        String text = encoding.decode(record, from, end - cut);
        if (cut > 0) {
            issues.add(valueIssue("text-cut", Severity.WARNING, index, text).atRecord(number));
        }
        if (text.indexOf('\uFFFD') >= 0) {
            issues.add(valueIssue("text-not-decodable", Severity.WARNING, index, text)
                    .atRecord(number));
        }
        Optional<String> repaired = Mojibake.repaired(text);
        if (repaired.isPresent()) {
            issues.add(Issue.ofFile(
                            "text-mojibake",
                            Severity.WARNING,
                            file.name(),
                            columns.get(index).name(),
                            text,
                            repaired.get())
                    .atRecord(number));
        }
        return text.isEmpty() ? null : text;
    }

    private String ascii(DbfHeader.Field field) {
        int end = textEnd(record, field);
        return new String(record, field.offset(), end - field.offset(), StandardCharsets.ISO_8859_1).strip();
    }

    private @Nullable Object number(int index, long number) {
        DbfHeader.Field field = header.fields().get(index);
        String text = ascii(field);
        if (text.isEmpty()) {
            return null;
        }
        if (text.charAt(0) == '*') {
            once("stars-read-as-null", columns.get(index).name());
            return null;
        }
        if (text.indexOf(',') >= 0 && text.indexOf('.') < 0) {
            once("decimal-comma", columns.get(index).name());
            text = text.replace(',', '.');
        }
        Optional<BigDecimal> decimal = Decimals.parse(text);
        if (decimal.isPresent() && columns.get(index).type() == ColumnType.DECIMAL) {
            return decimal.get();
        }
        if (decimal.isPresent()
                && decimal.get().stripTrailingZeros().scale() <= 0
                && text.length() <= LONGEST_WHOLE_NUMBER + 1) {
            return decimal.get().longValue();
        }
        return unfitting(index, text, number);
    }

    private @Nullable Object truth(int index, long number) {
        String text = ascii(header.fields().get(index)).toUpperCase(Locale.ROOT);
        if (text.isEmpty() || text.equals("?")) {
            return null;
        }
        boolean yes = text.equals("T") || text.equals("Y") || text.equals("1");
        return yes || text.equals("F") || text.equals("N") || text.equals("0") ? yes : unfitting(index, text, number);
    }

    private @Nullable Object date(int index, long number) {
        String text = ascii(header.fields().get(index));
        if (text.isEmpty() || text.equals("00000000")) {
            return null;
        }
        try {
            return text.matches("[0-9]{8}")
                    ? LocalDate.of(
                            Integer.parseInt(text.substring(0, 4)),
                            Integer.parseInt(text.substring(4, 6)),
                            Integer.parseInt(text.substring(6)))
                    : unfitting(index, text, number);
        } catch (DateTimeException expected) {
            return unfitting(index, text, number);
        }
    }

    private String unfitting(int index, String text, long number) {
        issues.add(
                valueIssue("value-not-of-type", Severity.WARNING, index, text).atRecord(number));
        return text;
    }

    private Issue valueIssue(String code, Severity severity, int index, String text) {
        return Issue.ofFile(code, severity, file.name(), columns.get(index).name(), text);
    }

    private void once(String code, String column) {
        if (saidOnce.add(code + column)) {
            issues.add(Issue.ofFile(code, Severity.WARNING, file.name(), column));
        }
    }

    private List<Column> columns(TextEncoding names) {
        List<Column> out = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (DbfHeader.Field field : header.fields()) {
            String stated = names.decode(field.name(), 0, field.name().length).strip();
            String base = stated.isEmpty() ? "column" : stated;
            String name = base;
            for (int k = 2; !taken.add(name); k++) {
                name = base + "_" + k;
            }
            if (!name.equals(stated)) {
                issues.add(Issue.ofFile("column-renamed", Severity.WARNING, file.name(), stated, name));
            }
            out.add(new Column(name, type(field), field.length(), Math.min(field.decimals(), field.length())));
        }
        return List.copyOf(out);
    }

    private static ColumnType type(DbfHeader.Field field) {
        switch (field.type()) {
            case 'N':
                return field.decimals() == 0 && field.length() <= LONGEST_WHOLE_NUMBER
                        ? ColumnType.INTEGER
                        : ColumnType.DECIMAL;
            case 'F', 'O', 'B':
                return ColumnType.DECIMAL;
            case 'I', '+':
                return ColumnType.INTEGER;
            case 'L':
                return ColumnType.BOOLEAN;
            case 'D':
                return ColumnType.DATE;
            default:
                return ColumnType.TEXT;
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
