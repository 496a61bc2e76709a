package vn.diaba.app.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/**
 * What splitting along a line would come to, planned on a snapshot. Immutable.
 *
 * @param command the command that would be submitted
 * @param pieces the parcels that would begin, the largest first
 * @param after the land as it would be; the land as it is when the split has no meaning
 * @param areas each piece
 * @param refusal why the split has no meaning; null when it has
 */
public record SplitSketch(
        SplitParcel command,
        List<ParcelId> pieces,
        Fabric after,
        List<AreaLine> areas,
        @Nullable Refusal refusal) {
    /** Plans the split. */
    public static SplitSketch of(Fabric fabric, SplitParcel command) {
        try {
            ChangeSet plan = command.plan(fabric);
            Fabric after = fabric.apply(plan);
            List<ParcelId> pieces = new ArrayList<>();
            List<AreaLine> areas = new ArrayList<>();
            for (Change change : plan.changes()) {
                if (change instanceof Change.ParcelChange made && made.before() == null) {
                    Parcel piece = after.parcel(made.id());
                    pieces.add(made.id());
                    areas.add(new AreaLine(
                            piece.label(),
                            Double.NaN,
                            after.areaOf(made.id()).squareMetres(),
                            piece.facts().legalArea()));
                }
            }
            return new SplitSketch(command, List.copyOf(pieces), after, List.copyOf(areas), null);
        } catch (ImpossibleEditException e) {
            Refusal why = new Refusal(e.code(), e.arguments());
            return new SplitSketch(command, List.of(), fabric, List.of(), why);
        }
    }

    /**
     * The parcel a line is meant to split: the only one selected, else the one under the middle of its longest stretch.
     *
     * @param line positions of the line
     */
    public static Optional<ParcelId> target(Fabric fabric, List<ParcelId> selection, List<EastNorth> line) {
        if (selection.size() == 1) {
            return Optional.of(selection.get(0));
        }
        EastNorth middle = null;
        double longest = 0;
        for (int i = 1; i < line.size(); i++) {
            EastNorth a = line.get(i - 1);
            EastNorth b = line.get(i);
            double length = Math.hypot(b.east() - a.east(), b.north() - a.north());
            if (length > longest) {
                longest = length;
                middle = new EastNorth((a.east() + b.east()) / 2, (a.north() + b.north()) / 2);
            }
        }
        return middle == null
                ? Optional.empty()
                : fabric.index().parcelsAt(middle).stream().findFirst();
    }

    /** Why the split has no meaning. */
    public Optional<Refusal> findRefusal() {
        return Optional.ofNullable(refusal);
    }
}
