package vn.diaba.store.log;

import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.fabric.FabricStore;

/**
 * How the tables follow the journal: an act, its entry and its note in one transaction. Confined to {@link ChangeLog}.
 *
 * @param noted up to which act the tables have taken notes
 */
record Following(
        LocalDatabase database,
        FabricStore store,
        GenerationFiles files,
        ChangeLog.Notes notes,
        ViewedLand view,
        long noted) {
    /** Brings an act into the tables, which are as of the one before it; the land is as of the act. */
    void follow(ChangeSet act, LogRecord record, Journal.Place place, Fabric land)
            throws StoreException, CodecException {
        if (record.kind() == LogRecord.Kind.ADD_GENERATION && act.changes() instanceof AddedLand added) {
            store.generations().write(database, added, act.id());
        }
        UUID imported = record.kind() == LogRecord.Kind.CHANGES ? null : record.importId();
        AddedLand whole = imported == null
                ? null
                : act.changes() instanceof AddedLand added ? added : files.read(imported, record.sha256());
        database.write(connection -> {
            if (imported == null || whole == null) {
                store.apply(act, land, connection);
            } else {
                boolean there = record.kind() != LogRecord.Kind.DROP_GENERATION;
                if (there) {
                    store.generations().show(connection, imported);
                } else {
                    store.generations().hide(connection, imported, whole);
                }
                store.sides(connection, whole.land(), there);
            }
            LogTables.insert(connection, act, act.changes().size(), place);
            if (record.note().length > 0 && place.sequence() > noted) {
                notes.take(connection, record.note());
            }
            return true;
        });
        if (imported != null) {
            view.wear();
            database.checkpoint();
            database.forgetPages();
        }
    }
}
