package vn.diaba.cadastre.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Violation;

/** Laws that every edit keeps, on clean and on dirty land, whatever is asked of it and in whatever order. */
class EditPropertyTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);
    private static final List<String> KINDS = List.copyOf(RandomEdits.KINDS.keySet());
    /** Edits that tear no neighbours apart: whoever shared a side before and lives still does so afterwards. */
    private static final Set<String> FOLLOWED = Set.of(
            "move-corner",
            "move-corners",
            "insert-corner",
            "remove-corner",
            "weld-corners",
            "align-corners",
            "reshape-boundary",
            "transform-corners",
            "edit-attributes",
            "renumber-parcels",
            "edit-side",
            "add-objects",
            "move-object",
            "edit-object",
            "remove-objects",
            "add-parcels");

    private static final int ACTS = 14;
    /** Blocks below this number are those of the lands that edits begin with. */
    private static final long FIRST_BLOCK = 1_000_000;

    private static final Judge RULES = Judge.of(RuleBook.standard(Tolerances.STANDARD));

    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    @Test
    void everyEditKeepsTheLaws() {
        runs(0, 300);
        assertEquals(new HashSet<>(KINDS), done.keySet(), "every kind of edit was done at least once");
    }

    @Test
    @Tag("soak")
    void everyEditKeepsTheLawsInTenThousandRuns() {
        runs(1_000_000, 10_000);
        assertEquals(new HashSet<>(KINDS), done.keySet());
    }

    private void runs(int firstSeed, int count) {
        for (int seed = firstSeed; seed < firstSeed + count; seed++) {
            try {
                run(new Random(seed * 0x9E37_79B9_7F4A_7C15L), seed);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private void run(Random random, int seed) {
        Fabric start = random.nextBoolean() ? RandomLand.clean(random) : RandomLand.dirty(random);
        boolean strict = random.nextBoolean();
        List<ChangeSet> log = new ArrayList<>();
        EditSession session = session(start, log, strict);
        List<Fabric> moments = new ArrayList<>(List.of(start));
        for (int n = 0; n < ACTS; n++) {
            if (random.nextInt(5) == 0) {
                step(session, random.nextBoolean(), moments);
            } else if (!TestFabrics.live(session.fabric()).isEmpty()) {
                String kind = KINDS.get(random.nextInt(KINDS.size()));
                IdBlock ids = IdBlock.seeded(FIRST_BLOCK + 1000L * seed + n);
                act(session, kind, RandomEdits.next(kind, session.fabric(), random, ids), moments);
            }
        }
        Fabric end = session.fabric();
        Soundness.check(end, "at the end");
        while (session.history().nextUndo().isPresent()) {
            assertInstanceOf(EditOutcome.Applied.class, outcome(session, true));
        }
        assertEquals(start, session.fabric(), "undone to the start");
        Soundness.check(session.fabric(), "undone");
    }

    private void act(EditSession session, String kind, EditCommand command, List<Fabric> moments) {
        Fabric before = session.fabric();
        ChangeSet plan;
        try {
            plan = command.plan(before);
            before.apply(plan).apply(plan.inverse(new UUID(3, 3)));
        } catch (RuntimeException e) {
            throw new AssertionError(e.getMessage() + " by " + command, e);
        } catch (ImpossibleEditException e) {
            refused.merge(kind + " " + e.code(), 1, Integer::sum);
            return;
        }
        assertEquals(plan, repeated(command, before), "planning is pure: " + kind);
        Fabric after = before.apply(plan);
        assertEquals(before, after.apply(plan.inverse(new UUID(3, 3))), "the inverse of " + command);
        Soundness.check(after, "after " + command);
        Areas.check(before, after, plan, command);
        if (FOLLOWED.contains(kind)) {
            Set<Set<ParcelId>> lost = Soundness.neighbours(before);
            lost.removeAll(Soundness.neighbours(after));
            assertEquals(Set.of(), lost, "neighbours torn apart by " + command);
        }
        done.merge(kind, 1, Integer::sum);
        try {
            EditOutcome outcome = session.execute(command, List.of());
            if (outcome instanceof EditOutcome.Applied applied) {
                assertEquals(after, applied.fabric());
                moments.add(after);
            } else {
                assertEquals(before, session.fabric(), "a declined act changes nothing");
                refused.merge(kind + " declined", 1, Integer::sum);
            }
        } catch (JournalException e) {
            throw new AssertionError(e);
        }
    }

    private static ChangeSet repeated(EditCommand command, Fabric land) {
        try {
            return command.plan(land);
        } catch (ImpossibleEditException e) {
            throw new AssertionError(e);
        }
    }

    private static void step(EditSession session, boolean back, List<Fabric> moments) {
        boolean possible = back
                ? session.history().nextUndo().isPresent()
                : session.history().nextRedo().isPresent();
        EditOutcome outcome = outcome(session, back);
        assertEquals(possible, outcome instanceof EditOutcome.Applied);
        assertTrue(!possible || moments.contains(session.fabric()), "undo and redo come to moments that were");
    }

    private static EditOutcome outcome(EditSession session, boolean back) {
        try {
            return back ? session.undo() : session.redo();
        } catch (JournalException e) {
            throw new AssertionError(e);
        }
    }

    private static EditSession session(Fabric land, List<ChangeSet> log, boolean strict) {
        Judge lenient = new Judge() {
            @Override
            public CheckReport check(Fabric fabric, Scope scope) {
                return new CheckReport(List.of(), Map.of(), Map.of(), 0, 0);
            }

            @Override
            public List<Violation> newErrors(CheckReport was, CheckReport is, UnaryOperator<ParcelId> ancestor) {
                return List.of();
            }
        };
        ActSource acts = id ->
                log.stream().filter(act -> act.id().equals(id)).findFirst().orElseThrow();
        return new EditSession(
                land,
                strict ? RULES : lenient,
                new EditSession.Memory(log::add, acts, new History()),
                new Signature("lan", NOON, null));
    }
}
