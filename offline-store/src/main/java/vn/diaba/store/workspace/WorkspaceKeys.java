package vn.diaba.store.workspace;

import java.nio.file.Path;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.WorkspaceLock;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.KeyRing;
import vn.diaba.store.key.Keys;
import vn.diaba.store.key.OfficeKey;

/** How the key of a workspace nobody has open is kept, and ways to keep it otherwise. Stateless. */
public final class WorkspaceKeys {
    private WorkspaceKeys() {}

    /**
     * How a workspace's key is kept. Immutable.
     *
     * @param underPassphrase whether a passphrase opens it; else it lies in the profile of the user who made it
     * @param office fingerprint of the recovery key that opens it too; "" when none does
     * @param isHere whether this user can open it now
     */
    public record Kept(boolean underPassphrase, String office, boolean isHere) {}

    /**
     * Tells how a key is kept; changes nothing.
     *
     * @throws StoreException {@code not-a-workspace}, {@code workspace-damaged}
     */
    public static Kept look(Path folder, Keys keys) throws StoreException {
        WorkspaceFile file = WorkspaceFile.read(folder);
        boolean isHere = true;
        try {
            new KeyRing(keys).find(file.key(), file.id());
        } catch (KeyException e) {
            isHere = false;
        }
        return new Kept(!file.key().wrapped().isEmpty(), file.key().fingerprint(), isHere);
    }

    /**
     * Wraps a workspace's key for the office as well.
     *
     * @throws StoreException {@code workspace-in-use} …
     * @throws KeyException as for opening; nothing was written
     */
    public static void addOffice(Path folder, Keys keys, OfficeKey office) throws StoreException, KeyException {
        change(folder, file -> file.withKey(new KeyRing(keys).addOffice(file.key(), file.id(), office)));
    }

    /**
     * Keeps a workspace's key as these keys say: under their passphrase, or in the profile when they have none.
     *
     * @param before what opens it now
     */
    public static void keep(Path folder, Keys before, Keys now) throws StoreException, KeyException {
        change(folder, file -> {
            KeyRing.Reference kept = new KeyRing(now).keep(new KeyRing(before).find(file.key(), file.id()), file.id());
            String office = kept.office().isEmpty() ? file.key().office() : kept.office();
            return file.withKey(new KeyRing.Reference(kept.check(), kept.wrapped(), office));
        });
    }

    /**
     * Opens the key of a workspace from another machine with the office's recovery key, and keeps it for this user.
     *
     * @throws KeyException {@code office-key-not-set}, {@code office-key-other}, {@code key-wrong}; nothing was written
     */
    public static void recover(Path folder, Keys keys, OfficeKey office) throws StoreException, KeyException {
        change(folder, file -> file.withKey(new KeyRing(keys).recover(file.key(), file.id(), office)));
    }

    /** A new way to the key. */
    private interface Step {
        WorkspaceFile on(WorkspaceFile file) throws KeyException;
    }

    private static void change(Path folder, Step step) throws StoreException, KeyException {
        WorkspaceFile file = WorkspaceFile.read(folder);
        WorkspaceLock held = Opening.lock(folder, Surroundings.real());
        try {
            step.on(file).write(folder, Channels.REAL);
        } finally {
            held.close();
        }
    }
}
