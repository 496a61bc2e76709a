package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;

/** Edits of land by hand, at random places. Confined to one thread. */
final class PlannedEdits {
    private final Random random;
    private int frames;

    PlannedEdits(Random random) {
        this.random = random;
    }

    Change move(Corner corner, double most) {
        EastNorth to = new EastNorth(
                corner.position().east() + (random.nextDouble() * 2 - 1) * most,
                corner.position().north() + (random.nextDouble() * 2 - 1) * most);
        return new Change.CornerChange(corner.id(), corner, corner.movedTo(to));
    }

    List<Change> insert(Fabric land, Parcel parcel, int side) {
        return insert(land, parcel, side, (random.nextDouble() - 0.5) * 2);
    }

    /** A corner put into a side, off it by some metres, in the ring of the neighbour too. The corner comes first. */
    List<Change> insert(Fabric land, Parcel parcel, int side, double offMetres) {
        List<CornerId> shell = shell(parcel);
        CornerId a = shell.get(side);
        CornerId b = shell.get((side + 1) % shell.size());
        EastNorth from = land.corner(a).position();
        EastNorth to = land.corner(b).position();
        double length = from.distanceTo(to);
        EastNorth place = new EastNorth(
                (from.east() + to.east()) / 2 - offMetres * (to.north() - from.north()) / length,
                (from.north() + to.north()) / 2 + offMetres * (to.east() - from.east()) / length);
        Corner fresh = Corner.at(new CornerId(random.nextLong(), random.nextLong()), place);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.CornerChange(fresh.id(), null, fresh));
        for (ParcelId id : land.parcelsAt(a)) {
            Parcel user = land.parcel(id);
            List<CornerId> ring = new ArrayList<>(shell(user));
            int at = ring.indexOf(a);
            int next = ring.indexOf(b);
            int size = ring.size();
            if (next >= 0 && ((at + 1) % size == next || (next + 1) % size == at)) {
                int before = (at + 1) % size == next ? at : next;
                ring.add(before + 1, fresh.id());
                changes.add(new Change.ParcelChange(id, user, faced(user, ring)));
            }
        }
        return changes;
    }

    List<Change> split(Fabric land, Parcel parcel) {
        List<Change> changes = new ArrayList<>();
        List<Change> low = insert(land, parcel, 0, 0);
        List<Change> high = insert(land, parcel, 2, 0);
        low.stream().filter(change -> !parcel.equals(change.before())).forEach(changes::add);
        high.stream().filter(change -> !parcel.equals(change.before())).forEach(changes::add);
        CornerId from = ((Corner) low.get(0).after()).id();
        CornerId to = ((Corner) high.get(0).after()).id();
        List<CornerId> v = shell(parcel);
        changes.add(retire(parcel));
        changes.add(part(parcel, List.of(v.get(0), from, to, v.get(3))));
        changes.add(part(parcel, List.of(from, v.get(1), v.get(2), to)));
        return changes;
    }

    Change part(Parcel parent, List<CornerId> ring) {
        ParcelId id = ParcelId.of(uuid());
        Parcel part = new Parcel(
                id,
                ParcelSet.SURVEYED,
                fresh(),
                parent.facts(),
                List.of(Face.of(new Ring(ring))),
                Lifespan.ALIVE,
                List.of(parent.id()),
                null);
        return new Change.ParcelChange(id, null, part);
    }

    static Change retire(Parcel parcel) {
        FrozenShape shape = new FrozenShape(List.of(new long[] {0, 0, 10, 0, 10, 10}), List.of(true));
        return new Change.ParcelChange(
                parcel.id(),
                parcel,
                parcel.retired(shape, Lifespan.ALIVE.endedOn(java.time.LocalDate.of(2026, 11, 21))));
    }

    static Change number(Parcel parcel, ParcelNumber number) {
        return new Change.ParcelChange(parcel.id(), parcel, parcel.withNumber(number));
    }

    ParcelNumber fresh() {
        return new ParcelNumber("25747", "9", Integer.toString(1 + random.nextInt(100_000_000)));
    }

    static Change landUse(Parcel parcel, String use) {
        ParcelFacts f = parcel.facts();
        boolean has = f.landUses().equals(LandUse.parse(use));
        ParcelFacts facts = new ParcelFacts(
                f.code(),
                f.sourceId(),
                LandUse.parse(has ? "BHK" : use),
                f.legalLandUses(),
                f.legalArea(),
                f.state(),
                f.oldSheet(),
                f.oldNumber(),
                f.address(),
                f.extras());
        return new Change.ParcelChange(parcel.id(), parcel, parcel.withFacts(facts));
    }

    static MapObject house(UUID id, int floors) {
        ObjectShape shape = ObjectShape.point(new EastNorth(598_001, 1_214_001));
        return new MapObject(id, 14, shape, "b", new ObjectFacts("", "", "b", floors, 0, "", java.util.Map.of()));
    }

    /** A place on free ground. */
    EastNorth somewhere() {
        return new EastNorth(598_200 + random.nextInt(120), 1_214_000 + random.nextInt(120));
    }

    /** A new rectangle near a place; the offsets of the two teams keep their sides from touching. */
    List<Change> rectangle(EastNorth about, double offset) {
        double east = about.east() + random.nextInt(12) + offset;
        double north = about.north() + random.nextInt(12) + offset;
        double width = 3 + random.nextInt(12);
        double height = 3 + random.nextInt(12);
        List<Change> changes = new ArrayList<>();
        addParcel(
                changes,
                List.of(
                        corner(changes, east, north),
                        corner(changes, east + width, north),
                        corner(changes, east + width, north + height),
                        corner(changes, east, north + height)));
        return changes;
    }

    CornerId corner(List<Change> changes, double east, double north) {
        Corner corner = Corner.at(new CornerId(random.nextLong(), random.nextLong()), new EastNorth(east, north));
        changes.add(new Change.CornerChange(corner.id(), null, corner));
        return corner.id();
    }

    void addParcel(List<Change> changes, List<CornerId> ring) {
        ParcelId id = ParcelId.of(uuid());
        Parcel parcel = Parcel.live(id, fresh(), ParcelFacts.NONE, List.of(Face.of(new Ring(ring))));
        changes.add(new Change.ParcelChange(id, null, parcel));
    }

    /** Two bars with a narrow strip between them, open at both ends; their corners come first, six and six. */
    List<Change> frame() {
        double east = 598_400 + 20.0 * frames++;
        double north = 1_214_000;
        double[][] low = {{0, 0}, {10, 0}, {10, 1}, {9, 1}, {1, 1}, {0, 1}};
        double[][] high = {{0, 1.3}, {1, 1.3}, {9, 1.3}, {10, 1.3}, {10, 2.3}, {0, 2.3}};
        List<Change> changes = new ArrayList<>();
        List<CornerId> ids = new ArrayList<>();
        for (double[][] bar : new double[][][] {low, high}) {
            for (double[] place : bar) {
                ids.add(corner(changes, east + place[0], north + place[1]));
            }
        }
        addParcel(changes, ids.subList(0, 6));
        addParcel(changes, ids.subList(6, 12));
        return changes;
    }

    static List<CornerId> shell(Parcel parcel) {
        return parcel.faces().get(0).shell().corners();
    }

    static Parcel faced(Parcel parcel, List<CornerId> shell) {
        return parcel.withFaces(List.of(Face.of(new Ring(shell))));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    static Object after(List<Change> changes, int n) {
        return java.util.Objects.requireNonNull(changes.get(n).after());
    }
}
