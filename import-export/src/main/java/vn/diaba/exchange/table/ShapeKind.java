package vn.diaba.exchange.table;

/** What the coordinates of a {@link RawShape} make. */
public enum ShapeKind {
    /** One or more points. */
    POINTS,
    /** One or more lines. */
    LINES,
    /** One or more polygons. */
    POLYGONS
}
