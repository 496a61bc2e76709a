package vn.diaba.cadastre.model;

/**
 * What is known of a side; one record for both neighbours. Immutable.
 *
 * @param lineKind the map layer the line is drawn on: 10 parcel boundary, 21 railway limit, 23 road limit, 31 bank,
 *     32 canal, 38 foot of dyke, 61 boundary per the papers
 * @param along what it runs along ("wall", "hedge"), "" when unknown
 * @param wallOf whose wall it is, "" when unknown
 * @param agreement whether the neighbours agree
 * @param further what a newer version of the program knows
 */
public record SideFacts(int lineKind, String along, String wallOf, Agreement agreement, Further further) {
    /** A plain parcel boundary of which nothing more is known. */
    public static final SideFacts PLAIN = new SideFacts(10, "", "", Agreement.UNKNOWN);

    /** Facts without anything newer. */
    public SideFacts(int lineKind, String along, String wallOf, Agreement agreement) {
        this(lineKind, along, wallOf, agreement, Further.NONE);
    }

    /** What the neighbours say of the line. */
    public enum Agreement {
        /** Not asked. */
        UNKNOWN,
        /** Both agree. */
        AGREED,
        /** At least one does not. */
        REFUSED
    }
}
