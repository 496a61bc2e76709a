package vn.diaba.app.edit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.record.CaseFile;

/**
 * The open workspace at one moment. Immutable.
 *
 * @param fabric the land
 * @param undoable what an undo would take back, newest first
 * @param redoable what a redo would do again, newest first
 * @param unsent acts of people that no land database has
 * @param accepted faults left as they are on purpose
 * @param savedAt when the last act was forced to disk; null before the first one
 * @param caseId the case that acts belong to, one that is worked on; null for none
 */
public record DeskState(
        Fabric fabric,
        List<PastAct> undoable,
        List<PastAct> redoable,
        int unsent,
        List<Waiver> accepted,
        @Nullable Instant savedAt,
        @Nullable UUID caseId) {
    /** No workspace. */
    public static final DeskState NONE = new DeskState(Fabric.empty(), List.of(), List.of(), 0, List.of(), null, null);

    /** Copies the lists. */
    public DeskState {
        undoable = List.copyOf(undoable);
        redoable = List.copyOf(redoable);
        accepted = List.copyOf(accepted);
    }

    /** When the last act was forced to disk. */
    public Optional<Instant> findSavedAt() {
        return Optional.ofNullable(savedAt);
    }

    /** The case that acts belong to. */
    public Optional<CaseFile> findCase() {
        return caseId == null
                ? Optional.empty()
                : fabric.findRecord(caseId).filter(CaseFile.class::isInstance).map(CaseFile.class::cast);
    }
}
