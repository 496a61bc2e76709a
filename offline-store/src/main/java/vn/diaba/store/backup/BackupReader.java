package vn.diaba.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.PersonCipher;

/** Takes backups apart. Every byte is checked before it is used. Stateless. */
public final class BackupReader {
    private static final int LARGEST_LIST = 1 << 24;
    private static final Logger LOG = Logger.getLogger(BackupReader.class.getName());

    private BackupReader() {}

    /**
     * Whose a backup is and how its key is found, as JSON; needs no key.
     *
     * @throws StoreException {@code backup-unreadable} with the file
     */
    public static byte[] card(Path file) throws StoreException {
        try {
            return Archive.head(file).cardBytes();
        } catch (IOException | CodecException e) {
            throw new StoreException("backup-unreadable", List.of(file.toString()), e);
        }
    }

    /**
     * Writes all files of a backup below a folder.
     *
     * @param into exists and is empty
     * @param mayMiss the names of shared files without which the others are of use too; such a one that is damaged or
     *     missing is left out
     * @return the lines for the database, as they were given
     * @throws StoreException {@code backup-damaged} with the file that was altered or is missing
     */
    public static List<String> unpack(Path file, PersonCipher cipher, Path into, Predicate<String> mayMiss)
            throws StoreException {
        List<String> state = new ArrayList<>();
        visit(file, cipher, (name, length, bytes) -> {
            if (name.equals(BackupFolder.STATE)) {
                state.addAll(lines(bytes, length));
            } else if (!name.equals(BackupFolder.MANIFEST)) {
                put(into, name, bytes);
            }
        });
        for (String name : sharedParts(file, cipher)) {
            Path target = target(into, name, file);
            try {
                unpackPart(file, name, cipher, target);
            } catch (StoreException e) {
                if (!mayMiss.test(name)) {
                    throw e;
                }
                LOG.log(Level.WARNING, e.code() + ": restored without " + name, e);
                remove(target);
            }
        }
        return state;
    }

    /** The lines for the database of a backup. */
    public static List<String> state(Path file, PersonCipher cipher) throws StoreException {
        List<String> state = new ArrayList<>();
        visit(file, cipher, (name, length, bytes) -> {
            if (name.equals(BackupFolder.STATE)) {
                state.addAll(lines(bytes, length));
            }
        });
        return state;
    }

    /**
     * Takes one file out of a backup.
     *
     * @param name its path below the workspace
     * @return whether the backup has it
     */
    public static boolean take(Path file, String name, PersonCipher cipher, Path target) throws StoreException {
        if (sharedParts(file, cipher).contains(name)) {
            unpackPart(file, name, cipher, target);
            return true;
        }
        boolean[] found = {false};
        visit(file, cipher, (entry, length, bytes) -> {
            if (entry.equals(name)) {
                Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
                found[0] = true;
            }
        });
        return found[0];
    }

    private static void remove(Path target) throws StoreException {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(target.toString()), e);
        }
    }

    /**
     * Takes a file out of a folder of backups that several of them share, whichever they are.
     *
     * @param name its path below the workspace
     * @param target where it goes, in place of what is there
     * @return whether the folder has it
     * @throws StoreException {@code backup-damaged} with its file there; the target is of no use then
     */
    public static boolean takeShared(Path folder, String name, PersonCipher cipher, Path target) throws StoreException {
        Path part = BackupFolder.partFile(folder, name);
        if (!Files.exists(part)) {
            return false;
        }
        unpackShared(part, name, cipher, target);
        return true;
    }

    private static void unpackPart(Path file, String name, PersonCipher cipher, Path target) throws StoreException {
        Path folder = file.toAbsolutePath().getParent();
        unpackShared(BackupFolder.partFile(folder, name), name, cipher, target);
    }

    private static void unpackShared(Path part, String name, PersonCipher cipher, Path target) throws StoreException {
        visit(part, cipher, (entry, length, bytes) -> {
            if (!entry.equals(name)) {
                throw new SealedStream.DamagedException("another part", null);
            }
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    static Set<String> parts(Path file, PersonCipher cipher) throws StoreException {
        return sharedParts(file, cipher);
    }

    /** The list of shared files stands first in an archive; the rest is not read for it. */
    private static Set<String> sharedParts(Path file, PersonCipher cipher) throws StoreException {
        Set<String> names = new TreeSet<>();
        boolean[] found = {false};
        try {
            Archive.visitFirst(file, cipher, (name, length, bytes) -> {
                found[0] = name.equals(BackupFolder.MANIFEST);
                for (Object part : found[0] ? parts(all(bytes, length)) : List.of()) {
                    names.add(String.valueOf(part));
                }
            });
        } catch (IOException | CodecException e) {
            throw new StoreException("backup-damaged", List.of(file.toString()), e);
        }
        if (!found[0]) {
            throw new StoreException("backup-damaged", List.of(file.toString()), null);
        }
        return names;
    }

    private static List<?> parts(byte[] manifest) throws IOException {
        try {
            return Json.read(manifest).list("parts");
        } catch (CodecException e) {
            throw new SealedStream.DamagedException("a list that cannot be", e);
        }
    }

    private static byte[] all(InputStream bytes, long length) throws IOException {
        if (length > LARGEST_LIST) {
            throw new SealedStream.DamagedException("a list too long", null);
        }
        return bytes.readAllBytes();
    }

    private static List<String> lines(InputStream bytes, long length) throws IOException {
        if (length > Integer.MAX_VALUE - 8) {
            throw new SealedStream.DamagedException("a list too long", null);
        }
        return List.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1));
    }

    private static void put(Path into, String name, InputStream bytes) throws IOException {
        Path target = inside(into, name);
        Files.createDirectories(target.getParent());
        Files.copy(bytes, target);
    }

    private static Path target(Path into, String name, Path file) throws StoreException {
        try {
            return inside(into, name);
        } catch (IOException e) {
            throw new StoreException("backup-damaged", List.of(file.toString()), e);
        }
    }

    private static Path inside(Path into, String name) throws IOException {
        Path folder = into.toAbsolutePath().normalize();
        try {
            Path target = folder.resolve(name).normalize();
            if (target.startsWith(folder) && !target.equals(folder)) {
                return target;
            }
        } catch (java.nio.file.InvalidPathException e) {
            throw new SealedStream.DamagedException("a name that cannot be", e);
        }
        throw new SealedStream.DamagedException("a name that leads out of the workspace", null);
    }

    private static void visit(Path file, PersonCipher cipher, Archive.Visitor visitor) throws StoreException {
        try {
            Archive.visit(file, cipher, visitor);
        } catch (IOException | CodecException e) {
            throw new StoreException("backup-damaged", List.of(file.toString()), e);
        }
    }
}
