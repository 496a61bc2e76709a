package vn.diaba.app.survey;

/**
 * A row of a traverse as typed. Immutable.
 *
 * @param to name of the point reached
 * @param isBearing whether the angle is a bearing, not the angle against the point before
 * @param angle as typed; a quadrant bearing ({@code N45-30E}) is one whatever is said
 * @param distance as typed, of an arc along it
 * @param radius as typed, "" for a straight leg
 */
record LegText(String to, boolean isBearing, String angle, String distance, String radius) {
    /** A row nobody has typed into. */
    static final LegText BLANK = new LegText("", false, "", "", "");

    /** Whether nothing is typed. */
    boolean isBlank() {
        return (to + angle + distance + radius).isBlank();
    }

    /** The row as one text, for the record of the measurement. */
    String raw() {
        return (to + " " + (isBearing ? "PV " : "") + angle + " " + distance + (radius.isBlank() ? "" : " R " + radius))
                .strip();
    }
}
