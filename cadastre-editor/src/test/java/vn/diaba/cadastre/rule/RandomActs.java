package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;

/** Acts without sense or care, such as make every kind of fault, and what of the land each touches. */
final class RandomActs {
    private RandomActs() {}

    static ChangeSet next(Fabric land, Random random, int n) {
        List<Parcel> parcels = TestFabrics.live(land);
        Parcel parcel = parcels.get(random.nextInt(parcels.size()));
        Ring shell = parcel.faces().get(0).shell();
        int at = random.nextInt(shell.size());
        Corner corner = land.corner(shell.at(at));
        EastNorth place = corner.position();
        List<Change> changes = new ArrayList<>();
        switch (random.nextInt(6)) {
            case 0 -> {
                EastNorth to = new EastNorth(
                        place.east() + 3 * random.nextGaussian(), place.north() + 3 * random.nextGaussian());
                changes.add(new Change.CornerChange(corner.id(), corner, corner.movedTo(to)));
            }
            case 1 -> {
                Corner other = land.corner(shell.at((at + 1) % shell.size()));
                EastNorth to = random.nextBoolean()
                        ? other.position()
                        : new EastNorth(place.east() + 1e-4 * random.nextInt(15), place.north());
                changes.add(new Change.CornerChange(corner.id(), corner, corner.movedTo(to)));
            }
            case 2 -> changes.add(new Change.ParcelChange(parcel.id(), parcel, null));
            case 3 -> {
                Parcel copy = Parcel.live(new ParcelId(77, n), parcel.number(), parcel.facts(), parcel.faces());
                changes.add(new Change.ParcelChange(copy.id(), null, copy));
            }
            default -> {
                EastNorth end = land.corner(shell.at((at + 1) % shell.size())).position();
                double off = random.nextInt(3) == 0 ? random.nextGaussian() : 0;
                Corner fresh = Corner.at(
                        new CornerId(99, n),
                        new EastNorth((place.east() + end.east()) / 2 + off, (place.north() + end.north()) / 2 - off));
                changes.add(new Change.CornerChange(fresh.id(), null, fresh));
                List<CornerId> ring = new ArrayList<>(shell.corners());
                ring.add(at + 1, fresh.id());
                changes.add(new Change.ParcelChange(
                        parcel.id(), parcel, parcel.withFaces(List.of(Face.of(new Ring(ring))))));
            }
        }
        return ChangeSet.planned(new UUID(5, n), "random", changes);
    }

    /** The parcels an act touches, before or after it, and the extent of them all. */
    static Scope scope(Fabric before, Fabric after, ChangeSet act) {
        Set<ParcelId> touched = new HashSet<>();
        for (Change change : act.changes()) {
            if (change instanceof Change.ParcelChange parcel) {
                touched.add(parcel.id());
            } else if (change instanceof Change.CornerChange corner) {
                touched.addAll(before.parcelsAt(corner.id()));
                touched.addAll(after.parcelsAt(corner.id()));
            }
        }
        Extent window = null;
        for (Fabric land : List.of(before, after)) {
            ParcelCursor cursor = land.cursor();
            for (ParcelId id : touched) {
                int slot = land.slotOf(id);
                if (slot >= 0 && cursor.at(slot)) {
                    window = window == null ? cursor.extent() : window.union(cursor.extent());
                }
            }
        }
        return Scope.around(touched, java.util.Objects.requireNonNull(window));
    }
}
