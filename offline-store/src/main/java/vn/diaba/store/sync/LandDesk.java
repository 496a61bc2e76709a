package vn.diaba.store.sync;

import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;

/** The one who may change the land: the workstation's edit session. Implementations are safe. */
public interface LandDesk {
    /** The land now. */
    Fabric fabric();

    /**
     * Takes over what came from the land database: journals it and applies it without judging.
     *
     * @return false when something the change set touches was edited since it was planned; nothing was done then
     */
    boolean merge(ChangeSet fromLandDatabase) throws JournalException;
}
