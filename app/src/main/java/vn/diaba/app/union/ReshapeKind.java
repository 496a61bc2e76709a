package vn.diaba.app.union;

import vn.diaba.cadastre.union.Terms;

/** The edits by which land passes between parcels, or begins or ends to be a parcel's. */
public enum ReshapeKind {
    /** A part of the first parcel goes to the second. */
    ANNEX("annex-land", new Needs(2, 2, Gesture.LINE), Terms.Identity.RENEWED),
    /** A line replaces the boundary of neighbours. */
    ADJUST("adjust-boundary", new Needs(2, 40, Gesture.LINE), Terms.Identity.KEPT),
    /** A ring is cut out of the inside of a parcel. */
    CUT_HOLE("cut-hole", new Needs(1, 1, Gesture.RING), Terms.Identity.RENEWED),
    /** Ground that nobody has becomes a parcel's, or a parcel. */
    FILL_HOLE("fill-hole", new Needs(0, 1, Gesture.PLACE), Terms.Identity.KEPT),
    /** A face of the second parcel goes to the first. */
    ADD_PART("add-part", new Needs(2, 2, Gesture.PLACE), Terms.Identity.KEPT),
    /** A face of a parcel becomes a parcel of its own, or nobody's. */
    REMOVE_PART("remove-part", new Needs(1, 1, Gesture.PLACE), Terms.Identity.KEPT),
    /** The pieces of a road become one parcel. */
    DISSOLVE("dissolve-road", new Needs(1, 1, Gesture.NONE), Terms.Identity.RENEWED),
    /** A parcel ends without a successor. */
    RETIRE("retire-parcel", new Needs(1, 1, Gesture.NONE), Terms.Identity.KEPT);

    /** What is drawn on the map. */
    enum Gesture {
        /** An open line. */
        LINE,
        /** A closed one. */
        RING,
        /** One place. */
        PLACE,
        /** Nothing. */
        NONE
    }

    /** What it is done with: how many parcels, what drawn. */
    record Needs(int least, int most, Gesture gesture) {}

    private final String code;
    private final Needs needs;
    private final Terms.Identity usual;

    ReshapeKind(String code, Needs needs, Terms.Identity usual) {
        this.code = code;
        this.needs = needs;
        this.usual = usual;
    }

    /** Code of its name, also the label of its act. */
    public String code() {
        return code;
    }

    Needs needs() {
        return needs;
    }

    /** What becomes of the parcels' numbers unless somebody says otherwise. */
    Terms.Identity usual() {
        return usual;
    }

    /** Whether it is asked what becomes of the parcels' numbers. */
    boolean asksIdentity() {
        return this != DISSOLVE && this != RETIRE;
    }

    /** Whether it is asked where legal areas come from. */
    boolean asksLegal() {
        return this != RETIRE;
    }

    /** Code of its one further question; "" for none. */
    String flag() {
        return switch (this) {
            case CUT_HOLE -> "reshape-filled";
            case FILL_HOLE -> "reshape-own-parcel";
            case REMOVE_PART -> "reshape-begins";
            case DISSOLVE -> "merge-straight";
            default -> "";
        };
    }

    /** The answer to that question unless somebody says otherwise. */
    boolean usualFlag() {
        return this == CUT_HOLE || this == REMOVE_PART;
    }

    /** Whether it looks at more land than what is selected, so that it is not planned on the window's thread. */
    boolean looksFar() {
        return this == FILL_HOLE || this == DISSOLVE;
    }
}
