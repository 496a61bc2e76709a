package vn.diaba.app.union;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.MergeParcels;
import vn.diaba.cadastre.union.MergePreview;

/**
 * What a merge would come to, with the land after it to draw. Immutable.
 *
 * @param command the merge asked for, without a reason
 * @param preview its attributes side by side and what stands against it
 * @param after the land after it; null when its outline cannot be made
 * @param whole the parcel that would begin; null when its outline cannot be made
 */
record MergeSketch(
        MergeParcels command,
        MergePreview preview,
        @Nullable Fabric after,
        @Nullable ParcelId whole) {
    /** What a reason answers. */
    private static final Set<String> ANSWERED_BY_REASON = Set.of("land-users-differ", "states-differ");

    /** A reason with which only the outline is looked for. */
    private static final String ANY_REASON = "?";

    /**
     * Plans a merge.
     *
     * @param command without a reason
     * @throws ImpossibleEditException when a parcel does not live
     */
    static MergeSketch of(Fabric fabric, MergeParcels command) throws ImpossibleEditException {
        MergePreview preview = MergePreview.of(fabric, command);
        try {
            ChangeSet act = with(command, ANY_REASON).plan(fabric);
            ParcelId whole = act.changes().stream()
                    .filter(change -> change instanceof Change.ParcelChange && change.before() == null)
                    .map(change -> ((Change.ParcelChange) change).id())
                    .findFirst()
                    .orElse(null);
            return new MergeSketch(command, preview, fabric.apply(act), whole);
        } catch (ImpossibleEditException e) {
            // It stands among the preview's refusals.
            return new MergeSketch(command, preview, null, null);
        }
    }

    /** The same merge with a reason. */
    static MergeParcels with(MergeParcels merge, String reason) {
        return new MergeParcels(merge.parcels(), merge.choice(), reason, merge.day(), merge.ids());
    }

    /** Whether it can only be done with a reason. */
    boolean needsReason() {
        return preview.refusals().stream().anyMatch(refusal -> ANSWERED_BY_REASON.contains(refusal.code()));
    }

    /** What stands against it, given a reason. */
    List<MergePreview.Refusal> refusals(String reason) {
        return preview.refusals().stream()
                .filter(refusal -> reason.isBlank() || !ANSWERED_BY_REASON.contains(refusal.code()))
                .toList();
    }

    /** Whether an attribute's values are not all one. */
    boolean isDifferent(String name) {
        return findField(name).filter(MergePreview.Field::isDifferent).isPresent();
    }

    /** An attribute, if any part has it. */
    Optional<MergePreview.Field> findField(String name) {
        return preview.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }
}
