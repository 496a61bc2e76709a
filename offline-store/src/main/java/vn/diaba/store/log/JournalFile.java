package vn.diaba.store.log;

import java.nio.file.Path;

/**
 * A file of the journal as it is at a moment. Immutable.
 *
 * @param file where it lies
 * @param bytes how long it is
 * @param isFinal whether it will never change
 */
public record JournalFile(Path file, long bytes, boolean isFinal) {}
