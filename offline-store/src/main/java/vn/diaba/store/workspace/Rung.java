package vn.diaba.store.workspace;

/** How far down its ladder the opening of a workspace had to go. */
public enum Rung {
    /** The tables opened as they were. */
    OPENED,
    /** The tables could not be used and were recovered row by row, then brought up to the journal. */
    RECOVERED,
    /** The tables were made again from the journal; what the journal does not hold is of the last backup. */
    FROM_BACKUP,
    /** The tables were made again from the journal alone: there is no backup. */
    FROM_JOURNAL
}
