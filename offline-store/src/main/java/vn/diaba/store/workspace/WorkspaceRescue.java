package vn.diaba.store.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.backup.Backup;
import vn.diaba.store.backup.BackupFolder;
import vn.diaba.store.backup.BackupReader;
import vn.diaba.store.content.ContentStore;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.db.WorkspaceLock;
import vn.diaba.store.key.DataKey;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.KeyRing;
import vn.diaba.store.key.Keys;
import vn.diaba.store.key.OfficeKey;
import vn.diaba.store.key.PersonCipher;
import vn.diaba.store.log.JournalRepair;

/** What is done when something went wrong: a backup becomes a workspace again, a damaged workspace is put right. Stateless. */
public final class WorkspaceRescue {
    private WorkspaceRescue() {}

    /**
     * What was put right. Immutable.
     *
     * @param files names of files that were replaced by what backups and the journal prove to be right
     * @param rung how far down its ladder the opening had to go
     * @param setAside where the old tables lie, if they were replaced
     * @param records how many acts the journal has; each was checked
     * @param damaged names of the files of attachments that are damaged and that no backup has whole
     */
    public record Report(List<String> files, Rung rung, Optional<Path> setAside, long records, List<String> damaged) {
        /** Copies the lists. */
        public Report {
            files = List.copyOf(files);
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * Makes a workspace of a backup, in a folder that is missing or empty.
     *
     * @param backup an archive; the large files it shares with others lie beside it
     * @param office opens it where this user has no key; null when the user has one
     * @throws StoreException {@code backup-unreadable}, {@code backup-damaged} with the file, {@code folder-not-empty},
     *     {@code disk-full} …; no folder is left then
     * @throws KeyException {@code key-missing}, {@code key-wrong} …; nothing was written
     */
    public static void restore(Path backup, Path folder, Keys keys, @Nullable OfficeKey office)
            throws StoreException, KeyException {
        Surroundings around = Surroundings.real();
        WorkspaceFile.Card card = WorkspaceFile.Card.read(BackupReader.card(backup), backup.toString());
        KeyRing ring = new KeyRing(keys);
        KeyRing.Reference reference = office == null ? card.key() : ring.recover(card.key(), card.id(), office);
        DataKey key = ring.find(reference, card.id());
        Path target = folder.toAbsolutePath().normalize();
        requireEmpty(target);
        Path beside = target.resolveSibling(target.getFileName() + ".restoring");
        try {
            clear(beside);
            Files.createDirectories(beside);
            around.guard().requireLocal(beside);
            around.guard().requireRoom(beside, bytesOf(backup));
            List<String> state = BackupReader.unpack(backup, new PersonCipher(key), beside, Opening::isContent);
            WorkspaceFile file = WorkspaceFile.read(beside).withKey(reference);
            file.write(beside, around.channels());
            new Opening(beside, file, key, around).takeState(state);
            Files.deleteIfExists(target);
            around.channels().move(beside, target);
        } catch (IOException e) {
            StoreException failed = new StoreException("workspace-not-writable", List.of(target.toString()), e);
            clear(beside, failed);
            throw failed;
        } catch (StoreException e) {
            clear(beside, e);
            throw e;
        }
    }

    private static void requireEmpty(Path folder) throws StoreException {
        try {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                    if (inside.iterator().hasNext()) {
                        throw new StoreException("folder-not-empty", List.of(folder.toString()), null);
                    }
                }
            }
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
    }

