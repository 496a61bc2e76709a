package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.store.codec.ObjectKey;

/** Makes what two teams do to one land at the same time, of each kind that can or cannot collide. */
final class TwoTeams {
    /** What the two do. */
    enum Kind {
        SAME_CORNER(true),
        SAME_STRETCH(true),
        SAME_ATTRIBUTE(true),
        RETIRED_AND_EDITED(true),
        RECORD_REMOVED_AND_EDITED(true),
        SPLIT_AND_EDITED(true),
        CORNER_REMOVED_AND_MOVED(true),
        CORNER_EQUAL(false),
        ATTRIBUTE_EQUAL(false),
        NEW_PARCEL_EQUAL(false),
        OTHER_ATTRIBUTES(false),
        OTHER_STRETCHES(false),
        SPLIT_AND_MOVED(false),
        OTHER_CORNERS(false),
        NEW_PARCELS(false),
        SAME_NUMBER(false),
        CROSSING_CORNERS(false),
        CLOSED_GAP(false);

        private final boolean rowsCollide;

        Kind(boolean rowsCollide) {
            this.rowsCollide = rowsCollide;
        }

        /** Whether the two write the same of one object differently; if not they may still collide as land. */
        boolean rowsCollide() {
            return rowsCollide;
        }
    }

    /**
     * A pair.
     *
     * @param one what the one team does
     * @param other what the other team does
     * @param both what comes of both where no row collides, worked out here by hand
     * @param about the parcel it is about, if any
     */
    record Pair(
            List<Change> one,
            List<Change> other,
            List<Change> both,
            @Nullable ParcelId about) {}

    private final Random random;
    private final Predicate<Fabric> isRight;
    private final PlannedEdits edits;

    TwoTeams(Random random, Predicate<Fabric> isRight) {
        this.random = random;
        edits = new PlannedEdits(random);
        this.isRight = isRight;
    }

    /** What must be land before the pair is made; often nothing. */
    List<Change> ground(Kind kind, Fabric land) {
        if (kind == Kind.RECORD_REMOVED_AND_EDITED) {
            UUID id = edits.uuid();
            return List.of(new Change.RecordChange(id, null, PlannedEdits.house(id, 1)));
        }
        if (kind == Kind.CLOSED_GAP) {
            return edits.frame();
        }
        if (kind == Kind.CORNER_REMOVED_AND_MOVED) {
            return right(land, () -> edits.insert(land, square(land), 0));
        }
        return List.of();
    }

    /** A pair on land; each of the two is right by itself. */
    Pair pair(Kind kind, Fabric land, List<Change> ground) {
        for (int tries = 0; tries < 500; tries++) {
            Pair pair = make(kind, land, ground);
            if (isRight.test(land.apply(act(pair.one))) && isRight.test(land.apply(act(pair.other)))) {
                return pair;
            }
        }
        throw new IllegalStateException("no pair of " + kind);
    }

    /** An edit nearby that has nothing to do with a pair; none when all land nearby is written. */
    Optional<Change> bystander(Fabric land, Pair pair, Set<ObjectKey> taken) {
        Set<ObjectKey> written = new HashSet<>(taken);
        pair.one.forEach(change -> written.add(ObjectKey.of(change)));
        pair.other.forEach(change -> written.add(ObjectKey.of(change)));
        if (pair.about == null || land.findParcel(pair.about).isEmpty()) {
            return Optional.empty();
        }
        return land.parcel(pair.about)
                .rings()
                .flatMap(ring -> ring.corners().stream())
                .flatMap(corner -> land.parcelsAt(corner).stream())
                .filter(id -> !written.contains(ObjectKey.of(id)))
                .findFirst()
                .map(id -> PlannedEdits.landUse(land.parcel(id), "LUC"));
    }

    private Pair make(Kind kind, Fabric land, List<Change> ground) {
        Parcel parcel = square(land);
        Corner corner = land.corner(PlannedEdits.shell(parcel).get(random.nextInt(4)));
        switch (kind) {
            case SAME_CORNER:
                return pair(edits.move(corner, 2), edits.move(corner, 2), parcel);
            case CORNER_EQUAL:
                return equal(List.of(edits.move(corner, 2)), parcel);
            case OTHER_CORNERS:
                return pair(edits.move(corner, 4), edits.move(other(land, corner), 4), parcel);
            case CROSSING_CORNERS:
                return crossing(land, parcel);
            case SAME_STRETCH:
                return apart(edits.insert(land, parcel, 1), edits.insert(land, parcel, 1), parcel);
            case OTHER_STRETCHES:
                return stretches(land, parcel);
            case SAME_ATTRIBUTE:
                return pair(
                        PlannedEdits.number(parcel, edits.fresh()), PlannedEdits.number(parcel, edits.fresh()), parcel);
            case ATTRIBUTE_EQUAL:
                return equal(List.of(PlannedEdits.number(parcel, edits.fresh())), parcel);
            case OTHER_ATTRIBUTES:
                return attributes(parcel);
            case SAME_NUMBER:
                ParcelNumber same = edits.fresh();
                return pair(PlannedEdits.number(parcel, same), PlannedEdits.number(other(land, parcel), same), parcel);
            case RETIRED_AND_EDITED:
                return mixed(
                        List.of(PlannedEdits.retire(parcel)), List.of(PlannedEdits.landUse(parcel, "CLN")), parcel);
            case SPLIT_AND_EDITED:
                return mixed(edits.split(land, parcel), List.of(PlannedEdits.landUse(parcel, "CLN")), parcel);
            case SPLIT_AND_MOVED:
                return mixed(edits.split(land, parcel), List.of(edits.move(corner, 3)), parcel);
            case RECORD_REMOVED_AND_EDITED:
                MapObject house = (MapObject) PlannedEdits.after(ground, 0);
                return mixed(
                        List.of(new Change.RecordChange(house.id(), house, null)),
                        List.of(new Change.RecordChange(house.id(), house, PlannedEdits.house(house.id(), 2))),
                        null);
            case CORNER_REMOVED_AND_MOVED:
                Change fresh = ground.get(0);
                List<Change> removal =
                        new ArrayList<>(act(ground).inverse(edits.uuid()).changes());
                return mixed(removal, List.of(edits.move((Corner) fresh.after(), 1)), null);
            case NEW_PARCEL_EQUAL:
                return equal(edits.rectangle(edits.somewhere(), 0.25), null);
            case NEW_PARCELS:
                EastNorth about = edits.somewhere();
                return apart(edits.rectangle(about, 0.25), edits.rectangle(about, 0.5), null);
            default:
                return plugs(land, ground);
        }
    }

