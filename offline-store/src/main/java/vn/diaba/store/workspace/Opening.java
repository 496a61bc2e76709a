package vn.diaba.store.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.backup.Backup;
import vn.diaba.store.backup.BackupFolder;
import vn.diaba.store.backup.BackupReader;
import vn.diaba.store.content.ContentStore;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.WorkspaceLock;
import vn.diaba.store.fabric.FabricStore;
import vn.diaba.store.fabric.LandView;
import vn.diaba.store.key.DataKey;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.log.LogTables;
import vn.diaba.store.log.ViewedLand;
import vn.diaba.store.sync.SyncStore;

/**
 * The ladder by which a workspace opens: as it is; else the bad file aside, its rows recovered and compared with the
 * journal; else the tables made again from the journal, with the last backup for what the journal does not hold. Confined
 * to one thread, used once.
 */
final class Opening {
    static final String MIGRATIONS = "vn/diaba/store/workspace";
    static final String JOURNAL = "journal";
    static final String BACKUPS = "backups";
    static final String CONTENTS = "attachments";
    private static final String VIEW = LandFile.NAME + ".view";
    /** Fewer parcels are read from the tables in less than a second. */
    private static final int LARGE = 20_000;

    /** Tables that are made again from the journal, or from the others. */
    static final Set<String> DERIVED = Set.of(
            "PARCEL",
            "CORNER",
            "CORNER_BLOCK",
            "RECORD",
            "RECORD_BLOCK",
            "SIDE",
            "GENERATION",
            "LOG_ENTRY",
            "STATE_SUM",
            "SPATIAL_REF_SYS");

    private static final Logger LOG = Logger.getLogger(Opening.class.getName());
    private static final Set<String> OF_THE_TABLES =
            Set.of("store-not-openable", "store-failed", "store-damaged", "secret-damaged");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final WorkspaceFile file;
    private final DataKey key;
    private final Surroundings around;
    private final PersonCipher cipher;
    private final LandFile land;
    private final ContentStore contents;

    private Rung rung = Rung.OPENED;
    private @Nullable Path setAside;
    private boolean closedWell;

    Opening(Path folder, WorkspaceFile file, DataKey key, Surroundings around) {
        this.folder = folder;
        this.file = file;
        this.key = key;
        this.around = around;
        cipher = new PersonCipher(key);
        land = new LandFile(folder, around.channels());
        contents = new ContentStore(
                folder.resolve(CONTENTS),
                cipher,
                around.guard(),
                around.channels(),
                new ContentCopies(folder, file, cipher));
    }

    /** What an opening came to. */
    record Opened(
            LocalDatabase database,
            ChangeLog log,
            Rung rung,
            @Nullable Path setAside) {}

    Path folder() {
        return folder;
    }

    WorkspaceFile file() {
        return file;
    }

    Surroundings around() {
        return around;
    }

    PersonCipher cipher() {
        return cipher;
    }

    LandFile land() {
        return land;
    }

    ContentStore contents() {
        return contents;
    }

    /** The name of a content's file below the workspace. */
    static String contentName(String sha256) {
        return CONTENTS + "/" + sha256;
    }

    /** Whether a file of a backup is an attachment's: the land is whole without it, and it may come from elsewhere. */
    static boolean isContent(String name) {
        return name.startsWith(CONTENTS + "/");
    }

    BackupFolder backups() {
        return new BackupFolder(folder.resolve(BACKUPS), cipher, around.guard(), around.clock());
    }

    static WorkspaceLock lock(Path folder, Surroundings around) throws StoreException {
        return WorkspaceLock.take(folder.resolve("lock"), around.clock());
    }

    private LocalDatabase.File tables(Path at) {
        LocalDatabase.Access access = new LocalDatabase.Access(key.derived("h2 admin"), key.derived("h2 writer"));
        return new LocalDatabase.File(
                at,
                access,
                LocalDatabase.Scheme.of(MIGRATIONS),
                around.channels().fileSystem());
    }

    ChangeLog.Setting log() {
        return new ChangeLog.Setting(
                folder.resolve(JOURNAL),
                file.id(),
                cipher,
                around.guard(),
                around.channels(),
                around.segmentBytes(),
                SyncStore.NOTES);
    }

    Opened open() throws StoreException {
        Opened opened = ladder();
        try {
            if (!closedWell) {
                opened.log().sweep();
            }
            contents.sweep(around.clock().instant());
            opened.database().keepStateSums();
        } catch (StoreException e) {
            opened.log().close();
            closeQuietly(opened.database(), e);
            throw e;
        }
        return opened;
    }

