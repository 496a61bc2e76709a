package vn.diaba.store.backup;

import java.nio.file.Path;
import java.util.List;

/**
 * What a backup is made of. Immutable.
 *
 * @param card as JSON whose it is and how its key is found; the only part that is not encrypted
 * @param sequence the last act it holds
 * @param state lines that the database gave for what cannot be made again from the journal
 * @param parts files of the workspace
 */
public record BackupContent(String card, long sequence, List<String> state, List<Part> parts) {
    /** Copies the lists. */
    public BackupContent {
        state = List.copyOf(state);
        parts = List.copyOf(parts);
    }

    /**
     * A file of the workspace, up to a length.
     *
     * @param name its path below the workspace, names with "/" between them
     * @param file where it lies
     * @param bytes how much of it belongs to the backup
     * @param isFinal whether it will never change; such a file is kept once for all backups of a folder
     */
    public record Part(String name, Path file, long bytes, boolean isFinal) {}
}
