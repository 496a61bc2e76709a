package vn.diaba.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms are those of proc(5), mountinfo, and of the kernel's device mapper. */
class DiskEncryptionTest {
    private static final String MOUNTS = """
            22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
            30 22 253:1 / /home rw,relatime shared:2 - ext4 /dev/mapper/vg-home rw
            31 30 0:45 / /home/an/Đo\\040đạc rw shared:3 - ecryptfs /home/.ecryptfs rw
            """;

    @TempDir
    Path root;

    @BeforeEach
    void machine() throws IOException {
        Files.createDirectories(root.resolve("proc/self"));
        Files.writeString(root.resolve("proc/self/mountinfo"), MOUNTS);
        Files.createDirectories(root.resolve("sys/dev/block/8:2"));
        Path volume = root.resolve("sys/dev/block/253:1");
        Files.createDirectories(volume.resolve("dm"));
        Files.writeString(volume.resolve("dm/uuid"), "LVM-abc\n");
        Files.createDirectories(volume.resolve("slaves/dm-0/dm"));
        Files.writeString(volume.resolve("slaves/dm-0/dm/uuid"), "CRYPT-LUKS2-0123-luks\n");
    }

    @Test
    void aPlainPartitionIsNotEncrypted() {
        assertEquals(Optional.of(false), new DiskEncryption(root).find(Path.of("/var/diaba")));
    }

    @Test
    void aLogicalVolumeOnLuksIsEncrypted() {
        assertEquals(Optional.of(true), new DiskEncryption(root).find(Path.of("/home/an")));
    }

    @Test
    void anEncryptingFileSystemInAFolderWithABlankIsEncrypted() {
        assertEquals(Optional.of(true), new DiskEncryption(root).find(Path.of("/home/an/Đo đạc/ws")));
    }

    @Test
    void anotherSystemDoesNotTell() throws IOException {
        Files.delete(root.resolve("proc/self/mountinfo"));
        assertEquals(Optional.empty(), new DiskEncryption(root).find(Path.of("/home")));
    }
}
