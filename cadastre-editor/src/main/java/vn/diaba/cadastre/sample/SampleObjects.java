package vn.diaba.cadastre.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * What stands on the invented ward beside its parcels: houses with structure and floors, names of roads and of the canal,
 * points of control. Stateless; the same ward and seed give the same objects but for their ids.
 */
public final class SampleObjects {
    private static final int HOUSE_WALL = 14;
    private static final int ROAD_NAME = 28;
    private static final int WATER_NAME = 39;
    private static final int EMPTY_LOT_IN = 12;
    private static final int STOREYS = 4;
    private static final double CONTROL_APART_METRES = 130;
    private static final double CONTROL_SIGMA_METRES = 0.02;
    private static final LocalDate CONTROL_MEASURED = LocalDate.of(2026, 2, 10);
    private static final String[] STRUCTURES = {"b", "b", "b", "g", "g", "s"};

    private SampleObjects() {}

    /**
     * The objects of a ward.
     *
     * @param drafts the ward's parcels
     * @param seed gives other houses for another number
     * @param ids fresh ids
     */
    public static List<PlacedRecord> of(List<Draft> drafts, long seed, IdBlock ids) {
        Random random = new Random(seed + 1);
        Houses houses = new Houses(random);
        List<PlacedRecord> objects = new ArrayList<>();
        List<EastNorth> control = new ArrayList<>();
        int next = 0;
        for (Draft draft : drafts) {
            Polygon land = land(draft);
            String use = draft.facts().landUses().get(0).code();
            Object title = draft.facts().extras().get("ten");
            boolean way = use.equals("DGT");
            if ((way || use.equals("DTL")) && title instanceof String name) {
                Point inside = land.getInteriorPoint();
                EastNorth place = Chain.point(inside.getX(), inside.getY());
                ObjectFacts facts = new ObjectFacts("", name, "", 0, Houses.turnAt(land, place), "", Map.of());
                objects.add(new MapObject(
                        ids.uuid(next++), way ? ROAD_NAME : WATER_NAME, ObjectShape.point(place), name, facts));
                if (way && control.stream().allMatch(other -> other.distanceTo(place) > CONTROL_APART_METRES)) {
                    control.add(place);
                }
            } else if (use.startsWith("ODT") && land.isValid() && random.nextInt(EMPTY_LOT_IN) > 0) {
                var walls = houses.on(land);
                if (walls.isPresent()) {
                    String structure = STRUCTURES[random.nextInt(STRUCTURES.length)];
                    int floors = structure.equals("b") ? 1 + random.nextInt(STOREYS) : 1;
                    ObjectFacts facts = new ObjectFacts("", "", structure, floors, 0, "", Map.of());
                    objects.add(new MapObject(ids.uuid(next++), HOUSE_WALL, ObjectShape.area(walls.get()), "", facts));
                }
            }
        }
        for (EastNorth place : control) {
            int n = control.indexOf(place) + 1;
            EastNorth beside = Chain.point(place.east() + 1.5, place.north() + 1);
            objects.add(new SurveyPoint(
                    ids.uuid(next++),
                    SurveyPoint.Role.CONTROL,
                    "ATD-%02d".formatted(n),
                    beside,
                    Double.NaN,
                    "",
                    new Observation("GNSS", CONTROL_SIGMA_METRES, CONTROL_MEASURED, "", ""),
                    "",
                    null));
        }
        return objects;
    }

    private static Polygon land(Draft draft) {
        double[] xy = draft.rings().get(0).xy();
        List<EastNorth> ring = new ArrayList<>();
        for (int i = 0; i < xy.length - 2; i += 2) {
            ring.add(new EastNorth(xy[i], xy[i + 1]));
        }
        return new Plot(Plot.Kind.FIELD, "", "", false, ring).polygon();
    }
}
