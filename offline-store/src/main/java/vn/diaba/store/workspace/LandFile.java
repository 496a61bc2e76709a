package vn.diaba.store.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;

/**
 * The file of tables and the check sum beside it. The sum is written when the tables are closed and taken away before they
 * are opened: while it is there nobody may have touched the file, so a difference is damage. After a crash there is none,
 * and the tables are brought up to the journal as ever. Confined to one thread.
 */
final class LandFile {
    static final String NAME = "land";

    private final Path folder;
    private final Channels channels;
    private final Path file;
    private final Path sum;

    LandFile(Path folder, Channels channels) {
        this.folder = folder;
        this.channels = channels;
        file = folder.resolve(NAME + ".mv.db");
        sum = folder.resolve(NAME + ".sum");
    }

    /** The database's name, without suffix. */
    Path path() {
        return folder.resolve(NAME);
    }

    /** The file itself. */
    Path file() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Whether the file is as it was when it was closed, as far as anything is known about that. */
    boolean isSound() throws StoreException {
        try {
            String known = new String(Files.readAllBytes(sum), StandardCharsets.ISO_8859_1).strip();
            return exists() && known.equals(sum());
        } catch (NoSuchFileException closedByACrash) {
            return true;
        } catch (IOException e) {
            throw new StoreException("workspace-unreadable", List.of(folder.toString()), e);
        }
    }

    /** Whether the tables were closed when they were last used; otherwise there is no sum to compare them with. */
    boolean isClosed() {
        return Files.exists(sum);
    }

    /** Before the tables are written: what is known of the file is not true any more. */
    void forgetSum() throws StoreException {
        try {
            Files.deleteIfExists(sum);
            channels.forceFolder(folder);
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
    }

    /** After the tables were closed. */
    void writeSum() throws StoreException {
        try {
            channels.force(file);
            channels.write(sum, (sum() + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
    }

    private String sum() throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[1 << 20];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
            }
        }
        return String.format(Locale.ROOT, "%d %08x", Files.size(file), crc.getValue());
    }

    /** Copies a bad file aside, then takes it away; it is never deleted. */
    Path setAside(String stamp) throws StoreException {
        Path aside = folder.resolve(NAME + "-damaged-" + stamp + ".mv.db");
        try {
            Files.deleteIfExists(sum);
            channels.move(file, aside);
            return aside;
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
    }

    /** Puts another file in its place. */
    void replaceBy(Path other) throws StoreException {
        try {
            channels.force(other);
            channels.move(other, file);
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
    }

    /** Takes away what a failed step left. */
    void remove(Path other) throws StoreException {
        try {
            Files.deleteIfExists(other);
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
    }
}
