package vn.diaba.cadastre.edit;

import vn.diaba.cadastre.change.ChangeSet;

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
}
