package vn.diaba.store.workspace;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.diaba.cadastre.edit.EditJournal;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.content.ContentStore;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.WorkspaceLock;
import vn.diaba.store.key.DataKey;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.KeyRing;
import vn.diaba.store.key.Keys;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.log.LogTables;
import vn.diaba.store.sync.SyncStore;

/**
 * An open workspace: its land, its journal, its log, its outbox. One process at a time holds it. Safe: calls of its parts
 * wait for each other; it is closed once, by the one who opened it.
 */
public final class WorkspaceStore implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(WorkspaceStore.class.getName());

    private final Path folder;
    private final WorkspaceFile file;
    private final WorkspaceLock lock;
    private final LocalDatabase database;
    private final ChangeLog log;
    private final SyncStore sync;
    private final Opening.Opened opened;
    private final LandFile land;
    private final WorkspaceBackups backups;
    private final ContentStore contents;
    private final boolean removable;
    private final PersonCipher cipher;

    private WorkspaceStore(Opening opening, Opening.Opened opened, WorkspaceLock lock) {
        folder = opening.folder();
        file = opening.file();
        land = opening.land();
        this.lock = lock;
        this.opened = opened;
        removable = opening.around().guard().isRemovable(folder);
        cipher = opening.cipher();
        contents = opening.contents();
        database = opened.database();
        log = opened.log();
        sync = new SyncStore(database, log, opening.cipher(), opening.around().clock());
        backups = new WorkspaceBackups(opening, database, log);
    }

    /**
     * Makes a workspace in a folder that is missing or empty, and opens it.
     *
     * @throws StoreException {@code folder-not-empty}, {@code disk-not-local}, {@code disk-full}, {@code
     *     workspace-not-writable} …; no workspace is left then
     * @throws KeyException {@code key-not-kept}
     */
    public static WorkspaceStore create(Path folder, WorkspaceSpec spec, Keys keys)
            throws StoreException, KeyException {
        return create(folder, spec, keys, Surroundings.real());
    }

    /** The same under an id that a land database knows already. */
    public static WorkspaceStore create(UUID id, Path folder, WorkspaceSpec spec, Keys keys)
            throws StoreException, KeyException {
        return create(id, folder, spec, keys, Surroundings.real());
    }

    /** The same on a given machine. */
    public static WorkspaceStore create(Path folder, WorkspaceSpec spec, Keys keys, Surroundings around)
            throws StoreException, KeyException {
        return create(UUID.randomUUID(), folder, spec, keys, around);
    }

    private static WorkspaceStore create(UUID id, Path folder, WorkspaceSpec spec, Keys keys, Surroundings around)
            throws StoreException, KeyException {
        boolean made = makeEmpty(folder, around);
        try {
            return createIn(id, folder, spec, keys, around);
        } catch (StoreException | KeyException e) {
            if (made) {
                removeFolder(folder, e);
            }
            throw e;
        }
    }

    /** Whether the folder was not there before; in any case it is there, and empty. */
    private static boolean makeEmpty(Path folder, Surroundings around) throws StoreException {
        boolean made = !Files.exists(folder);
        try {
            Files.createDirectories(folder);
            forceName(folder, around);
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                if (inside.iterator().hasNext()) {
                    throw new StoreException("folder-not-empty", List.of(folder.toString()), null);
                }
            }
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
        return made;
    }

    private static void forceName(Path folder, Surroundings around) throws IOException {
        try {
            around.channels().forceFolder(folder.toAbsolutePath().getParent());
        } catch (AccessDeniedException foreign) {
            // The folder above is another's and not to be read; most systems keep the name with the first file forced
            // in it.
            LOG.log(Level.FINE, "the name of " + folder + " was not forced", foreign);
        }
    }

    private static void removeFolder(Path folder, Exception why) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private static WorkspaceStore createIn(UUID id, Path folder, WorkspaceSpec spec, Keys keys, Surroundings around)
            throws StoreException, KeyException {
        around.guard().requireLocal(folder);
        around.guard().requireRoom(folder, 0);
        KeyRing ring = new KeyRing(keys);
        DataKey key = DataKey.fresh();
        KeyRing.Reference reference = ring.keep(key, id);
        try {
            new WorkspaceFile(id, spec, reference).write(folder, around.channels());
            return open(folder, keys, around);
        } catch (StoreException e) {
            ring.forget(id);
            removeUnfinished(folder, e);
            throw e;
        }
    }

    private static void removeUnfinished(Path folder, StoreException why) {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path path : inside) {
                if (Files.isDirectory(path)) {
                    removeUnfinished(path, why);
                }
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /**
     * Opens a workspace: finds its key, takes its lock, brings the tables up to the journal. Tables that cannot be used
     * are set aside and recovered, or made again from the journal and the last backup; {@link #rung} tells. The first
     * opening of a day makes a backup.
     *
     * @throws StoreException {@code not-a-workspace}, {@code workspace-damaged}, {@code workspace-in-use}, {@code
     *     disk-not-local}, {@code journal-damaged} …; nothing was written
     * @throws KeyException {@code key-missing}, {@code key-wrong}, {@code passphrase-needed}; nothing was written
     */
    public static WorkspaceStore open(Path folder, Keys keys) throws StoreException, KeyException {
        return open(folder, keys, Surroundings.real());
    }

    /** The same on a given machine. */
    public static WorkspaceStore open(Path folder, Keys keys, Surroundings around) throws StoreException, KeyException {
        WorkspaceFile file = WorkspaceFile.read(folder);
        around.guard().requireLocal(folder);
        DataKey key = new KeyRing(keys).find(file.key(), file.id());
        WorkspaceLock lock = Opening.lock(folder, around);
        try {
            Opening opening = new Opening(folder, file, key, around);
            WorkspaceStore store = new WorkspaceStore(opening, opening.open(), lock);
            store.backups.ofTheDay();
            return store;
        } catch (StoreException e) {
            lock.close();
            throw e;
        }
    }

    /** Names the workspace for ever. */
    public UUID id() {
        return file.id();
    }

    /** What the workspace is. */
    public WorkspaceSpec spec() {
        return file.spec();
    }

    /** Locks what is kept beside the land in the workspace's folder. */
    public PersonCipher cipher() {
        return cipher;
    }

    /** The folder it lies in. */
    public Path folder() {
        return folder;
    }

    /** The land as of the last act in the journal. */
    public Fabric fabric() {
        return log.land();
    }

    /** Where the session makes acts last. */
    public EditJournal journal() {
        return log;
    }

    /** All acts, for history and undo. */
    public ChangeLog log() {
        return log;
    }

    /** Outbox, conflicts and checkpoint with the land database. */
    public SyncStore sync() {
        return sync;
    }

    /** Where the old tables lie when they could not be used and were made again. */
    public Optional<Path> setAside() {
        return Optional.ofNullable(opened.setAside());
    }

    /** How far down its ladder the opening had to go; the user should be told of anything but {@link Rung#OPENED}. */
    public Rung rung() {
        return opened.rung();
    }

    /** The backups of this workspace, here and on a stick. */
    public WorkspaceBackups backups() {
        return backups;
    }

    /** Whether the workspace lies on a medium that can be pulled out; the user should be warned. */
    public boolean isOnRemovableMedium() {
        return removable;
    }

    /** The contents of attachments; each is put here before the act that names it. */
    public ContentStore contents() {
        return contents;
    }

    /** What the last check found, if there was one. */
    public Optional<CheckFacts> lastCheck() throws StoreException {
        String text = database.read(connection -> LogTables.fact(connection, "last-check"));
        String[] parts = text.split(" ");
        return parts.length < 3
                ? Optional.empty()
                : Optional.of(
                        new CheckFacts(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
    }

    /** Remembers what a check found. */
    public void rememberCheck(CheckFacts facts) throws StoreException {
        String text = facts.errors() + " " + facts.warnings() + " " + facts.logSequence();
        database.write(connection -> {
            LogTables.setFact(connection, "last-check", text);
            return true;
        });
    }

    /** Takes what is new to the stick, flushes everything to the disk, closes all files and gives the folder back. */
    @Override
    public void close() throws StoreException {
        try {
            backups.atTheEnd();
            log.keepView();
            log.close();
        } finally {
            try {
                database.close();
                land.writeSum();
            } finally {
                lock.close();
            }
        }
    }
}