    private static long bytesOf(Path backup) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(backup.toAbsolutePath().getParent())) {
            for (Path file : files) {
                bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
        }
        return bytes;
    }

    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
                for (Path path : inside) {
                    clear(path);
                }
            }
        }
        Files.deleteIfExists(folder);
    }

    private static void clear(Path folder, Exception why) {
        try {
            clear(folder);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /**
     * Checks every byte of a workspace that can be checked, and puts right what backups and the journal prove.
     *
     * @throws StoreException {@code journal-damaged} with the place where no backup helps; what could be put right was
     * @throws KeyException as for opening; nothing was written
     */
    public static Report recover(Path folder, Keys keys) throws StoreException, KeyException {
        Surroundings around = Surroundings.real();
        List<String> files = new ArrayList<>();
        WorkspaceFile file = ownFile(folder, keys, files);
        around.guard().requireLocal(folder);
        DataKey key = new KeyRing(keys).find(file.key(), file.id());
        Opening opening = new Opening(folder, file, key, around);
        WorkspaceLock held = Opening.lock(folder, around);
        try (BackupCopies copies = new BackupCopies(folder, opening.cipher())) {
            if (files.contains(WorkspaceFile.NAME)) {
                file.write(folder, around.channels());
            }
            if (Files.isDirectory(folder.resolve(Opening.JOURNAL))) {
                files.addAll(JournalRepair.run(opening.log(), copies::of));
            }
            if (opening.land().exists() && !opening.land().isSound()) {
                files.add(opening.land().file().getFileName().toString());
            }
        } finally {
            held.close();
        }
        try (WorkspaceStore store = WorkspaceStore.open(folder, keys, around)) {
            ContentStore.Checked contents = store.contents().check();
            contents.mended().forEach(sha256 -> files.add(Opening.contentName(sha256)));
            List<String> damaged =
                    contents.damaged().stream().map(Opening::contentName).toList();
            return new Report(files, store.rung(), store.setAside(), store.log().verify(), damaged);
        }
    }

    /** The workspace's own file, or as the newest backup has it. */
    private static WorkspaceFile ownFile(Path folder, Keys keys, List<String> files)
            throws StoreException, KeyException {
        try {
            return WorkspaceFile.read(folder);
        } catch (StoreException e) {
            List<Backup> backups = BackupFolder.in(folder.resolve(Opening.BACKUPS));
            if (backups.isEmpty()) {
                throw e;
            }
            Path newest = backups.get(0).file();
            WorkspaceFile.Card card = WorkspaceFile.Card.read(BackupReader.card(newest), newest.toString());
            PersonCipher cipher = new PersonCipher(new KeyRing(keys).find(card.key(), card.id()));
            Path copy = folder.resolve(Opening.BACKUPS).resolve(WorkspaceFile.NAME);
            try {
                BackupReader.take(newest, WorkspaceFile.NAME, cipher, copy);
                WorkspaceFile file = WorkspaceFile.read(Files.readAllBytes(copy), newest.toString());
                Files.delete(copy);
                files.add(WorkspaceFile.NAME);
                return file;
            } catch (IOException failed) {
                e.addSuppressed(failed);
                throw e;
            }
        }
    }

    /** Copies of the journal's files from the backups, kept in a folder until the repair is done. */
    private static final class BackupCopies implements AutoCloseable {
        private final Path folder;
        private final PersonCipher cipher;
        private final Path work;
        private int count;

        BackupCopies(Path folder, PersonCipher cipher) {
            this.folder = folder;
            this.cipher = cipher;
            work = folder.resolve(Opening.BACKUPS).resolve("copies");
        }

        List<Path> of(String name) throws StoreException {
            List<Backup> backups = new ArrayList<>(BackupFolder.in(folder.resolve(Opening.BACKUPS)));
            Optional<WorkspaceBackups.Stick> stick = new StickFile(folder.resolve(Opening.BACKUPS)).read();
            if (stick.isPresent() && stick.get().isThere()) {
                Path place = stick.get().folder();
                backups.addAll(BackupFolder.in(WorkspaceBackups.onStick(place, WorkspaceFile.read(folder))));
            }
            List<Path> copies = new ArrayList<>();
            try {
                Files.createDirectories(work);
            } catch (IOException e) {
                throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
            }
            for (Backup backup : backups) {
                Path copy = work.resolve(count++ + "-" + name);
                try {
                    if (BackupReader.take(backup.file(), Opening.JOURNAL + "/" + name, cipher, copy)) {
                        copies.add(copy);
                    }
                } catch (StoreException ofNoUse) {
                    continue;
                }
            }
            return copies;
        }

        @Override
        public void close() throws StoreException {
            try {
                clear(work);
            } catch (IOException e) {
                throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
            }
        }
    }
}
