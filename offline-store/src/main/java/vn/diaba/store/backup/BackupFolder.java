package vn.diaba.store.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.PersonCipher;

/**
 * A folder of backups of one workspace: the newest seven, and beside them the large files that several of them need.
 * Confined to one thread.
 */
public final class BackupFolder {
    /** How many backups are kept. */
    public static final int KEPT = 7;

    /** Backups end so. */
    public static final String SUFFIX = ".diabak";

    static final String PART_SUFFIX = ".diapart";
    static final String MANIFEST = "parts.json";
    static final String STATE = "state.sql";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final Logger LOG = Logger.getLogger(BackupFolder.class.getName());

    private final Path folder;
    private final PersonCipher cipher;
    private final DiskGuard guard;
    private final Clock clock;

    /**
     * Works in a folder, which is made when needed.
     *
     * @param clock time, and the time zone in which a day begins
     */
    public BackupFolder(Path folder, PersonCipher cipher, DiskGuard guard, Clock clock) {
        this.folder = folder;
        this.cipher = cipher;
        this.guard = guard;
        this.clock = clock;
    }

    /** The backups there, the newest first; files that are none are passed over. */
    public List<Backup> backups() throws StoreException {
        return in(folder);
    }

    /**
     * The backups in any folder, the newest first; needs no key.
     *
     * @throws StoreException {@code backup-unreadable} with the folder
     */
    public static List<Backup> in(Path folder) throws StoreException {
        List<Backup> backups = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return backups;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                try {
                    ArchiveHead head = Archive.head(file);
                    backups.add(new Backup(file, head.reason(), head.made(), head.sequence(), Files.size(file)));
                } catch (IOException | CodecException none) {
                    continue;
                }
            }
        } catch (IOException e) {
            throw new StoreException("backup-unreadable", List.of(folder.toString()), e);
        }
        backups.sort(Comparator.comparing(Backup::made)
                .thenComparing(Backup::sequence)
                .thenComparing(Backup::file)
                .reversed());
        return backups;
    }

    /** Whether nothing was saved here yet on the day it is now. */
    public boolean isDue() throws StoreException {
        java.time.LocalDate today = java.time.LocalDate.now(clock);
        return backups().stream()
                .noneMatch(backup ->
                        backup.made().atZone(clock.getZone()).toLocalDate().equals(today));
    }

    /**
     * Makes a backup and drops the oldest above seven, with the large files none needs any more.
     *
     * @param reason kebab-case, a part of the name
     * @throws StoreException {@code disk-full}, {@code backup-not-writable} with the folder; older backups are untouched
     */
    public Backup make(BackupContent content, String reason) throws StoreException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            Files.createDirectories(folder);
            guard.requireRoom(folder, missingBytes(content));
            for (BackupContent.Part part : content.parts()) {
                if (part.isFinal() && !hasPart(part)) {
                    ArchiveHead head = head("part", now, content);
                    Archive.write(
                            partFile(part.name()),
                            head,
                            cipher,
                            out -> out.add(part.name(), part.file(), part.bytes()));
                }
            }
            Path file = free(STAMP.format(now) + "-" + reason);
            Archive.write(file, head(reason, now, content), cipher, out -> entries(content, out));
            drop();
            return new Backup(file, reason, now, content.sequence(), Files.size(file));
        } catch (IOException e) {
            String code = guard.codeOf(e, folder, "backup-not-writable");
            throw new StoreException(code, List.of(folder.toString()), e);
        }
    }

    private Path free(String name) {
        Path file = folder.resolve(name + SUFFIX);
        for (int n = 2; Files.exists(file); n++) {
            file = folder.resolve(name + "-" + n + SUFFIX);
        }
        return file;
    }

    private static ArchiveHead head(String reason, Instant now, BackupContent content) {
        return new ArchiveHead(UUID.randomUUID(), reason, now, content.sequence(), content.card());
    }

    private static void entries(BackupContent content, Archive.Writer out) throws IOException {
        List<String> shared = content.parts().stream()
                .filter(BackupContent.Part::isFinal)
                .map(BackupContent.Part::name)
                .toList();
        out.add(MANIFEST, Json.write(java.util.Map.of("parts", shared)));
        out.add(STATE, String.join("\n", content.state()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (BackupContent.Part part : content.parts()) {
            if (!part.isFinal()) {
                out.add(part.name(), part.file(), part.bytes());
            }
        }
    }

    private long missingBytes(BackupContent content) throws IOException {
        long bytes = 0;
        for (BackupContent.Part part : content.parts()) {
            bytes += part.isFinal() && hasPart(part) ? 0 : part.bytes();
        }
        return bytes;
    }

    private boolean hasPart(BackupContent.Part part) throws IOException {
        return hasShared(part.name(), part.bytes());
    }

    /** Whether a file that never changes lies here already. */
    public boolean hasShared(String name, long bytes) throws IOException {
        Path file = partFile(name);
        return Files.exists(file) && Files.size(file) > bytes;
    }

    /**
     * The files that backups here share, each by the last word of its path below the workspace.
     *
     * @throws StoreException {@code backup-unreadable} with the folder
     */
    public List<String> shared() throws StoreException {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART_SUFFIX)) {
                for (Path part : parts) {
                    String name = part.getFileName().toString();
                    names.add(name.substring(0, name.length() - PART_SUFFIX.length()));
                }
            } catch (IOException e) {
                throw new StoreException("backup-unreadable", List.of(folder.toString()), e);
            }
        }
        return names;
    }

    private Path partFile(String name) {
        return partFile(folder, name);
    }

    static Path partFile(Path folder, String name) {
        return folder.resolve(name.substring(name.lastIndexOf('/') + 1) + PART_SUFFIX);
    }

    private void drop() throws IOException, StoreException {
        List<Backup> all = backups();
        Set<Path> needed = new HashSet<>();
        for (Backup old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.delete(old.file());
        }
        for (Backup kept : all.subList(0, Math.min(KEPT, all.size()))) {
            try {
                BackupReader.parts(kept.file(), cipher).forEach(name -> needed.add(partFile(name)));
            } catch (StoreException unreadable) {
                LOG.log(Level.WARNING, unreadable.code() + ": " + kept.file().getFileName(), unreadable);
                return;
            }
        }
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART_SUFFIX)) {
            for (Path part : parts) {
                if (!needed.contains(part)) {
                    Files.delete(part);
                }
            }
        }
    }
}
