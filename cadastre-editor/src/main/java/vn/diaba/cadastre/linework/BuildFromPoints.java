package vn.diaba.cadastre.linework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Makes parcels of survey points named in order. A point on a corner that is there already becomes that corner; a new corner
 * takes over how its point was measured, and each point is told which corner it became. Immutable.
 *
 * @param parcels at least one
 * @param set the coverage they go to
 * @param ids fresh ids
 */
public record BuildFromPoints(List<ChainParcel> parcels, ParcelSet set, IdBlock ids) implements EditCommand {
    /** The act has an id of its own, beyond what land can need. */
    private static final long ACT = 0xFFFF_FFFFL;

    /** Copies the list. */
    public BuildFromPoints {
        parcels = List.copyOf(parcels);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code chain-point-missing}, {@code chain-point-ambiguous} as {@link PointNumbers#point};
     *     {@code chain-too-short} with the points when a parcel has fewer than three different places; {@code
     *     chain-point-again} with the number of a point met twice in one parcel; {@code nothing-to-do}
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        if (parcels.isEmpty()) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        PointNumbers numbers = new PointNumbers(fabric);
        FabricBuilder builder = new FabricBuilder(fabric, ids, 0);
        Map<EastNorth, SurveyPoint> points = new HashMap<>();
        for (int i = 0; i < parcels.size(); i++) {
            List<SurveyPoint> ring = ring(parcels.get(i), numbers);
            ring.forEach(point -> points.putIfAbsent(point.position(), point));
            builder.add(draft(i + 1, parcels.get(i), ring));
        }
        return ChangeSet.planned(
                ids.uuid(ACT), "build-from-points", changes(builder.build().changes(), points));
    }

    /**
     * The places of a chain in order, without the first one again.
     *
     * @throws ImpossibleEditException as for {@link #plan}
     */
    public static List<SurveyPoint> ring(ChainParcel parcel, PointNumbers numbers) throws ImpossibleEditException {
        List<SurveyPoint> ring = new ArrayList<>();
        Set<EastNorth> places = new HashSet<>();
        for (String name : parcel.ring()) {
            SurveyPoint point = numbers.point(name);
            if (!places.add(point.position())) {
                throw new ImpossibleEditException("chain-point-again", name);
            }
            ring.add(point);
        }
        if (places.size() < 3) {
            throw new ImpossibleEditException("chain-too-short", String.join(", ", parcel.points()));
        }
        return ring;
    }

    private Draft draft(int record, ChainParcel parcel, List<SurveyPoint> ring) {
        double[] xy = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            xy[2 * i] = ring.get(i).position().east();
            xy[2 * i + 1] = ring.get(i).position().north();
        }
        ParcelFacts facts = new ParcelFacts(
                "", "", LandUse.parse(parcel.landUse()), List.of(), null, ParcelState.NORMAL, "", "", "", Map.of());
        return new Draft(record, set, parcel.number(), facts, List.of(new Draft.DraftRing(xy, true)), null);
    }

    private static List<Change> changes(AddedLand land, Map<EastNorth, SurveyPoint> points) {
        List<Change> changes = new ArrayList<>();
        for (Change change : land) {
            Corner made = change instanceof Change.CornerChange corner ? corner.after() : null;
            SurveyPoint point = made == null ? null : points.get(made.position());
            changes.add(
                    point == null || made == null ? change : new Change.CornerChange(made.id(), null, of(made, point)));
        }
        Fabric made = land.land();
        for (int slot = 0; slot < made.cornerSlots(); slot++) {
            Corner corner = made.cornerAt(slot);
            @Nullable SurveyPoint point = points.get(corner.position());
            if (point != null && !corner.id().equals(point.corner())) {
                changes.add(new Change.RecordChange(point.id(), point, point.asCorner(corner.id())));
            }
        }
        return changes;
    }

    private static Corner of(Corner corner, SurveyPoint point) {
        return new Corner(corner.id(), corner.position(), corner.monument(), point.observation(), corner.further());
    }
}
