package vn.diaba.cadastre.traverse;

/** How the misclose of a traverse is spread. Where a closing angle was measured, its misclose goes to the angles evenly first. */
public enum TraverseMethod {
    /** Not at all: coordinates as measured. */
    NONE,
    /** By the lengths of the legs (Bowditch): angles and distances are equally good. */
    COMPASS,
    /** By the legs' eastings and northings, each for itself: angles are better than distances. */
    TRANSIT
}
