package vn.diaba.store.log;

import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.AddedLand;
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
}
