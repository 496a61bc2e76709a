package vn.diaba.store.backup;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A backup that lies in a folder. Immutable.
 *
 * @param file its archive; files it shares with others lie beside it
 * @param reason {@code day}, {@code asked}, {@code migration}, {@code stick}
 * @param made when
 * @param sequence the last act it holds
 * @param bytes size of the archive itself
 */
public record Backup(Path file, String reason, Instant made, long sequence, long bytes) {}
