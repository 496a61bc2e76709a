package vn.diaba.store.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.EditJournal;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.RemovedLand;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.fabric.FabricStore;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.PersonCipher;

/**
 * Makes acts last: journal first, then the tables. Holds the land as of the last act and refuses an act that does not
 * start from it. Safe: calls wait for each other.
 */
public final class ChangeLog implements EditJournal, AutoCloseable {
    /** An import with more changes than this becomes a generation. */
    public static final int BULK = 2_000;

    private static final Logger LOG = Logger.getLogger(ChangeLog.class.getName());
    private static final byte[] NO_NOTE = {};

    private final LocalDatabase database;
    private final PersonCipher cipher;
    private final Journal journal;
    private final GenerationFiles files;
    private final RecordActs acts;
    private final Following tables;
    private final ViewedLand view;
    private Fabric land;
    private final long applied;
    private boolean behind;
    private @Nullable UUID noteFor;
    private byte[] note = NO_NOTE;

    /**
     * What the log of a workspace works with.
     *
     * @param folder of the journal; exists
     * @param workspace written into every segment
     * @param cipher locks what is personal
     * @param guard looks after room on the disk
     * @param channels opens the files that must not lose anything
     * @param segmentBytes a journal file longer than this is followed by a new one
     * @param notes takes the notes of acts into the tables
     */
    public record Setting(
            Path folder,
            UUID workspace,
            PersonCipher cipher,
            DiskGuard guard,
            Channels channels,
            long segmentBytes,
            Notes notes) {
        Journal.Setting journal() {
            return new Journal.Setting(folder, workspace, channels, guard, segmentBytes);
        }
    }

    /** Takes what was saved beside an act into the tables, in the act's own transaction. */
    @FunctionalInterface
    public interface Notes {
        /** Takes one note. */
        void take(Connection connection, byte[] note) throws SQLException, StoreException;
    }

    private ChangeLog(LocalDatabase database, FabricStore store, Setting setting, ViewedLand view)
            throws StoreException {
        this.view = view;
        this.database = database;
        cipher = setting.cipher;
        acts = RecordActs.of(setting);
        files = acts.files();
        applied = LogTables.number(database, LogTables.APPLIED);
        long noted = LogTables.number(database, LogTables.NOTED);
        tables = new Following(database, store, files, setting.notes, view, noted);
        journal = Journal.open(setting.journal(), applied);
        land = Fabric.empty();
    }

    /**
     * Opens the log and brings the tables up to the journal.
     *
     * @param view may stand for the tables of land
     * @throws StoreException {@code journal-damaged}, {@code journal-behind}, {@code journal-unreadable}, {@code
     *     store-failed}, {@code store-damaged}
     */
    public static ChangeLog open(LocalDatabase database, FabricStore store, Setting setting, ViewedLand view)
            throws StoreException {
        ChangeLog log = new ChangeLog(database, store, setting, view);
        try {
            log.catchUp(store);
            return log;
        } catch (StoreException e) {
            log.close();
            throw e;
        }
    }

    /** How far a journal goes and the files it is in. */
    public record Extent(long sequence, List<JournalFile> files) {}

    /** Looks at a journal nobody has open. */
    public static Extent extent(Setting setting) throws StoreException {
        try (Journal journal = Journal.open(setting.journal(), 0)) {
            List<JournalFile> all = new ArrayList<>(journal.files());
            all.addAll(RecordActs.of(setting).files().files());
            return new Extent(journal.sequence(), all);
        }
    }

    private void catchUp(FabricStore store) throws StoreException {
        Optional<Fabric> viewed = view.land(journal, acts, applied);
        land = viewed.isPresent() ? viewed.get() : database.read(store::load);
        database.forgetPages();
        journal.visit(applied, this::replay);
    }

