package vn.diaba.store.fault;

/** Places at which a workstation's process may end. */
enum CrashPoint {
    /** Nothing of an edit is written. */
    BEFORE_JOURNAL,
    /** Half of an edit's record is written. */
    MID_JOURNAL,
    /** The edit is in the journal and not in the tables. */
    AFTER_JOURNAL,
    /** The edit is saved. */
    AFTER_COMMIT,
    /** A change set is marked as offered and not sent. */
    BEFORE_SEND,
    /** A push is under way. */
    AFTER_SEND,
    /** The verdict is here and not noted. */
    BEFORE_MARK,
    /** The cursor is read, nothing asked. */
    BEFORE_PULL,
    /** A page is here, nothing of it taken. */
    MID_PAGE,
    /** Half of a merge's record is written. */
    MID_MERGE,
    /** A merge is in the journal with its cursor and not in the tables. */
    AFTER_MERGE_JOURNAL,
    /** A page is merged in memory, nothing of it written. */
    BEFORE_MERGE_JOURNAL
}
