package vn.diaba.store.postgis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.model.Ring;

/** Acts good and bad on any land of squares about 10 m wide; the same seed gives the same acts on the same land. */
final class SeededActs {
    private final Random random;
    private long made;

    SeededActs(long seed) {
        random = new Random(seed);
    }

    /** The next act on a land; may be none. */
    ChangeSet next(Fabric land) {
        List<Parcel> live = new ArrayList<>(TestFabrics.live(land));
        live.sort((a, b) -> a.id().toString().compareTo(b.id().toString()));
        Parcel parcel = live.get(random.nextInt(live.size()));
        Parcel other = live.get(random.nextInt(live.size()));
        made++;
        List<Change> changes = changes(land, parcel, other);
        ChangeSet act = ChangeSet.planned(new UUID(random.nextLong(), made), "act", changes);
        if (random.nextInt(10) > 0) {
            return act;
        }
        String rule =
                List.of("no-overlap", "no-gap", "ring-is-simple", "not-frozen").get(random.nextInt(4));
        List<UUID> subjects =
                random.nextBoolean() ? List.of() : List.of(parcel.id().uuid());
        return act.with(act.changes(), List.of(new Waiver(rule, subjects, "đã kiểm tra ngoài thực địa")));
    }

    private List<Change> changes(Fabric land, Parcel parcel, Parcel other) {
        switch (random.nextInt(12)) {
            case 0:
            case 1:
            case 2:
                return moved(land, parcel, 3);
            case 3:
                return moved(land, parcel, 14);
            case 4:
                return added(corner(land, parcel, 0).position(), 2 + random.nextInt(8), 12 + random.nextInt(60));
            case 5:
                return added(corner(land, parcel, 0).position(), random.nextInt(10), random.nextInt(4));
            case 6:
                return List.of(new Change.ParcelChange(parcel.id(), parcel, null));
            case 7:
                String number = random.nextBoolean() ? other.number().number() : "n" + made;
                return changed(parcel, parcel.withNumber(new ParcelNumber("", "1", number)));
            case 8:
                String code = random.nextInt(3) == 0 ? "w3gy6ytmny8f" : "w3gy6y" + (100_000 + made);
                return changed(
                        parcel,
                        parcel.withFacts(facts(parcel, code, parcel.facts().state())));
            case 9:
                ParcelState state = ParcelState.values()[random.nextInt(3)];
                return changed(
                        parcel, parcel.withFacts(facts(parcel, parcel.facts().code(), state)));
            case 10:
                return split(land, parcel);
            default:
                return detached(land, parcel);
        }
    }

    private static ParcelFacts facts(Parcel parcel, String code, ParcelState state) {
        ParcelFacts old = parcel.facts();
        return new ParcelFacts(
                code,
                old.sourceId(),
                old.landUses(),
                old.legalLandUses(),
                old.legalArea(),
                state,
                old.oldSheet(),
                old.oldNumber(),
                old.address(),
                old.extras());
    }

    private static List<Change> changed(Parcel before, Parcel after) {
        return before.equals(after) ? List.of() : List.of(new Change.ParcelChange(before.id(), before, after));
    }

    private static Corner corner(Fabric land, Parcel parcel, int n) {
        return land.corner(parcel.faces().get(0).shell().at(n));
    }

    private double step(double metres) {
        return Math.round((random.nextDouble() * 2 - 1) * metres * 100) / 100.0;
    }

    private List<Change> moved(Fabric land, Parcel parcel, double metres) {
        Corner corner = corner(land, parcel, random.nextInt(4));
        EastNorth to = new EastNorth(
                corner.position().east() + step(metres), corner.position().north() + step(metres));
        return to.equals(corner.position())
                ? List.of()
                : List.of(new Change.CornerChange(corner.id(), corner, corner.movedTo(to)));
    }

    private List<Change> added(EastNorth from, double size, double away) {
        IdBlock ids = IdBlock.seeded(random.nextInt(1 << 29));
        List<Change> changes = new ArrayList<>();
        List<CornerId> ring = new ArrayList<>();
        double e = from.east() + away;
        double n = from.north() + away;
        double half = 1 + size / 2;
        for (double[] way : new double[][] {{0, 0}, {half, 0}, {half, half}, {0, half}}) {
            Corner corner = Corner.at(ids.corner(ring.size()), new EastNorth(e + way[0], n + way[1]));
            ring.add(corner.id());
            changes.add(new Change.CornerChange(corner.id(), null, corner));
        }
        Parcel parcel = Parcel.live(
                ids.parcel(9),
                new ParcelNumber("", "1", "a" + made),
                ParcelFacts.NONE,
                List.of(Face.of(new Ring(ring))));
        changes.add(new Change.ParcelChange(parcel.id(), null, parcel));
        return changes;
    }

    /** Two halves by corners in the middle of two sides; the neighbours' rings are not told. */
    private List<Change> split(Fabric land, Parcel parcel) {
        Ring ring = parcel.faces().get(0).shell();
        if (ring.size() != 4) {
            return List.of();
        }
        IdBlock ids = IdBlock.seeded(random.nextInt(1 << 29));
        Corner south = between(ids.corner(0), corner(land, parcel, 0), corner(land, parcel, 1));
        Corner north = between(ids.corner(1), corner(land, parcel, 2), corner(land, parcel, 3));
        Parcel west = part(parcel, ids.parcel(2), "w", List.of(ring.at(0), south.id(), north.id(), ring.at(3)));
        Parcel east = part(parcel, ids.parcel(3), "e", List.of(south.id(), ring.at(1), ring.at(2), north.id()));
        return List.of(
                new Change.CornerChange(south.id(), null, south),
                new Change.CornerChange(north.id(), null, north),
                new Change.ParcelChange(parcel.id(), parcel, null),
                new Change.ParcelChange(west.id(), null, west),
                new Change.ParcelChange(east.id(), null, east));
    }

    private static Corner between(CornerId id, Corner a, Corner b) {
        return Corner.at(
                id,
                new EastNorth(
                        (a.position().east() + b.position().east()) / 2,
                        (a.position().north() + b.position().north()) / 2));
    }

    private Parcel part(Parcel parent, vn.diaba.cadastre.model.ParcelId id, String suffix, List<CornerId> ring) {
        return new Parcel(
                id,
                parent.set(),
                new ParcelNumber("", "1", parent.number().number() + suffix),
                parent.facts(),
                List.of(Face.of(new Ring(ring))),
                parent.lifespan(),
                List.of(parent.id()),
                null);
    }

    /** One parcel gets a corner of its own beside the shared one: land is lost to nobody, or taken twice. */
    private List<Change> detached(Fabric land, Parcel parcel) {
        Ring ring = parcel.faces().get(0).shell();
        int at = random.nextInt(ring.size());
        EastNorth place = land.corner(ring.at(at)).position();
        boolean same = random.nextInt(4) == 0;
        Corner own = Corner.at(
                IdBlock.seeded(random.nextInt(1 << 29)).corner(0),
                same ? place : new EastNorth(place.east() + step(1), place.north() + step(1)));
        List<CornerId> corners = new ArrayList<>(ring.corners());
        corners.set(at, own.id());
        return List.of(
                new Change.CornerChange(own.id(), null, own),
                new Change.ParcelChange(parcel.id(), parcel, parcel.withFaces(List.of(Face.of(new Ring(corners))))));
    }
}
