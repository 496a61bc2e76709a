package vn.diaba.cadastre.edit;

import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;

/** Where edits are made to last. The session appends before it applies: what the map shows is on disk. */
public interface EditJournal {
    /**
     * Makes an act last.
     *
     * @param act the act, stamped; it starts from the land of the last append
     * @throws JournalException if it could not be made to last; nothing of it is kept then. When the method returns, the
     *     act survives a crash and a loss of power
     */
    void append(ChangeSet act) throws JournalException;

    /**
     * The same, for a journal that keeps the land: it need not apply the act again, and both hold one copy.
     *
     * @param before the land the act starts from
     * @param after what the act makes of it
     * @throws JournalException if it could not be made to last; nothing of it is kept then
     */
    default void append(ChangeSet act, Fabric before, Fabric after) throws JournalException {
        append(act);
    }
}
