package vn.diaba.exchange.shp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.Row;

/**
 * Writes a dBase table in two steps: rows go to a spool as text, then, when the widest value of each field is known, to
 * the table. So no value is cut that a field could hold, and no field is wider than its values. Confined to one thread.
 */
final class DbfSpool implements AutoCloseable {
    /** Bytes a text field can have. */
    private static final int WIDEST_TEXT = 254;
    /** Characters of a number that all readers take; shapelib writes no wider ones. */
    private static final int WIDEST_NUMBER = 24;

    private static final int MOST_DECIMALS = 15;
    private static final int NULL = 0xFFFF;

    private final String file;
    private final List<Column> columns;
    private final List<String> names;
    private final IssueLog issues;
    private final Path spool;
    private final DataOutputStream out;
    private final int[] width;
    private final int[] wholeDigits;
    private final int[] decimals;
    private final boolean[] asText;
    private long rows;

    DbfSpool(String file, List<Column> columns, Path spool, IssueLog issues) throws IOException {
        this.file = file;
        this.columns = columns;
        this.issues = issues;
        this.spool = spool;
        names = DbfNames.of(columns.stream().map(Column::name).toList());
        width = new int[columns.size()];
        wholeDigits = new int[columns.size()];
        decimals = new int[columns.size()];
        asText = new boolean[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            prepare(i, columns.get(i));
        }
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(spool), 1 << 16));
    }

    private void prepare(int i, Column column) {
        boolean number = column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
        asText[i] = column.type() == ColumnType.TEXT || column.type() == ColumnType.DATETIME;
        decimals[i] = column.type() == ColumnType.DECIMAL ? Math.min(column.decimals(), MOST_DECIMALS) : 0;
        width[i] = Math.max(1, Math.min(column.width(), number ? WIDEST_NUMBER : asText[i] ? WIDEST_TEXT : 1));
        if (!names.get(i).equals(column.name())) {
            issues.add(Issue.ofFile("column-renamed", Severity.WARNING, file, column.name(), names.get(i)));
        }
        if (column.type() == ColumnType.BINARY) {
            issues.add(Issue.ofFile("column-left-out", Severity.WARNING, file, column.name()));
        }
    }

    void add(Row row) throws IOException {
        rows++;
        for (int i = 0; i < columns.size(); i++) {
            byte[] text = bytes(i, row);
            out.writeShort(text == null ? NULL : text.length);
            if (text != null) {
                out.write(text);
            }
        }
    }

    private byte @Nullable [] bytes(int i, Row row) {
        Object value = row.value(i);
        if (value == null || value instanceof byte[]) {
            return null;
        }
        String text = text(columns.get(i).type(), value, row.text(i));
        boolean fits = fits(columns.get(i).type(), value);
        asText[i] |= !fits;
        if (value instanceof BigDecimal number && fits) {
            wholeDigits[i] = Math.max(wholeDigits[i], number.precision() - number.scale() + 1);
            decimals[i] = Math.max(decimals[i], Math.min(number.scale(), MOST_DECIMALS));
        }
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        if (all.length > WIDEST_TEXT) {
            int end = WIDEST_TEXT;
            while ((all[end] & 0xC0) == 0x80) {
                end--;
            }
            issues.add(Issue.ofFile(
                            "value-cut", Severity.WARNING, file, columns.get(i).name(), text.length(), text)
                    .atRecord(rows));
            all = Arrays.copyOf(all, end);
        }
        width[i] = Math.max(width[i], all.length);
        return all;
    }

    private static boolean fits(ColumnType type, Object value) {
        return switch (type) {
            case INTEGER -> value instanceof Long;
            case DECIMAL -> value instanceof BigDecimal number && number.precision() - number.scale() < WIDEST_NUMBER;
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate date && date.getYear() >= 0 && date.getYear() <= 9999;
            default -> true;
        };
    }

    private static String text(ColumnType type, Object value, @Nullable String plain) {
        if (value instanceof Boolean yes && type == ColumnType.BOOLEAN) {
            return yes ? "T" : "F";
        }
        return value instanceof LocalDate date && type == ColumnType.DATE
                ? date.format(DateTimeFormatter.BASIC_ISO_DATE)
                : String.valueOf(plain);
    }

    /** Writes the table from the spool. */
    void finish(Path dbf) throws IOException {
        out.close();
        int[] size = new int[columns.size()];
        int record = 1;
        for (int i = 0; i < size.length; i++) {
            size[i] = isLeftOut(i) ? 0 : size(i);
            record += size[i];
        }
        if (record > 0xFFFF) {
            throw new IOException("a record of " + record + " bytes is more than a dBase table holds");
        }
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(dbf), 1 << 16);
                DataInputStream from =
                        new DataInputStream(new BufferedInputStream(Files.newInputStream(spool), 1 << 16))) {
            writeHead(to, size, record);
            byte[] line = new byte[record];
            for (long row = 1; row <= rows; row++) {
                Arrays.fill(line, (byte) ' ');
                int at = 1;
                for (int i = 0; i < size.length; i++) {
                    int length = from.readUnsignedShort();
                    byte[] text = length == NULL ? null : from.readNBytes(length);
                    if (size[i] > 0) {
                        put(i, text, ByteBuffer.wrap(line, at, size[i]), row);
                    }
                    at += size[i];
                }
                to.write(line);
            }
            to.write(0x1A);
        }
    }

    private boolean isLeftOut(int i) {
        return columns.get(i).type() == ColumnType.BINARY;
    }

    private int size(int i) {
        if (asText[i]) {
            return Math.max(width[i], 1);
        }
        return switch (columns.get(i).type()) {
            case BOOLEAN -> 1;
            case DATE -> 8;
            case DECIMAL -> {
                int whole = Math.max(wholeDigits[i], 2);
                decimals[i] = Math.min(decimals[i], Math.max(0, WIDEST_NUMBER - whole - 1));
                yield Math.max(whole + 1 + decimals[i], Math.min(width[i], WIDEST_NUMBER));
            }
            default -> width[i];
        };
    }

    private void put(int i, byte @Nullable [] text, ByteBuffer place, long row) {
        ColumnType type = columns.get(i).type();
        boolean number = !asText[i] && (type == ColumnType.INTEGER || type == ColumnType.DECIMAL);
        if (text == null) {
            if (!asText[i] && type == ColumnType.BOOLEAN) {
                place.put((byte) '?');
            }
            return;
        }
        byte[] bytes = text;
        if (number && type == ColumnType.DECIMAL) {
            BigDecimal exact = new BigDecimal(new String(text, StandardCharsets.US_ASCII));
            BigDecimal rounded = exact.setScale(decimals[i], RoundingMode.HALF_UP);
            if (rounded.compareTo(exact) != 0) {
                issues.add(Issue.ofFile(
                                "value-rounded",
                                Severity.WARNING,
                                file,
                                columns.get(i).name(),
                                exact.toString(),
                                rounded.toPlainString())
                        .atRecord(row));
            }
            bytes = rounded.toPlainString().getBytes(StandardCharsets.US_ASCII);
        }
        if (number) {
            place.position(place.position() + Math.max(0, place.remaining() - bytes.length));
        }
        place.put(bytes, 0, Math.min(bytes.length, place.remaining()));
    }

    private void writeHead(OutputStream to, int[] size, int record) throws IOException {
        int fields = (int) Arrays.stream(size).filter(each -> each > 0).count();
        ByteBuffer head = ByteBuffer.allocate(33 + 32 * fields).order(ByteOrder.LITTLE_ENDIAN);
        // A fixed date, the one GDAL writes too: the same table gives the same bytes.
        head.put((byte) 3).put((byte) 95).put((byte) 7).put((byte) 26);
        head.putInt((int) rows)
                .putShort((short) head.capacity())
                .putShort((short) record)
                .position(32);
        for (int i = 0; i < size.length; i++) {
            if (size[i] > 0) {
                int start = head.position();
                head.put(names.get(i).getBytes(StandardCharsets.US_ASCII)).put(start + 11, (byte) letter(i));
                head.put(start + 16, (byte) size[i]);
                boolean decimal = !asText[i] && columns.get(i).type() == ColumnType.DECIMAL;
                head.put(start + 17, (byte) (decimal ? decimals[i] : 0));
                head.position(start + 32);
            }
        }
        to.write(head.put((byte) 0x0D).array());
    }

    private char letter(int i) {
        if (asText[i]) {
            return 'C';
        }
        return switch (columns.get(i).type()) {
            case INTEGER, DECIMAL -> 'N';
            case BOOLEAN -> 'L';
            case DATE -> 'D';
            default -> 'C';
        };
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(spool);
    }
}
