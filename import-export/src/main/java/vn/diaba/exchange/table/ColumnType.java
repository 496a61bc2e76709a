package vn.diaba.exchange.table;

/** What a column holds; each constant names the Java type of its values in a {@link Row}. */
public enum ColumnType {
    /** {@link String}, composed (NFC), without trailing blanks; never empty where the format has nulls. */
    TEXT,
    /** {@link Long}. */
    INTEGER,
    /** {@link java.math.BigDecimal} with the digits of the file, so that an area of 245.80 stays 245.80. */
    DECIMAL,
    /** {@link Boolean}. */
    BOOLEAN,
    /** {@link java.time.LocalDate}. */
    DATE,
    /** {@link java.time.OffsetDateTime}. */
    DATETIME,
    /** {@code byte[]}, not shared with anyone. */
    BINARY
}
