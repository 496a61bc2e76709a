package vn.diaba.app.central;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.disk.Channels;

/**
 * Where a workspace's land database is, who signs in there, and when both were last brought together; a small file in the
 * workspace's folder. No password and no token is ever in it. Immutable.
 *
 * @param url as {@link LandLine#open} takes it
 * @param user name of the account, "" for none
 * @param syncedAt when the last sync ended well; null before the first
 */
public record LandAddress(String url, String user, @Nullable Instant syncedAt) {
    private static final String FILE = "land-database.properties";

    /** When the last sync ended well, if ever. */
    public Optional<Instant> findSyncedAt() {
        return Optional.ofNullable(syncedAt);
    }

    /** What a workspace remembers; nothing when the file is missing or is not to be read. */
    public static Optional<LandAddress> find(Path folder) {
        Properties fields = new Properties();
        try {
            fields.load(new StringReader(Files.readString(folder.resolve(FILE))));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        String url = fields.getProperty("url", "");
        return url.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LandAddress(url, fields.getProperty("user", ""), time(fields.getProperty("synced", ""))));
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /**
     * Remembers it for a workspace. Without a time of its own it keeps the one known for this land database.
     *
     * @throws StoreException {@code workspace-not-writable}
     */
    public void keep(Path folder) throws StoreException {
        Instant time = syncedAt != null
                ? syncedAt
                : find(folder)
                        .filter(known -> known.url.equals(url))
                        .flatMap(LandAddress::findSyncedAt)
                        .orElse(null);
        String text = "url=" + escaped(url) + "\nuser=" + escaped(user) + "\nsynced="
                + (time == null ? "" : escaped(time.toString())) + "\n";
        try {
            Channels.REAL.write(folder.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new StoreException("workspace-not-writable", List.of(folder.toString()), e);
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "").replace("\r", "");
    }
}
