package vn.diaba.cadastre.change;

/** Where a change set comes from. */
public enum Origin {
    /** A person at this workstation. */
    SURVEYOR,
    /** A file. */
    IMPORT,
    /** The central land database, by sync. */
    LAND_DATABASE
}
