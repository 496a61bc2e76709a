package vn.diaba.cadastre.model;

/** The two coverages kept side by side; corners are shared inside one, never between them. */
public enum ParcelSet {
    /** Land as it lies (hiện trạng). */
    SURVEYED,
    /** Land as the papers have it (theo giấy tờ). */
    LEGAL
}