    private Opened ladder() throws StoreException {
        boolean isNew = !Files.exists(folder.resolve(JOURNAL));
        try {
            Files.createDirectories(folder.resolve(JOURNAL));
            around.channels().forceFolder(folder);
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
        if (!land.exists()) {
            land.forgetSum();
            return isNew ? opened(tables(land.path())) : fromJournal();
        }
        StoreException bad = new StoreException("store-damaged", List.of(LandFile.NAME), null);
        if (land.isSound()) {
            boolean closed = land.isClosed();
            land.forgetSum();
            try {
                Opened opened = opened(tables(land.path()), closed);
                closedWell = closed;
                return closed ? opened : proven(opened);
            } catch (StoreException e) {
                if (!OF_THE_TABLES.contains(e.code())) {
                    throw e;
                }
                bad = e;
            }
        }
        LOG.log(Level.WARNING, bad.code() + ": the tables are set aside", bad);
        around.guard().requireRoom(folder, size());
        setAside = land.setAside(STAMP.format(around.clock().instant()));
        try {
            return recovered(setAside);
        } catch (StoreException e) {
            LOG.log(Level.WARNING, e.code() + ": the tables are made again from the journal", e);
            return fromJournal();
        }
    }

    /** Nothing else tells whether what is in rows is still what was written there. */
    private Opened proven(Opened opened) throws StoreException {
        boolean proven = false;
        try {
            proven = opened.database().isStateWhole() && opened.log().isProven();
        } finally {
            if (!proven) {
                opened.log().close();
                opened.database().close();
            }
        }
        if (!proven) {
            throw new StoreException("store-damaged", List.of(LandFile.NAME), null);
        }
        return opened;
    }

    private long size() throws StoreException {
        try {
            return Files.size(land.file());
        } catch (IOException e) {
            throw new StoreException("workspace-unreadable", List.of(folder.toString()), e);
        }
    }

    private Opened opened(LocalDatabase.File tables) throws StoreException {
        return opened(tables, false);
    }

    private Opened opened(LocalDatabase.File tables, boolean isProven) throws StoreException {
        LocalDatabase database = LocalDatabase.open(tables, this::beforeMigration);
        LandView view = new LandView(folder.resolve(VIEW), file.id(), cipher, LARGE);
        try {
            ChangeLog log = ChangeLog.open(
                    database, new FabricStore(cipher, file.spec().epsg()), log(), new ViewedLand(view, isProven));
            return new Opened(database, log, rung, setAside);
        } catch (StoreException e) {
            closeQuietly(database, e);
            throw e;
        } catch (RuntimeException e) {
            closeQuietly(database, e);
            throw new StoreException("store-damaged", List.of(LandFile.NAME), e);
        }
    }

    private static void closeQuietly(LocalDatabase database, Exception why) {
        try {
            database.close();
        } catch (StoreException e) {
            why.addSuppressed(e);
        }
    }

    /** The old tables are still there afterwards, but who knows what else goes wrong on such a day. */
    private void beforeMigration(LocalDatabase old) throws StoreException {
        around.guard().requireRoom(folder, size());
        ChangeLog.Extent journal = ChangeLog.extent(log());
        BackupFolder backups = backups();
        backups.make(
                WorkspaceBackups.content(this, backups, journal.sequence(), old.stateRows(DERIVED), journal.files()),
                "migration");
    }

    private Opened recovered(Path damaged) throws StoreException {
        rung = Rung.RECOVERED;
        LocalDatabase.File fresh = tables(folder.resolve(LandFile.NAME + "-recovered"));
        land.remove(fresh.onDisk());
        LocalDatabase.recover(damaged, fresh);
        try {
            Opened proven = proven(opened(fresh));
            proven.log().close();
            proven.database().close();
            land.replaceBy(fresh.onDisk());
        } catch (StoreException e) {
            land.remove(fresh.onDisk());
            throw e;
        }
        return opened(tables(land.path()));
    }

    private Opened fromJournal() throws StoreException {
        rung = Rung.FROM_JOURNAL;
        LocalDatabase.File fresh = tables(folder.resolve(LandFile.NAME + "-restored"));
        land.remove(fresh.onDisk());
        for (Backup backup : backups().backups()) {
            try {
                takeState(fresh, BackupReader.state(backup.file(), cipher));
                rung = Rung.FROM_BACKUP;
                land.replaceBy(fresh.onDisk());
                break;
            } catch (StoreException e) {
                LOG.log(Level.WARNING, e.code() + ": " + backup.file().getFileName() + " is of no use", e);
                land.remove(fresh.onDisk());
            }
        }
        return opened(tables(land.path()));
    }

    /** Makes tables with the rows of a backup; no act is in them yet. */
    static void takeState(LocalDatabase.File fresh, List<String> state) throws StoreException {
        try (LocalDatabase database = LocalDatabase.open(fresh, old -> {})) {
            database.takeStateRows(state);
            database.write(connection -> {
                LogTables.startOver(connection);
                return true;
            });
        }
    }

    /** Makes the tables of a workspace that was unpacked, with the rows of its backup. */
    void takeState(List<String> state) throws StoreException {
        takeState(tables(land.path()), state);
    }
}
