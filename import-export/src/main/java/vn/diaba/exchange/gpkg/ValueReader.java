package vn.diaba.exchange.gpkg;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.Decimals;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.text.TextIntake;

/**
 * SQLite keeps any value in any column; this makes of each what its column's declared type says, or text and an issue.
 * Confined to one thread.
 */
final class ValueReader {
    private final String file;
    private final TextIntake texts;
    private final IssueLog issues;
    private final Set<String> saidOnce = new HashSet<>();

    ValueReader(String file, TextIntake texts, IssueLog issues) {
        this.file = file;
        this.texts = texts;
        this.issues = issues;
    }

    /** The type a column's declaration means (GeoPackage 1.1.1.1.3, and what other programs write). */
    static ColumnType type(String declared) {
        String head = declared.toUpperCase(Locale.ROOT).replaceFirst("[^A-Z].*", "");
        return switch (head) {
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT" -> ColumnType.INTEGER;
            case "FLOAT", "DOUBLE", "REAL", "NUMERIC", "DECIMAL" -> ColumnType.DECIMAL;
            case "DATE" -> ColumnType.DATE;
            case "DATETIME", "TIMESTAMP" -> ColumnType.DATETIME;
            case "BLOB" -> ColumnType.BINARY;
            default -> ColumnType.TEXT;
        };
    }

    /** The value of a column as its type wants it. */
    @Nullable
    Object value(Object raw, Column column, long record) {
        Optional<Object> fitting =
                switch (column.type()) {
                    case TEXT -> Optional.of(texts.read(text(raw), column.name(), record));
                    case INTEGER -> whole(raw).map(each -> each);
                    case DECIMAL -> decimal(raw).map(each -> each);
                    case BOOLEAN ->
                        whole(raw).filter(each -> each == 0 || each == 1).map(each -> each == 1);
                    case DATE -> date(raw).map(each -> each);
                    case DATETIME -> dateTime(raw, column.name()).map(each -> each);
                    case BINARY -> Optional.of(raw).filter(each -> each instanceof byte[]);
                };
        if (fitting.isPresent()) {
            return fitting.get();
        }
        String text = text(raw);
        issues.add(Issue.ofFile("value-not-of-type", Severity.WARNING, file, column.name(), text)
                .atRecord(record));
        return text;
    }

    private static String text(Object raw) {
        return raw instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : raw.toString();
    }

    private static Optional<Long> whole(Object raw) {
        if (raw instanceof Double real) {
            return real == Math.rint(real) && Math.abs(real) < 1e15 ? Optional.of(real.longValue()) : Optional.empty();
        }
        return raw instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(Object raw) {
        if (raw instanceof Double real) {
            return Double.isFinite(real) ? Optional.of(BigDecimal.valueOf(real)) : Optional.empty();
        }
        return raw instanceof Number number
                ? Optional.of(BigDecimal.valueOf(number.longValue()))
                : raw instanceof String text ? Decimals.parse(text.strip()) : Optional.empty();
    }

    private static Optional<LocalDate> date(Object raw) {
        try {
            return raw instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException expected) {
            return Optional.empty();
        }
    }

    /** The standard's form has a Z; without one it means the same, and is reported once a column. */
    private Optional<OffsetDateTime> dateTime(Object raw, String column) {
        if (!(raw instanceof String)) {
            return Optional.empty();
        }
        String text = raw.toString().strip().replaceFirst("^([0-9-]{10}) ", "$1T");
        if (text.endsWith("Z")) {
            try {
                return Optional.of(OffsetDateTime.parse(text));
            } catch (DateTimeException expected) {
                return Optional.empty();
            }
        }
        try {
            OffsetDateTime read = text.matches(".*[+-][0-9]{2}:[0-9]{2}$")
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
            if (saidOnce.add(column)) {
                issues.add(Issue.ofFile("date-time-not-conforming", Severity.INFO, file, column, raw.toString()));
            }
            return Optional.of(read);
        } catch (DateTimeException expected) {
            return Optional.empty();
        }
    }
}
