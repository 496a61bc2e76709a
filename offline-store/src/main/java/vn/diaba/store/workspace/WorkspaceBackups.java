package vn.diaba.store.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.backup.Backup;
import vn.diaba.store.backup.BackupContent;
import vn.diaba.store.backup.BackupFolder;
import vn.diaba.store.content.Content;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.log.JournalFile;

/**
 * The backups of an open workspace: seven in its own folder, the first of a day by itself; and seven on a stick that was
 * chosen once, whenever it is plugged in and there is something new. Safe: calls wait for each other.
 */
public final class WorkspaceBackups {
    private static final Logger LOG = Logger.getLogger(WorkspaceBackups.class.getName());

    private final Opening opening;
    private final LocalDatabase database;
    private final ChangeLog log;
    private final BackupFolder own;
    private final StickFile stick;
    private @Nullable StoreException fault;

    WorkspaceBackups(Opening opening, LocalDatabase database, ChangeLog log) {
        this.opening = opening;
        this.database = database;
        this.log = log;
        own = opening.backups();
        stick = new StickFile(opening.folder().resolve(Opening.BACKUPS));
    }

    /**
     * The stick as it is now. Immutable.
     *
     * @param folder the folder that was chosen
     * @param isThere whether it is plugged in
     * @param made when the last backup was written to it; null before the first
     * @param sequence the last act that backup holds
     */
    public record Stick(
            Path folder, boolean isThere, @Nullable Instant made, long sequence) {}

    /**
     * The backups of a workspace, each list the newest first. Immutable.
     *
     * @param own in its own folder
     * @param onStick on the stick, if it is plugged in
     * @param stick the stick that was chosen
     */
    public record Listed(List<Backup> own, List<Backup> onStick, Optional<Stick> stick) {
        /** Copies the lists. */
        public Listed {
            own = List.copyOf(own);
            onStick = List.copyOf(onStick);
        }
    }

    /**
     * The backups of a workspace that need not be open; needs no key and changes nothing.
     *
     * @throws StoreException {@code not-a-workspace}, {@code workspace-damaged}, {@code backup-unreadable}
     */
    public static Listed list(Path workspace) throws StoreException {
        WorkspaceFile file = WorkspaceFile.read(workspace);
        Path folder = workspace.resolve(Opening.BACKUPS);
        Optional<Stick> stick = new StickFile(folder).read();
        List<Backup> second = stick.isPresent() && stick.get().isThere()
                ? BackupFolder.in(onStick(stick.get().folder(), file))
                : List.of();
        return new Listed(BackupFolder.in(folder), second, stick);
    }

    static Path onStick(Path place, WorkspaceFile file) {
        return place.resolve("diaba-" + file.id());
    }

    /** The backups in the workspace's folder, the newest first. */
    public synchronized List<Backup> own() throws StoreException {
        return own.backups();
    }

    /** The last backup that failed since the workspace was opened; the work itself is not touched by that. */
    public synchronized Optional<StoreException> fault() {
        return Optional.ofNullable(fault);
    }

    /**
     * Makes a backup in the workspace's folder now.
     *
     * @throws StoreException {@code disk-full}, {@code backup-not-writable}
     */
    public synchronized Backup make() throws StoreException {
        return own.make(content(own), "asked");
    }

    /** The stick that was chosen, if one was. */
    public synchronized Optional<Stick> stick() throws StoreException {
        return stick.read();
    }

