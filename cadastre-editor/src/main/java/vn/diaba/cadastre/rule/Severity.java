package vn.diaba.cadastre.rule;

/** How much a violation weighs; an office may change it for each rule. */
public enum Severity {
    /** Must not be brought into the land; hand-in and push refuse it when it is new. */
    ERROR,
    /** Should be looked at. */
    WARNING,
    /** Good to know. */
    INFORMATION
}
