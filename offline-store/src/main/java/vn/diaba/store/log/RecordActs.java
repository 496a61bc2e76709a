package vn.diaba.store.log;

import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;

/** Acts from the records of a journal and the packed files beside it. Confined to one thread. */
record RecordActs(GenerationFiles files, PersonCipher cipher) {
    static RecordActs of(ChangeLog.Setting setting) {
        GenerationFiles files =
                new GenerationFiles(setting.folder(), setting.cipher(), setting.guard(), setting.channels());
        return new RecordActs(files, setting.cipher());
    }

    ChangeSet of(LogRecord record) throws StoreException, CodecException, KeyException {
        if (record.kind() == LogRecord.Kind.CHANGES) {
            return record.act(cipher);
        }
        AddedLand added = files.read(record.importId(), record.sha256());
        boolean drops = record.kind() == LogRecord.Kind.DROP_GENERATION;
        return record.act(cipher, drops ? added.inverse() : added);
    }

    /**
     * The land that all records of a journal give, without any table.
     *
     * @throws StoreException {@code journal-damaged} with the place, {@code journal-unreadable}
     */
    static Fabric fold(ChangeLog.Setting setting) throws StoreException {
        RecordActs acts = of(setting);
        Fabric[] land = {Fabric.empty()};
        try (Journal journal = Journal.open(setting.journal(), 0)) {
            journal.visit(0, (place, payload) -> {
                try {
                    land[0] = land[0].apply(acts.of(LogRecord.of(payload)));
                } catch (CodecException | KeyException | IllegalArgumentException e) {
                    throw new StoreException(
                            "journal-damaged", java.util.List.of("", place.position(), place.sequence()), e);
                }
            });
        }
        return land[0];
    }
}