    /**
     * Chooses the folder of the second backups and writes the first one there.
     *
     * @param folder exists: a stick, another disk
     * @throws StoreException {@code backup-place-missing} with the folder, {@code backup-place-own} where it lies in the
     *     workspace itself, {@code disk-full}, {@code backup-not-writable}
     */
    public synchronized Backup choose(Path folder) throws StoreException {
        Path place = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(place)) {
            throw new StoreException("backup-place-missing", List.of(place.toString()), null);
        }
        if (place.startsWith(opening.folder().toAbsolutePath().normalize())) {
            throw new StoreException("backup-place-own", List.of(place.toString()), null);
        }
        Backup made = toStick(place);
        stick.write(new Stick(place, true, made.made(), made.sequence()));
        return made;
    }

    /** No second backups from now on; those that were made stay. */
    public synchronized void forgetStick() throws StoreException {
        stick.remove();
    }

    /**
     * Writes a backup to the stick that was chosen.
     *
     * @return nothing when none was chosen, it is not plugged in, or it has the last act already
     */
    public synchronized Optional<Backup> toStick() throws StoreException {
        Optional<Stick> chosen = stick.read();
        if (chosen.isEmpty() || !chosen.get().isThere() || chosen.get().sequence() >= log.sequence()) {
            return Optional.empty();
        }
        Backup made = toStick(chosen.get().folder());
        stick.write(new Stick(chosen.get().folder(), true, made.made(), made.sequence()));
        return Optional.of(made);
    }

    private Backup toStick(Path place) throws StoreException {
        Path folder = onStick(place, opening.file());
        BackupFolder backups = new BackupFolder(
                folder,
                opening.cipher(),
                opening.around().guard(),
                opening.around().clock());
        return backups.make(content(backups), "stick");
    }

    /** The backup of the day, if it is the first start of one; a failure is remembered, not thrown. */
    synchronized void ofTheDay() {
        try {
            if (own.isDue()) {
                own.make(content(own), "day");
            }
        } catch (StoreException e) {
            failed(e);
        }
    }

    /** What is new goes to the stick when the work ends; a failure is logged, not thrown. */
    synchronized void atTheEnd() {
        try {
            toStick();
        } catch (StoreException e) {
            failed(e);
        }
    }

    private void failed(StoreException e) {
        fault = e;
        LOG.log(Level.WARNING, e.code() + ": no backup was made", e);
    }

    private BackupContent content(BackupFolder into) throws StoreException {
        return content(opening, into, log.sequence(), database.stateRows(Opening.DERIVED), log.files());
    }

    static BackupContent content(
            Opening opening, BackupFolder into, long sequence, List<String> state, List<JournalFile> journal)
            throws StoreException {
        Path folder = opening.folder();
        List<BackupContent.Part> parts = new ArrayList<>();
        for (JournalFile part : journal) {
            String name = Opening.JOURNAL + "/" + part.file().getFileName();
            parts.add(new BackupContent.Part(name, part.file(), part.bytes(), part.isFinal()));
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            addContents(opening, into, parts);
            for (Path other : inside) {
                String name = other.getFileName().toString();
                if (Files.isRegularFile(other) && isOwn(name)) {
                    parts.add(new BackupContent.Part(name, other, Files.size(other), false));
                }
            }
        } catch (IOException e) {
            throw new StoreException("workspace-unreadable", List.of(folder.toString()), e);
        }
        return new BackupContent(new String(opening.file().card(), StandardCharsets.UTF_8), sequence, state, parts);
    }

    /**
     * The contents that are here, and those that only a backup has any more. What goes to the backups for the first time
     * must be whole, since it stays there.
     */
    private static void addContents(Opening opening, BackupFolder into, List<BackupContent.Part> parts)
            throws IOException, StoreException {
        Set<String> hashes = new TreeSet<>(opening.contents().hashes());
        into.shared().stream().filter(Content::isHash).forEach(hashes::add);
        for (String sha256 : hashes) {
            String name = Opening.contentName(sha256);
            Path file = opening.folder().resolve(Opening.CONTENTS).resolve(sha256);
            boolean isKnown = Files.exists(file) && into.hasShared(name, Files.size(file));
            if (isKnown || opening.contents().isWhole(sha256)) {
                parts.add(new BackupContent.Part(name, file, Files.size(file), true));
            } else {
                LOG.warning(() -> "content-damaged: " + sha256 + " is in no backup");
            }
        }
    }

    /** Whether a file of the folder is the user's or the office's: not tables, not a lock, nothing unfinished. */
    private static boolean isOwn(String name) {
        return !name.startsWith(LandFile.NAME + ".")
                && !name.startsWith(LandFile.NAME + "-")
                && !name.equals("lock")
                && !name.endsWith(".new");
    }
}
