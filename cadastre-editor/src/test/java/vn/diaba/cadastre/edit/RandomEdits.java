package vn.diaba.cadastre.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.corner.AlignCorners;
import vn.diaba.cadastre.corner.DetachCorner;
import vn.diaba.cadastre.corner.InsertCorner;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.corner.MoveCorners;
import vn.diaba.cadastre.corner.RemoveCorner;
import vn.diaba.cadastre.corner.ReshapeBoundary;
import vn.diaba.cadastre.corner.Resurvey;
import vn.diaba.cadastre.corner.TransformCorners;
import vn.diaba.cadastre.corner.WeldCorners;
import vn.diaba.cadastre.division.SplitParcel;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneTransform;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.sheet.RenumberParcels;
import vn.diaba.cadastre.sheet.ZigZag;
import vn.diaba.cadastre.union.MergeParcels;

/** Requests without much sense, of every kind there is: what a hand at a mouse may ask for. A new edit needs a line here. */
final class RandomEdits {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    /** Each kind of edit by the label of its act. */
    static final Map<String, Function<RandomEdits, EditCommand>> KINDS = kinds();

    private final Fabric land;
    private final Random random;
    private final IdBlock ids;
    private final List<Parcel> parcels;

    RandomEdits(Fabric land, Random random, IdBlock ids) {
        this.land = land;
        this.random = random;
        this.ids = ids;
        parcels = new ArrayList<>(TestFabrics.live(land));
        parcels.sort((a, b) -> a.id().compareTo(b.id()));
    }

    private static Map<String, Function<RandomEdits, EditCommand>> kinds() {
        Map<String, Function<RandomEdits, EditCommand>> kinds = new LinkedHashMap<>();
        kinds.put("move-corner", RandomEdits::move);
        kinds.put("move-corners", RandomEdits::moveMany);
        kinds.put("insert-corner", RandomEdits::insert);
        kinds.put("remove-corner", edits -> new RemoveCorner(edits.corner(), edits.ids));
        kinds.put("weld-corners", edits -> new WeldCorners(List.of(edits.corner(), edits.corner()), edits.ids));
        kinds.put("detach-corner", RandomEdits::detach);
        kinds.put(
                "align-corners",
                edits -> new AlignCorners(
                        List.of(edits.corner(), edits.corner()), edits.corner(), edits.corner(), edits.ids));
        kinds.put("reshape-boundary", RandomEdits::reshape);
        kinds.put("transform-corners", RandomEdits::transform);
        kinds.put("split-parcel", RandomEdits::split);
        kinds.put("merge-parcels", RandomEdits::merge);
        kinds.put("edit-attributes", RandomEdits::attributes);
        kinds.put("renumber-parcels", RandomEdits::renumber);
        return kinds;
    }

    /** A request of a kind; the land must hold a parcel. */
    EditCommand next(String kind) {
        return KINDS.get(kind).apply(this);
    }

    private Parcel parcel() {
        return parcels.get(random.nextInt(parcels.size()));
    }

    private Ring ring(Parcel parcel) {
        List<Ring> rings = parcel.rings().toList();
        return rings.get(random.nextInt(rings.size()));
    }

    private CornerId corner() {
        Ring ring = ring(parcel());
        return ring.at(random.nextInt(ring.size()));
    }

    private SideKey side() {
        Ring ring = ring(parcel());
        int i = random.nextInt(ring.size());
        return new SideKey(ring.at(i), ring.at(i + 1));
    }

    private EastNorth at(CornerId corner) {
        return land.corner(corner).position();
    }

    /** A place near another: a hair, a hand or some metres away, or exactly where a corner is. */
    private EastNorth near(EastNorth place) {
        double[] reach = {1e-4, 0.01, 1, 5};
        int k = random.nextInt(reach.length + 1);
        return k == reach.length
                ? at(corner())
                : new EastNorth(
                        place.east() + reach[k] * random.nextGaussian(),
                        place.north() + reach[k] * random.nextGaussian());
    }

    private EastNorth on(SideKey side) {
        double share = random.nextDouble();
        EastNorth a = at(side.first());
        EastNorth b = at(side.second());
        return new EastNorth(a.east() + share * (b.east() - a.east()), a.north() + share * (b.north() - a.north()));
    }

