package vn.diaba.cadastre.edit;

import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;

/** Where journaled acts are read again, to undo them. */
@FunctionalInterface
public interface ActSource {
    /**
     * The act with an id, whole.
     *
     * @throws JournalException if it cannot be read
     */
    ChangeSet act(UUID id) throws JournalException;
}