    /**
     * Deletes what imports that were broken off left beside the journal. Only to be asked of tables that are proven: an entry
     * lost in damaged ones must not cost the file of its import.
     *
     * @throws StoreException {@code store-failed}, {@code journal-not-writable}
     */
    public synchronized void sweep() throws StoreException {
        files.sweep(id -> find(id).isPresent());
    }

    /** The land now. */
    public synchronized Fabric land() {
        return land;
    }

    /** Sequence of the last act, 0 before the first. */
    public synchronized long sequence() {
        return journal.sequence();
    }

    /** Gives a coming act a note; the two are saved as one, and the note is taken into the tables with the act. */
    public synchronized void attach(UUID act, byte[] bytes) {
        noteFor = act;
        note = bytes.clone();
    }

    @Override
    public synchronized void append(ChangeSet act) throws JournalException {
        append(act, Fabric.empty(), Fabric.empty());
    }

    @Override
    public synchronized void append(ChangeSet act, Fabric before, Fabric after) throws JournalException {
        byte[] with = act.id().equals(noteFor) ? note : NO_NOTE;
        try {
            if (!behind && find(act.id()).isPresent()) {
                throw new IllegalArgumentException("act " + act.id() + " is in the log already");
            }
            Fabric next = before == land && after != before ? after : land.apply(act);
            LogRecord record = record(act, with);
            Journal.Place place = write(act, record);
            land = next;
            follow(act, record, place);
            noteFor = null;
        } catch (StoreException e) {
            throw new JournalException(e.code(), e.arguments(), e);
        } catch (CodecException | KeyException e) {
            throw new JournalException("store-failed", List.of(), e);
        }
    }

    private Journal.Place write(ChangeSet act, LogRecord record) throws StoreException {
        try {
            return journal.append(record.bytes());
        } catch (StoreException e) {
            if (record.kind() == LogRecord.Kind.ADD_GENERATION) {
                files.delete(act.id(), e);
            }
            throw e;
        }
    }

    private LogRecord record(ChangeSet act, byte[] with) throws StoreException, CodecException, KeyException {
        LogRecord reverted = act.reverts() == null || act.changes().size() <= BULK ? null : findRecord(act.reverts());
        if (reverted != null
                && reverted.kind() != LogRecord.Kind.CHANGES
                && reverted.size() == act.changes().size()) {
            boolean drop = reverted.kind() != LogRecord.Kind.DROP_GENERATION;
            if (isWhole(act, files.read(reverted.importId(), reverted.sha256()).land())) {
                LogRecord.Kind kind = drop ? LogRecord.Kind.DROP_GENERATION : LogRecord.Kind.RESTORE_GENERATION;
                return LogRecord.toggled(kind, act, reverted, cipher);
            }
        }
        if (act.changes() instanceof AddedLand added && added.size() > BULK) {
            return LogRecord.added(act, files.write(act.id(), added), cipher, with);
        }
        return LogRecord.changes(act, cipher, with);
    }

    /** Whether an act takes away, or brings back, exactly what was imported. */
    private static boolean isWhole(ChangeSet act, Fabric imported) {
        return act.changes() instanceof RemovedLand removed && removed.isIn(imported)
                || act.changes() instanceof AddedLand added && added.inverse().isIn(imported);
    }

    private LogRecord existing(UUID id) throws StoreException, CodecException {
        LogRecord record = findRecord(id);
        if (record == null) {
            throw new NoSuchElementException("no act " + id);
        }
        return record;
    }

    private @Nullable LogRecord findRecord(UUID id) throws StoreException, CodecException {
        requireInStep();
        long[] place = database.read(connection -> LogTables.place(connection, id));
        return place == null ? null : LogRecord.of(journal.read(place[0], place[1]));
    }

    /** The act is saved; if the tables cannot follow now, they will at the next opening. */
    private void follow(ChangeSet act, LogRecord record, Journal.Place place) {
        if (behind) {
            return;
        }
        try {
            tables.follow(act, record, place, land);
        } catch (StoreException | CodecException e) {
            behind = true;
            LOG.log(Level.SEVERE, "store-behind: act " + place.sequence() + " is in the journal only", e);
        }
    }

