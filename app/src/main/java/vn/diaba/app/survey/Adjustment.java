package vn.diaba.app.survey;

import vn.diaba.cadastre.traverse.TraverseMethod;

/** How what does not close is spread. */
enum Adjustment {
    /** Not at all. */
    NONE(TraverseMethod.NONE, "none"),
    /** By the lengths of the legs. */
    COMPASS(TraverseMethod.COMPASS, "compass"),
    /** By their eastings and northings. */
    TRANSIT(TraverseMethod.TRANSIT, "transit"),
    /** All measurements together, by their standard deviations. */
    LEAST_SQUARES(TraverseMethod.NONE, "least squares");

    private final TraverseMethod method;
    private final String written;

    Adjustment(TraverseMethod method, String written) {
        this.method = method;
        this.written = written;
    }

    /** How the traverse itself is computed. */
    TraverseMethod method() {
        return method;
    }

    /** As written into the record of a point. */
    String written() {
        return written;
    }
}
