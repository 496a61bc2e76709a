package vn.diaba.cadastre.model;

/** What stands against changing a parcel. */
public enum ParcelState {
    /** Nothing. */
    NORMAL,
    /** Somebody disputes it (tranh chấp). */
    DISPUTED,
    /** An authority forbids changes (ngăn chặn). */
    FROZEN,
    /** It secures a loan (thế chấp). */
    MORTGAGED
}
