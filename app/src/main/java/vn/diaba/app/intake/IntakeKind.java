package vn.diaba.app.intake;

/** What a file is read as. */
public enum IntakeKind {
    /** Parcels of polygons. */
    PARCELS,
    /** Map objects by their level. */
    OBJECTS,
    /** Survey points of a list or a total station's file. */
    POINTS
}
