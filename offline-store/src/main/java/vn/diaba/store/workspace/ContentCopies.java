package vn.diaba.store.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.diaba.store.backup.BackupReader;
import vn.diaba.store.content.Copies;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.PersonCipher;

/**
 * Contents as the backups of a workspace have them: those in its own folder first, then those on the stick. Immutable.
 *
 * @param folder of the workspace
 * @param file says which workspace it is
 * @param cipher opens its backups
 */
record ContentCopies(Path folder, WorkspaceFile file, PersonCipher cipher) implements Copies {
    private static final Logger LOG = Logger.getLogger(ContentCopies.class.getName());

    @Override
    public boolean offer(String sha256, Path beside, Taker taker) throws StoreException {
        Path own = folder.resolve(Opening.BACKUPS);
        List<Path> places = new ArrayList<>(List.of(own));
        new StickFile(own)
                .read()
                .filter(WorkspaceBackups.Stick::isThere)
                .ifPresent(stick -> places.add(WorkspaceBackups.onStick(stick.folder(), file)));
        for (Path place : places) {
            try {
                if (BackupReader.takeShared(place, Opening.contentName(sha256), cipher, beside)
                        && taker.isGood(beside)) {
                    return true;
                }
            } catch (StoreException e) {
                LOG.log(Level.WARNING, e.code() + ": the copy of " + sha256 + " is of no use", e);
            }
        }
        return false;
    }
}
