package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.Judge;
import vn.diaba.cadastre.edit.Verdict;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.sync.TwoTeams.Kind;
import vn.diaba.store.sync.TwoTeams.Pair;
import vn.diaba.store.workspace.Workspaces;

/**
 * Two teams make one change each. Whether they collide is known from outside: as rows by how the pair was made, as land by
 * laying both on one land and asking JTS for overlaps, broken rings and ground shut in, and a list for numbers given twice.
 */
class ConflictTruthPropertyTest {
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

    private final Map<Kind, Integer> rows = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> land = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> none = new EnumMap<>(Kind.class);

    @Test
    void everyCollisionIsFoundAndNothingElse() throws Exception {
        pairs(72, 17);
        assertTrue(sum(rows) >= 28 && sum(none) >= 16 && sum(land) >= 8, figures());
    }

    @Test
    @Tag("soak")
    void everyCollisionIsFoundAndNothingElseForLong() throws Exception {
        pairs(1_080, 18);
        for (Kind kind : Kind.values()) {
            assertEquals(60, times(rows, kind) + times(land, kind) + times(none, kind), kind.name());
        }
        for (Kind kind : List.of(Kind.NEW_PARCELS, Kind.SAME_NUMBER, Kind.CROSSING_CORNERS, Kind.CLOSED_GAP)) {
            assertTrue(times(land, kind) >= 24, figures());
        }
    }

    private static int times(Map<Kind, Integer> of, Kind kind) {
        return of.getOrDefault(kind, 0);
    }

