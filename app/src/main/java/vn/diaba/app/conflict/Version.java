package vn.diaba.app.conflict;

/** The three values of what is in conflict, and how each is drawn. */
public enum Version {
    /** What both started from: grey, dashed. */
    BASE(0x6b7785, 2.2, 9, 6),
    /** As it is here: blue, solid. */
    MINE(0x1864ab, 2.8),
    /** As the land database has it: orange, dotted. */
    THEIRS(0xe8590c, 2.8, 3, 5);

    private final int rgb;
    private final double widthPx;
    private final double[] dashesPx;

    Version(int rgb, double widthPx, double... dashesPx) {
        this.rgb = rgb;
        this.widthPx = widthPx;
        this.dashesPx = dashesPx;
    }

    /** Its colour, red, green, blue from the highest byte. */
    public int rgb() {
        return rgb;
    }

    /** How broad its lines are. */
    public double widthPx() {
        return widthPx;
    }

    /** Lengths of dashes and gaps; none for a solid line. */
    public double[] dashesPx() {
        return dashesPx.clone();
    }
}
