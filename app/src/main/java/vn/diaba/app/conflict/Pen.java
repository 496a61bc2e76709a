package vn.diaba.app.conflict;

/** What a conflict is drawn with: a canvas of the window or a picture. In pixels, y downwards. Confined to one thread. */
public interface Pen {
    /** A straight line in the manner of a version. */
    void line(Version version, double x1, double y1, double x2, double y2);

    /** The mark of a node: a ring for the base, a square for mine, a diamond for theirs. */
    void mark(Version version, double x, double y, double radius);

    /** A filled box with a fine edge, for words to stand on. */
    void box(double x, double y, double width, double height);

    /** Words, their left end at x, their middle at y, in a colour given as for {@link Version#rgb}. */
    void text(String text, double x, double y, int rgb);

    /** How wide words are. */
    double widthOf(String text);
}
