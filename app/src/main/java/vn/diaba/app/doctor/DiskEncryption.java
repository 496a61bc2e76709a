package vn.diaba.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a folder's disk is encrypted, as far as Linux tells: a block device of the device mapper whose name begins with
 * {@code CRYPT-}, itself or below, or an encrypting file system. Reads {@code /proc} and {@code /sys}, needs no rights.
 */
final class DiskEncryption {
    private static final int DEPTH = 8;

    private final Path root;

    /** Looks below this root; tests have one of their own. */
    DiskEncryption(Path root) {
        this.root = root;
    }

    /** Encrypted or not; empty where the system does not tell (another system, a container, a network). */
    Optional<Boolean> find(Path folder) {
        Path mounts = root.resolve("proc/self/mountinfo");
        if (!Files.isReadable(mounts)) {
            return Optional.empty();
        }
        try {
            String best = null;
            int length = -1;
            for (String line : Files.readAllLines(mounts)) {
                String[] f = line.split(" ");
                if (f.length > 6 && isAbove(unescaped(f[4]), folder) && f[4].length() >= length) {
                    best = line;
                    length = f[4].length();
                }
            }
            return best == null ? Optional.empty() : ofMount(best);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Boolean> ofMount(String line) throws IOException {
        String type = line.substring(line.indexOf(" - ") + 3).split(" ")[0];
        if (type.equals("ecryptfs") || type.equals("fuse.encfs") || type.equals("fuse.gocryptfs")) {
            return Optional.of(true);
        }
        Path device = root.resolve("sys/dev/block").resolve(line.split(" ")[2]);
        return Files.exists(device) ? Optional.of(isEncrypted(device, DEPTH)) : Optional.empty();
    }

    private boolean isEncrypted(Path device, int depth) throws IOException {
        Path name = device.resolve("dm/uuid");
        if (Files.isReadable(name) && Files.readString(name).startsWith("CRYPT-")) {
            return true;
        }
        Path below = device.resolve("slaves");
        if (depth == 0 || !Files.isDirectory(below)) {
            return false;
        }
        try (Stream<Path> slaves = Files.list(below)) {
            List<Path> all = slaves.toList();
            for (Path slave : all) {
                if (!isEncrypted(slave, depth - 1)) {
                    return false;
                }
            }
            return !all.isEmpty();
        }
    }

    private static boolean isAbove(String mount, Path folder) {
        return folder.startsWith(Path.of(mount));
    }

    /** The kernel writes blanks in names as octal. */
    private static String unescaped(String name) {
        return name.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }
}
