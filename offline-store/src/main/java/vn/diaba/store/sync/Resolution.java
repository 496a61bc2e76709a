package vn.diaba.store.sync;

/** What becomes of the parts of an object that both sides changed differently. */
public enum Resolution {
    /** This workspace's values go to the land database. */
    KEEP_MINE,
    /** The land database's values come here. */
    TAKE_THEIRS,
    /** The values here stay until somebody decides; nothing of them is sent. */
    ASK
}
