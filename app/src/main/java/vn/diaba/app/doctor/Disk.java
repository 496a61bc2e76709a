package vn.diaba.app.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The disk the user's work goes to: room left, local or not, encrypted where the system tells. */
final class Disk {
    private static final long LITTLE_MIB = 1_024;
    private static final long TOO_LITTLE_MIB = 64;
    private static final Set<String> REMOTE =
            Set.of("nfs", "nfs4", "cifs", "smb", "smb3", "smbfs", "fuse.sshfs", "9p", "afpfs", "webdav", "davfs");

    private final Path place;

    /** The disk of this folder, or of the nearest one above it that exists. */
    Disk(Path folder) {
        Path existing = folder.toAbsolutePath().normalize();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        this.place = existing;
    }

    Check check() {
        try {
            FileStore store = Files.getFileStore(place);
            long free = store.getUsableSpace() >> 20;
            String type = store.type().toLowerCase(Locale.ROOT);
            if (REMOTE.contains(type)) {
                return Check.warning("disk", "doctor-disk-remote", place, type);
            }
            if (!Files.isWritable(place)) {
                return Check.fault("disk", "doctor-disk-read-only", place);
            }
            if (free < TOO_LITTLE_MIB) {
                return Check.fault("disk", "doctor-disk-full", place, free);
            }
            if (free < LITTLE_MIB) {
                return Check.warning("disk", "doctor-disk-nearly-full", place, free);
            }
            Optional<Boolean> encrypted = new DiskEncryption(Path.of("/")).find(place);
            if (encrypted.isEmpty()) {
                return Check.ok("disk", "doctor-disk", place, free, type);
            }
            return encrypted.get()
                    ? Check.ok("disk", "doctor-disk-encrypted", place, free, type)
                    : Check.ok("disk", "doctor-disk-not-encrypted", place, free, type);
        } catch (IOException e) {
            return Check.warning("disk", "doctor-disk-unknown", place, String.valueOf(e.getMessage()));
        }
    }
}
