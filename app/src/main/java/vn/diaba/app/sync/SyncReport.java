package vn.diaba.app.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sync did. Immutable.
 *
 * @param counts change sets and objects, by what became of them
 * @param wholeZone whether the whole zone came, as at the first time
 * @param conflicts how many objects wait for a decision
 * @param refused what the land database declined, a line each
 * @param lines every change set of the receipt
 * @param file the receipt; null when there was nothing to do
 * @param zones the zones to choose one of; then nothing was done
 */
record SyncReport(
        SyncProspect.Counts counts,
        boolean wholeZone,
        int conflicts,
        List<String> refused,
        List<OpenReceipt.Line> lines,
        @Nullable Path file,
        List<SyncProspect.Zone> zones) {
    /** Copies the lists. */
    SyncReport {
        refused = List.copyOf(refused);
        lines = List.copyOf(lines);
        zones = List.copyOf(zones);
    }

    /** The receipt, if there was anything to do. */
    Optional<Path> findFile() {
        return Optional.ofNullable(file);
    }
}
