package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.Judge;
import vn.diaba.cadastre.edit.Verdict;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/**
 * Two teams make one change each. Whether they collide is known from outside: by comparing the objects they wrote, and by
 * laying both changes on one land and asking JTS for overlaps and broken rings, and a list for numbers given twice.
 */
class ConflictTruthPropertyTest {
    private static final double OVERLAP_SQUARE_METRES = 0.01;
    private static final Judge BOOK = Judge.of(RuleBook.standard(Tolerances.STANDARD));
    private static final LandJudge RULES =
            (before, after, act) -> Verdict.forbidding(Verdict.news(BOOK, before, after, act), act.waivers()).stream()
                    .map(violation -> new LandJudge.Refusal(
                            violation.rule(),
                            violation.parcels(),
                            violation.place().east(),
                            violation.place().north(),
                            ""))
                    .toList();

    @TempDir
    Path base;

    private int none;
    private int rows;
    private int land;

    @Test
    void everyCollisionIsFoundAndNothingElse() throws Exception {
        pairs(120, 17);
        assertTrue(none > 20 && land > 0, none + " " + rows + " " + land);
    }

    @Test
    @Tag("soak")
    void everyCollisionIsFoundAndNothingElseForLong() throws Exception {
        pairs(1_000, 18);
    }

    private void pairs(int count, long seed) throws Exception {
        Random random = new Random(seed);
        LandDatabase central = new MemoryLandDatabase(RULES);
        try (TestDesk an = new TestDesk(base.resolve("an")).judgedBy(RULES);
                TestDesk binh = new TestDesk(base.resolve("binh")).judgedBy(RULES)) {
            an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 5, 4, 7), 7));
            an.engine(central).load(new ZoneSpec(1, "z", 9210));
            run(binh, central, Resolution.ASK);
            for (int n = 0; n < count; n++) {
                pair(an, binh, central, random, "seed " + seed + " pair " + n);
            }
        }
    }

    private static SyncOutcome run(TestDesk desk, LandDatabase central, Resolution how) throws Exception {
        return desk.engine(central).run(null, how, Progress.NONE);
    }

    private void pair(TestDesk an, TestDesk binh, LandDatabase central, Random random, String where) throws Exception {
        Fabric start = an.fabric();
        ChangeSet one = valid(start, random, 0.25);
        ChangeSet other = random.nextInt(8) == 0 && !makesParcel(one)
                ? ChangeSet.planned(new UUID(random.nextLong(), 1), "same", one.changes())
                : valid(start, random, 0.5);
        boolean rowsCollide = rowsCollide(one, other);
        boolean landCollides = false;
        if (!rowsCollide) {
            Set<Object> both = faults(laid(start.apply(one), other));
            both.removeAll(faults(start.apply(one)));
            both.removeAll(faults(start.apply(other)));
            landCollides = !both.isEmpty();
        }
        an.edit(one);
        binh.edit(other);
        assertFalse(run(an, central, Resolution.ASK) instanceof SyncOutcome.NeedsDecision, where);
        SyncOutcome outcome = run(binh, central, Resolution.ASK);
        assertEquals(rowsCollide || landCollides, outcome instanceof SyncOutcome.NeedsDecision, where + outcome);
        assertFalse(outcome instanceof SyncOutcome.Refused, where + outcome);
        if (outcome instanceof SyncOutcome.NeedsDecision needs) {
            boolean ofLand = landCollides;
            assertTrue(needs.conflicts().stream().allMatch(conflict -> conflict.isOfLand() == ofLand), where);
            if (random.nextInt(4) == 0) {
                binh.reopen();
            }
        }
        none += rowsCollide || landCollides ? 0 : 1;
        rows += rowsCollide ? 1 : 0;
        land += landCollides ? 1 : 0;
        SyncOutcome end = run(binh, central, random.nextBoolean() ? Resolution.KEEP_MINE : Resolution.TAKE_THEIRS);
        assertFalse(end instanceof SyncOutcome.NeedsDecision || end instanceof SyncOutcome.Refused, where + end);
        run(an, central, Resolution.ASK);
        assertEquals(an.fabric(), binh.fabric(), where);
        assertEquals(central.snapshot(1).land(), an.fabric(), where);
        assertEquals(Set.of(), faults(an.fabric()), where);
        assertEquals(0, BOOK.check(an.fabric(), Scope.ALL).count(Severity.ERROR), where);
    }

    private static boolean makesParcel(ChangeSet act) {
        return act.changes().stream().anyMatch(change -> change.before() == null);
    }

    private static boolean rowsCollide(ChangeSet one, ChangeSet other) {
        for (Change a : one.changes()) {
            for (Change b : other.changes()) {
                if (ObjectKey.of(a).equals(ObjectKey.of(b)) && !Objects.equals(a.after(), b.after())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Both change sets on one land; the second may write what the first wrote in the same way. */
    private static Fabric laid(Fabric first, ChangeSet second) {
        List<Change> fresh = second.changes().stream()
                .filter(change -> !Objects.equals(Values.current(first, ObjectKey.of(change)), change.after()))
                .toList();
        return fresh.isEmpty() ? first : first.apply(ChangeSet.planned(UUID.randomUUID(), "both", fresh));
    }

    private static Set<Object> faults(Fabric land) {
        Set<Object> faults = new HashSet<>();
        List<Parcel> live = new ArrayList<>();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            land.findParcelAt(slot).filter(Parcel::isLive).ifPresent(live::add);
        }
        for (Parcel parcel : live) {
            Geometry shape = land.shapeOf(parcel.id());
            if (!shape.isValid()) {
                faults.add(parcel.id());
                continue;
            }
            for (Parcel other : live) {
                Geometry against = land.shapeOf(other.id());
                boolean pair = parcel.id().uuid().compareTo(other.id().uuid()) < 0;
                if (pair && parcel.number().equals(other.number())) {
                    faults.add(List.of("number", parcel.id(), other.id()));
                }
                if (pair
                        && against.isValid()
                        && shape.getEnvelopeInternal().intersects(against.getEnvelopeInternal())
                        && shape.intersection(against).getArea() > OVERLAP_SQUARE_METRES) {
                    faults.add(List.of("overlap", parcel.id(), other.id()));
                }
            }
        }
        return faults;
    }

    /** A change that is right by itself. */
    private static ChangeSet valid(Fabric land, Random random, double offset) {
        while (true) {
            ChangeSet act = ChangeSet.planned(
                    new UUID(random.nextLong(), random.nextLong()), "act", changes(land, random, offset));
            Fabric after = land.apply(act);
            if (faults(after).isEmpty() && RULES.judge(land, after, act).isEmpty()) {
                return act;
            }
        }
    }

    private static List<Change> changes(Fabric land, Random random, double offset) {
        int kind = random.nextInt(5);
        if (kind <= 1) {
            int slot = random.nextInt(land.cornerSlots());
            while (!land.isCorner(slot)) {
                slot = random.nextInt(land.cornerSlots());
            }
            Corner corner = land.cornerAt(slot);
            EastNorth to = new EastNorth(
                    corner.position().east() + random.nextDouble() * 14 - 7,
                    corner.position().north() + random.nextDouble() * 14 - 7);
            return List.of(new Change.CornerChange(corner.id(), corner, corner.movedTo(to)));
        }
        if (kind == 2) {
            int slot = random.nextInt(land.parcelSlots());
            while (land.findParcelAt(slot).filter(Parcel::isLive).isEmpty()) {
                slot = random.nextInt(land.parcelSlots());
            }
            Parcel parcel = land.parcelAt(slot);
            ParcelNumber number = new ParcelNumber("25747", "9", "" + (1 + random.nextInt(30)));
            return List.of(new Change.ParcelChange(parcel.id(), parcel, parcel.withNumber(number)));
        }
        return parcel(land, random, offset);
    }

    /** A new rectangle on free ground; the offsets of the two teams keep their sides from touching. */
    private static List<Change> parcel(Fabric land, Random random, double offset) {
        double east = 598_200 + random.nextInt(60) + offset;
        double north = 1_214_000 + random.nextInt(60) + offset;
        double width = 3 + random.nextInt(8);
        double height = 3 + random.nextInt(8);
        double[][] places = {
            {east, north}, {east + width, north}, {east + width, north + height}, {east, north + height}
        };
        List<Change> changes = new ArrayList<>();
        List<CornerId> ring = new ArrayList<>();
        for (double[] place : places) {
            Corner corner =
                    Corner.at(new CornerId(random.nextLong(), random.nextLong()), new EastNorth(place[0], place[1]));
            ring.add(corner.id());
            changes.add(new Change.CornerChange(corner.id(), null, corner));
        }
        ParcelId id = ParcelId.of(new UUID(random.nextLong(), random.nextLong()));
        ParcelNumber number = new ParcelNumber("25747", "8", "" + random.nextInt(1_000_000));
        Parcel model = land.findParcelAt(0).orElseThrow();
        Parcel parcel = Parcel.live(id, number, model.facts(), List.of(Face.of(new Ring(ring))));
        changes.add(new Change.ParcelChange(id, null, parcel));
        return changes;
    }
}