    private void replay(Journal.Place place, byte[] payload) throws StoreException {
        try {
            LogRecord record = LogRecord.of(payload);
            ChangeSet act = acts.of(record);
            land = land.apply(act);
            tables.follow(act, record, place, land);
        } catch (CodecException | KeyException | IllegalArgumentException e) {
            throw new StoreException("journal-damaged", List.of("", place.position(), place.sequence()), e);
        }
    }

    private void requireInStep() throws StoreException {
        if (behind) {
            throw new StoreException("store-behind", List.of(journal.sequence()), null);
        }
    }

    /** Entries in order, from a sequence on; at most {@code limit}. */
    public synchronized List<LogEntry> entries(long from, int limit) throws StoreException {
        requireInStep();
        return database.read(connection -> LogTables.entries(connection, from, limit, false));
    }

    /** The newest entries, the last first; at most {@code limit}. */
    public synchronized List<LogEntry> newest(int limit) throws StoreException {
        requireInStep();
        return database.read(connection -> LogTables.entries(connection, Long.MAX_VALUE, limit, true));
    }

    /** The entry of an act, if it is in the log. */
    public synchronized Optional<LogEntry> find(UUID id) throws StoreException {
        requireInStep();
        return database.read(connection -> LogTables.find(connection, id));
    }

    /**
     * An act with all its changes; those of a bulk import stay packed.
     *
     * @throws NoSuchElementException if it is not in the log
     * @throws StoreException {@code journal-damaged}, {@code store-failed}
     */
    public synchronized ChangeSet load(UUID id) throws StoreException {
        try {
            LogRecord record = existing(id);
            return acts.of(record);
        } catch (CodecException | KeyException e) {
            throw new StoreException("journal-damaged", List.of("", 0, 0), e);
        }
    }

    /**
     * The very bytes of an act, as they were saved; those of a bulk import are made anew.
     *
     * @throws NoSuchElementException if it is not in the log
     */
    public synchronized Payload payload(UUID id) throws StoreException {
        try {
            LogRecord record = existing(id);
            return record.kind() == LogRecord.Kind.CHANGES
                    ? record.payload(cipher)
                    : ChangeCodec.encode(acts.of(record));
        } catch (CodecException | KeyException e) {
            throw new StoreException("journal-damaged", List.of("", 0, 0), e);
        }
    }

    /**
     * Checks every record of the journal and every packed file against its hash.
     *
     * @return how many records there are
     * @throws StoreException {@code journal-damaged} with the place
     */
    public synchronized long verify() throws StoreException {
        long[] count = {0};
        journal.visit(0, (place, payload) -> {
            try {
                LogRecord record = LogRecord.of(payload);
                if (record.kind() == LogRecord.Kind.ADD_GENERATION) {
                    files.read(record.importId(), record.sha256());
                }
                count[0]++;
            } catch (CodecException e) {
                throw new StoreException("journal-damaged", List.of("", place.position(), place.sequence()), e);
            }
        });
        return count[0];
    }

    /**
     * Whether the tables have the entries and the land of the journal. Reads all of both; to be asked before the first act.
     *
     * @throws StoreException {@code journal-damaged} with the place, {@code store-failed}
     */
    public synchronized boolean isProven() throws StoreException {
        return TableProof.holds(database, journal, acts, land);
    }

    /** The files an exact copy of the log is made of, as of the last act. */
    public synchronized List<JournalFile> files() throws StoreException {
        List<JournalFile> all = new ArrayList<>(journal.files());
        all.addAll(files.files());
        return all;
    }

    /** Sees to it that large land opens fast the next time. */
    public synchronized void keepView() {
        view.keep(behind ? Fabric.empty() : land, journal);
    }

    /** Closes the journal; the database stays open. */
    @Override
    public synchronized void close() throws StoreException {
        journal.close();
    }
}