    private static int sum(Map<Kind, Integer> of) {
        return of.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String figures() {
        return "rows " + rows + "; land " + land + "; none " + none;
    }

    private static boolean isRight(Fabric fabric) {
        return LandOracle.faults(fabric).isEmpty()
                && BOOK.check(fabric, Scope.ALL).count(Severity.ERROR) == 0;
    }

    private void pairs(int count, long seed) throws Exception {
        int lands = (count + 71) / 72;
        for (int one = 0; one < lands; one++) {
            land(one, seed * 100 + one);
        }
        System.getLogger("truth").log(System.Logger.Level.INFO, figures());
    }

    private void land(int one, long seed) throws Exception {
        Random random = new Random(seed);
        TwoTeams teams = new TwoTeams(random, ConflictTruthPropertyTest::isRight);
        LandDatabase central = new MemoryLandDatabase(RULES);
        try (TestDesk an = new TestDesk(base.resolve("an" + one)).judgedBy(RULES);
                TestDesk binh = new TestDesk(base.resolve("binh" + one)).judgedBy(RULES)) {
            an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 7, 6, 7), 7));
            an.engine(central).load(new ZoneSpec(1, "z", 9210));
            run(binh, central, Resolution.ASK);
            for (int n = 0; n < 72; n++) {
                Kind kind = Kind.values()[n % Kind.values().length];
                new Meeting(teams, an, binh, central, random, kind + " seed " + seed + " pair " + n).of(kind);
            }
        }
    }

    private static SyncOutcome run(TestDesk desk, LandDatabase central, Resolution how) throws Exception {
        return desk.engine(central).run(null, how, Progress.NONE);
    }

    /** One pair, from both teams' edits to one land again. */
    private final class Meeting {
        private final TwoTeams teams;
        private final TestDesk an;
        private final TestDesk binh;
        private final LandDatabase central;
        private final Random random;
        private final String where;

        @SuppressWarnings("checkstyle:ParameterNumber")
        Meeting(TwoTeams teams, TestDesk an, TestDesk binh, LandDatabase central, Random random, String where) {
            this.teams = teams;
            this.an = an;
            this.binh = binh;
            this.central = central;
            this.random = random;
            this.where = where;
        }

        void of(Kind kind) throws Exception {
            List<Change> ground = teams.ground(kind, an.fabric());
            if (!ground.isEmpty()) {
                an.edit(teams.act(ground));
                run(an, central, Resolution.ASK);
                run(binh, central, Resolution.ASK);
            }
            Fabric start = an.fabric();
            Pair pair = teams.pair(kind, start, ground);
            Set<ObjectKey> taken = new HashSet<>();
            List<ChangeSet> anActs = acts(start, pair, pair.one(), taken);
            List<ChangeSet> binhActs = acts(start, pair, pair.other(), taken);
            boolean landCollides = !kind.rowsCollide()
                    && !LandOracle.faults(start.apply(teams.act(pair.both()))).isEmpty();
            (kind.rowsCollide() ? rows : landCollides ? land : none).merge(kind, 1, Integer::sum);
            edit(an, anActs);
            edit(binh, binhActs);
            assertInstanceOfSynced(run(an, central, Resolution.ASK));
            Resolution how = random.nextBoolean() ? Resolution.KEEP_MINE : Resolution.TAKE_THEIRS;
            boolean collide = kind.rowsCollide() || landCollides;
            if (random.nextInt(4) > 0) {
                asked(binhActs, collide, landCollides);
            }
            SyncOutcome end = run(binh, central, how);
            assertFalse(end instanceof SyncOutcome.NeedsDecision || end instanceof SyncOutcome.Refused, where + end);
            run(an, central, Resolution.ASK);
            assertEquals(an.fabric(), binh.fabric(), where);
            assertEquals(central.snapshot(1).land(), an.fabric(), where);
            assertEquals(Set.of(), LandOracle.faults(an.fabric()), where);
            assertEquals(0, BOOK.check(an.fabric(), Scope.ALL).count(Severity.ERROR), where);
            boolean anStays = !collide || how == Resolution.TAKE_THEIRS;
            boolean binhStays = !collide || how == Resolution.KEEP_MINE;
            stays(anActs, anStays, pair.other());
            stays(binhActs, binhStays, pair.one());
        }

        /** What a team does, and at times something beside it that has nothing to do with the pair. */
        private List<ChangeSet> acts(Fabric start, Pair pair, List<Change> changes, Set<ObjectKey> taken) {
            List<ChangeSet> acts = new ArrayList<>();
            acts.add(teams.act(changes));
            Optional<Change> beside = random.nextInt(3) == 0 ? teams.bystander(start, pair, taken) : Optional.empty();
            if (beside.isPresent()) {
                taken.add(ObjectKey.of(beside.get()));
                acts.add(random.nextInt(2), teams.act(List.of(beside.get())).labelled("beside"));
            }
            return acts;
        }

        private static void edit(TestDesk desk, List<ChangeSet> acts) throws Exception {
            for (ChangeSet act : acts) {
                desk.edit(act);
            }
        }

        private void assertInstanceOfSynced(SyncOutcome outcome) {
            assertTrue(outcome instanceof SyncOutcome.Synced, where + outcome);
        }

        private void asked(List<ChangeSet> acts, boolean collide, boolean ofLand) throws Exception {
            SyncOutcome outcome = run(binh, central, Resolution.ASK);
            assertEquals(collide, outcome instanceof SyncOutcome.NeedsDecision, where + outcome);
            assertFalse(outcome instanceof SyncOutcome.Refused, where + outcome);
            if (ofLand) {
                assertTrue(binh.store().sync().conflicts().stream().allMatch(Conflict::isOfLand), where);
            }
            for (ChangeSet act : acts) {
                if (isBeside(act)) {
                    assertEquals(
                            Optional.of(OutboxRow.State.APPLIED),
                            binh.store().sync().stateOf(act.id()),
                            where + ": what is open holds back nothing else");
                }
            }
            if (random.nextInt(4) == 0) {
                binh.reopen();
            }
        }

        private boolean isBeside(ChangeSet act) {
            return act.label().equals("beside");
        }

        /** What is decided for stays, and what is nobody's business stays in any case. */
        private void stays(List<ChangeSet> acts, boolean wins, List<Change> others) {
            Set<ObjectKey> shared = new HashSet<>();
            others.forEach(change -> shared.add(ObjectKey.of(change)));
            for (ChangeSet act : acts) {
                if (wins || isBeside(act)) {
                    for (Change change : act.changes()) {
                        if (!shared.contains(ObjectKey.of(change))) {
                            assertEquals(change.after(), ObjectKey.of(change).find(an.fabric()), where);
                        }
                    }
                }
            }
        }
    }
}