    private static Pair pair(Change one, Change other, @Nullable Parcel about) {
        return apart(List.of(one), List.of(other), about);
    }

    private Pair mixed(List<Change> one, List<Change> other, @Nullable Parcel about) {
        return random.nextBoolean() ? apart(one, other, about) : apart(other, one, about);
    }

    private static Pair apart(List<Change> one, List<Change> other, @Nullable Parcel about) {
        List<Change> both = new ArrayList<>(one);
        both.addAll(other);
        return new Pair(one, other, both, about == null ? null : about.id());
    }

    private static Pair equal(List<Change> act, @Nullable Parcel about) {
        return new Pair(act, act, act, about == null ? null : about.id());
    }

    private Pair attributes(Parcel parcel) {
        Change one = PlannedEdits.number(parcel, edits.fresh());
        Change other = PlannedEdits.landUse(parcel, "CLN");
        Parcel both = ((Parcel) one.after()).withFacts(((Parcel) other.after()).facts());
        return new Pair(
                List.of(one), List.of(other), List.of(new Change.ParcelChange(parcel.id(), parcel, both)), parcel.id());
    }

    private Pair stretches(Fabric land, Parcel parcel) {
        List<Change> one = edits.insert(land, parcel, 0);
        List<Change> other = edits.insert(land, parcel, 2);
        List<CornerId> shell = new ArrayList<>(PlannedEdits.shell(parcel));
        shell.add(3, ((Corner) other.get(0).after()).id());
        shell.add(1, ((Corner) one.get(0).after()).id());
        List<Change> both = new ArrayList<>();
        both.add(new Change.ParcelChange(parcel.id(), parcel, PlannedEdits.faced(parcel, shell)));
        for (List<Change> side : List.of(one, other)) {
            side.stream()
                    .filter(change ->
                            change.before() == null || !change.before().equals(parcel))
                    .forEach(both::add);
        }
        return new Pair(one, other, both, parcel.id());
    }

    /** Two neighbouring corners moved past each other, or nearly so. */
    private Pair crossing(Fabric land, Parcel parcel) {
        Corner a = land.corner(PlannedEdits.shell(parcel).get(0));
        Corner b = land.corner(PlannedEdits.shell(parcel).get(1));
        double part = 0.4 + 0.4 * random.nextDouble();
        return pair(towards(a, b, part), towards(b, a, part), parcel);
    }

    private static Change towards(Corner from, Corner to, double part) {
        EastNorth a = from.position();
        EastNorth b = to.position();
        EastNorth place =
                new EastNorth(a.east() + part * (b.east() - a.east()), a.north() + part * (b.north() - a.north()));
        return new Change.CornerChange(from.id(), from, from.movedTo(place));
    }

    private Corner other(Fabric land, Corner not) {
        Corner other = not;
        while (other.equals(not)) {
            int slot = random.nextInt(land.cornerSlots());
            other = land.isCorner(slot) ? land.cornerAt(slot) : not;
        }
        return other;
    }

    private Parcel other(Fabric land, Parcel not) {
        Parcel other = not;
        while (other.equals(not)) {
            other = square(land);
        }
        return other;
    }

    /** A parcel of one ring of four corners. */
    private Parcel square(Fabric land) {
        while (true) {
            int slot = random.nextInt(land.parcelSlots());
            Optional<Parcel> found = land.findParcelAt(slot)
                    .filter(Parcel::isLive)
                    .filter(parcel -> parcel.rings().count() == 1
                            && PlannedEdits.shell(parcel).size() == 4);
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    /** Each closes one end of the strip: only both together shut ground in. */
    private Pair plugs(Fabric land, List<Change> ground) {
        List<CornerId> ids = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            ids.add(((Corner) PlannedEdits.after(ground, n)).id());
        }
        List<Change> left = new ArrayList<>();
        edits.addParcel(left, List.of(ids.get(5), ids.get(4), ids.get(7), ids.get(6)));
        List<Change> right = new ArrayList<>();
        edits.addParcel(right, List.of(ids.get(3), ids.get(2), ids.get(9), ids.get(8)));
        return mixed(left, right, null);
    }

    private List<Change> right(Fabric land, java.util.function.Supplier<List<Change>> source) {
        while (true) {
            List<Change> changes = source.get();
            if (isRight.test(land.apply(act(changes)))) {
                return changes;
            }
        }
    }

    /** A change set of its own for changes. */
    ChangeSet act(List<Change> changes) {
        return ChangeSet.planned(edits.uuid(), "act", changes);
    }
}
