package vn.diaba.cadastre.division;

/** Where the legal areas of parts come from; the officer chooses. */
public enum LegalShare {
    /** The parent's legal area shared in proportion to the surveyed areas, to the tenth, by largest remainder. */
    PRORATED,
    /** The surveyed areas as they are printed; they need not sum to the parent's legal area. */
    SURVEYED
}
