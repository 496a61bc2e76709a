package vn.diaba.store.db;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Watches the disk a workspace lies on: enough room before each write, and no network file system, on which locks and
 * flushes do not hold. Immutable; safe for all threads.
 */
public final class DiskGuard {
    /** What must be free before any write, in bytes. */
    public static final long LEAST_FREE_BYTES = 64L << 20;

    private static final Set<String> NETWORK =
            Set.of("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "9p", "afs");

    private final Disk disk;

    /** Looks at the real disk. */
    public DiskGuard() {
        this(new RealDisk());
    }

    /** Looks at a given disk. */
    public DiskGuard(Disk disk) {
        this.disk = disk;
    }

    /** What a disk says of itself. Implementations are safe for all threads. */
    public interface Disk {
        /** Bytes free to this user at a path that exists. */
        long freeBytes(Path path) throws IOException;

        /** The name of the file system at a path that exists: {@code ext4}, {@code NTFS}, {@code cifs}. */
        String fileSystem(Path path) throws IOException;

        /** Whether the medium at a path can be pulled out, as far as the system says so. */
        boolean isRemovable(Path path) throws IOException;
    }

    /**
     * Demands room for a step: three times what it writes, at least {@link #LEAST_FREE_BYTES}.
     *
     * @param folder exists
     * @param writeBytes what the step writes
     * @throws StoreException {@code disk-full} with the folder, the bytes needed and the bytes free; or {@code
     *     disk-unreadable}
     */
    public void requireRoom(Path folder, long writeBytes) throws StoreException {
        try {
            long needed = Math.max(LEAST_FREE_BYTES, 3 * writeBytes);
            long free = disk.freeBytes(folder);
            if (free < needed) {
                throw new StoreException("disk-full", List.of(folder.toString(), needed, free), null);
            }
        } catch (IOException e) {
            throw new StoreException("disk-unreadable", List.of(folder.toString()), e);
        }
    }

    /**
     * Demands a disk of this machine.
     *
     * @param folder exists
     * @throws StoreException {@code disk-not-local} with the folder and the name of its file system; or {@code
     *     disk-unreadable}
     */
    public void requireLocal(Path folder) throws StoreException {
        try {
            String type = disk.fileSystem(folder).toLowerCase(Locale.ROOT);
            if (NETWORK.contains(type) || type.contains("sshfs")) {
                throw new StoreException("disk-not-local", List.of(folder.toString(), type), null);
            }
        } catch (IOException e) {
            throw new StoreException("disk-unreadable", List.of(folder.toString()), e);
        }
    }

    /** Whether the folder lies on a medium that can be pulled out; the user should be warned. */
    public boolean isRemovable(Path folder) {
        try {
            return disk.isRemovable(folder);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** What a failed write means: {@code disk-full} where the system says so or nothing is free, else {@code otherwise}. */
    public String codeOf(IOException failure, Path folder, String otherwise) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("not enough space") || said.contains("quota")) {
            return "disk-full";
        }
        try {
            return disk.freeBytes(folder) < 1 << 16 ? "disk-full" : otherwise;
        } catch (IOException unknown) {
            return otherwise;
        }
    }

    private static final class RealDisk implements Disk {
        @Override
        public long freeBytes(Path path) throws IOException {
            return Files.getFileStore(path).getUsableSpace();
        }

        @Override
        public String fileSystem(Path path) throws IOException {
            FileStore store = Files.getFileStore(path);
            boolean unc = path.toAbsolutePath().toString().startsWith("\\\\");
            return unc ? "smb" : store.type();
        }

        @Override
        public boolean isRemovable(Path path) throws IOException {
            FileStore store = Files.getFileStore(path);
            if (store.supportsFileAttributeView("dos") && store.type().equalsIgnoreCase("NTFS")) {
                return Boolean.TRUE.equals(store.getAttribute("volume:isRemovable"));
            }
            return isRemovableOnLinux(store.name());
        }

        private static boolean isRemovableOnLinux(String device) throws IOException {
            String disk = device.replaceFirst("^/dev/", "").replaceFirst("p?[0-9]+$", "");
            Path flag = Path.of("/sys/block", disk, "removable");
            return !disk.isEmpty()
                    && !disk.contains("/")
                    && Files.isReadable(flag)
                    && Files.readString(flag).strip().equals("1");
        }
    }
}
