package vn.diaba.app.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * What moving a corner would come to, planned on a snapshot. Immutable.
 *
 * @param command the command that would be submitted
 * @param parcels the parcels that share the corner
 * @param after the land as it would be; the land as it is when the move has no meaning
 * @param areas each of the parcels, by label
 * @param refusal why the move has no meaning; null when it has
 */
public record CornerMove(
        MoveCorner command,
        List<ParcelId> parcels,
        Fabric after,
        List<AreaLine> areas,
        @Nullable Refusal refusal) {
    /** Plans the move; pure and quick, whatever the size of the land. */
    public static CornerMove of(Fabric fabric, MoveCorner command) {
        List<ParcelId> parcels = fabric.parcelsAt(command.corner());
        try {
            Fabric after = fabric.apply(command.plan(fabric));
            List<AreaLine> areas = new ArrayList<>();
            for (ParcelId id : parcels) {
                Parcel parcel = fabric.parcel(id);
                areas.add(new AreaLine(
                        parcel.label(),
                        fabric.areaOf(id).squareMetres(),
                        after.areaOf(id).squareMetres(),
                        parcel.facts().legalArea()));
            }
            areas.sort(java.util.Comparator.comparing(AreaLine::label));
            return new CornerMove(command, parcels, after, List.copyOf(areas), null);
        } catch (ImpossibleEditException e) {
            return new CornerMove(command, parcels, fabric, List.of(), new Refusal(e.code(), e.arguments()));
        }
    }

    /** Why the move has no meaning. */
    public Optional<Refusal> findRefusal() {
        return Optional.ofNullable(refusal);
    }
}