    private Resurvey told() {
        return random.nextBoolean()
                ? Resurvey.NOTHING
                : new Resurvey(new Observation("GNSS", 0.03, DAY, "Minh", "S900"), random.nextBoolean() ? "cọc" : null);
    }

    private MoveCorner move() {
        CornerId corner = corner();
        return new MoveCorner(corner, near(at(corner)), told(), ids);
    }

    private MoveCorners moveMany() {
        Map<CornerId, EastNorth> places = new LinkedHashMap<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            CornerId corner = corner();
            places.put(corner, near(at(corner)));
        }
        return new MoveCorners(places, told(), ids);
    }

    private InsertCorner insert() {
        SideKey side = side();
        return new InsertCorner(side, random.nextInt(4) == 0 ? near(on(side)) : on(side), told(), ids);
    }

    private DetachCorner detach() {
        CornerId corner = corner();
        List<ParcelId> users = land.parcelsAt(corner);
        ParcelId user = users.get(random.nextInt(users.size()));
        EastNorth to = random.nextBoolean() ? null : near(at(corner));
        return new DetachCorner(corner, user, to, random.nextInt(9) == 0 ? " " : "theo bản án", ids);
    }

    private ReshapeBoundary reshape() {
        Ring ring = ring(parcel());
        int from = random.nextInt(ring.size());
        int to = from + 1 + random.nextInt(ring.size() - 1);
        List<EastNorth> stroke = new ArrayList<>();
        stroke.add(random.nextBoolean() ? at(ring.at(from)) : on(new SideKey(ring.at(from), ring.at(from + 1))));
        for (int n = random.nextInt(3); n > 0; n--) {
            stroke.add(near(at(ring.at(from + 1))));
        }
        stroke.add(random.nextBoolean() ? at(ring.at(to)) : on(new SideKey(ring.at(to), ring.at(to + 1))));
        @Nullable EastNorth via = random.nextInt(3) == 0 ? on(side()) : null;
        return new ReshapeBoundary(stroke, random.nextInt(9) == 0 ? ParcelSet.LEGAL : ParcelSet.SURVEYED, via, ids);
    }

    private TransformCorners transform() {
        List<CornerId> corners =
                random.nextInt(3) == 0 ? null : TransformCorners.cornersOf(land, List.of(parcel().id()));
        EastNorth centre = at(corner());
        int kind = random.nextInt(3);
        PlaneTransform transform = kind == 0
                ? PlaneTransform.translation(10 * random.nextInt(3) - 10, random.nextGaussian())
                : kind == 1
                        ? PlaneTransform.rotation(centre, 90 * random.nextDouble())
                        : PlaneTransform.scaling(centre, 0.5 + random.nextDouble());
        return new TransformCorners(corners, transform, told(), ids);
    }

    private SplitParcel split() {
        Parcel parcel = parcel();
        EastNorth from = at(corner());
        EastNorth to = near(at(ring(parcel).at(random.nextInt(8))));
        double east = to.east() - from.east();
        double north = to.north() - from.north();
        EastNorth beyond = new EastNorth(to.east() + east, to.north() + north);
        return new SplitParcel(parcel.id(), List.of(from, to, beyond), DAY, ids);
    }

    private MergeParcels merge() {
        Parcel one = parcel();
        CornerId shared = ring(one).at(random.nextInt(5));
        List<ParcelId> users = land.parcelsAt(shared);
        ParcelId other = users.get(random.nextInt(users.size()));
        return new MergeParcels(List.of(one.id(), other), random.nextBoolean() ? "mua lại" : "", DAY, ids);
    }

    private EditAttributes attributes() {
        List<Map<String, String>> some = List.of(
                Map.of("state", random.nextInt(4) == 0 ? "frozen" : "normal"),
                Map.of("landUse", "ONT+CLN", "address", "thôn " + random.nextInt(9)),
                Map.of("number", "" + random.nextInt(30), "legalArea", "12,5"),
                Map.of("landUser", "người " + random.nextInt(3)),
                Map.of("legalArea", "nhiều"));
        return new EditAttributes(parcel().id(), some.get(random.nextInt(some.size())), ids);
    }

    private RenumberParcels renumber() {
        return new RenumberParcels(
                ParcelSet.SURVEYED,
                null,
                random.nextBoolean() ? "1" : null,
                new ZigZag(5 + 10 * random.nextDouble(), random.nextBoolean()),
                random.nextBoolean(),
                ids);
    }
}
