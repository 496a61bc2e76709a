package vn.diaba.cadastre.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.NewerRecord;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;

class EditSessionTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);
    private static final EastNorth MIDDLE = new EastNorth(10, 10);

    private static final Judge NOTHING = judge((land, scope) -> List.of());
    private static final Judge STRICT = judge((land, scope) -> tooSmall(land));

    private final List<ChangeSet> log = new ArrayList<>();
    private boolean diskFull;

    private EditSession session(Fabric land, Judge judge, History history) {
        EditJournal journal = act -> {
            if (diskFull) {
                throw new JournalException("disk-full", List.of(), null);
            }
            log.add(act);
        };
        ActSource acts = id ->
                log.stream().filter(act -> act.id().equals(id)).findFirst().orElseThrow();
        return new EditSession(
                land, judge, new EditSession.Memory(journal, acts, history), new Signature("lan", NOON, null));
    }

    private EditSession session(Judge judge) {
        return session(TestFabrics.grid(3, 3), judge, new History());
    }

    private static Judge judge(BiFunction<Fabric, Scope, List<Violation>> rule) {
        RuleBook book = RuleBook.standard(Tolerances.STANDARD);
        return new Judge() {
            @Override
            public CheckReport check(Fabric land, Scope scope) {
                return new CheckReport(rule.apply(land, scope), Map.of(), Map.of(), 0, 0);
            }

            @Override
            public List<Violation> newErrors(CheckReport was, CheckReport is, UnaryOperator<ParcelId> ancestor) {
                return book.newErrors(was, is, ancestor);
            }
        };
    }

    /** Finds fault with every parcel smaller than 80 m²; the fault's size is what is missing. */
    private static List<Violation> tooSmall(Fabric land) {
        List<Violation> found = new ArrayList<>();
        for (Parcel parcel : TestFabrics.live(land)) {
            double area = land.areaOf(parcel.id()).squareMetres();
            if (area < 80) {
                found.add(new Violation(
                        "x", "too-small", Severity.ERROR, List.of(parcel.id()), MIDDLE, 80 - area, 0, null, List.of()));
            }
        }
        return found;
    }

    private static MoveCorner move(EditSession session, double fromEast, double fromNorth, double east, double north) {
        var corner = session.fabric()
                .index()
                .nearestCorner(new EastNorth(fromEast, fromNorth), 0.1)
                .orElseThrow();
        return new MoveCorner(corner.id(), new EastNorth(east, north), IdBlock.seeded(7000 + (long) (east * 100)));
    }

    @Test
    void anAppliedActIsJournaledSignedAndTold() throws Exception {
        EditSession session = session(NOTHING);
        List<ChangeSet> told = new ArrayList<>();
        session.addListener((now, why) -> told.add(why));
        EditOutcome outcome = session.execute(move(session, 10, 10, 11, 10), List.of());
        assertInstanceOf(EditOutcome.Applied.class, outcome);
        assertEquals(1, log.size());
        assertEquals("lan", log.get(0).author());
        assertEquals(NOON.instant(), log.get(0).time());
        assertEquals(log, told);
    }

    @Test
    void whoSignsInMeanwhileSignsWhatIsDoneFromThenOn() throws Exception {
        EditSession session = session(NOTHING);
        UUID caseId = new UUID(4, 4);
        session.workIn(caseId);
        session.execute(move(session, 10, 10, 11, 10), List.of());
        session.signAs("an");
        session.undo();
        assertEquals(List.of("lan", "an"), log.stream().map(ChangeSet::author).toList());
        assertEquals(caseId, log.get(1).caseId());
    }

    @Test
    void anActThatBringsANewErrorIsDeclinedAndNothingIsJournaled() throws Exception {
        EditSession session = session(STRICT);
        Fabric before = session.fabric();
        EditOutcome outcome = session.execute(move(session, 10, 10, 16, 10), List.of());
        assertInstanceOf(EditOutcome.Rejected.class, outcome);
        assertEquals(List.of(), log);
        assertEquals(before, session.fabric());
    }

    @Test
    void whatWasBadAlreadyMayStayButNotGrow() throws Exception {
        EditSession lenient = session(NOTHING);
        lenient.execute(move(lenient, 10, 10, 16, 10), List.of());
        EditSession strict = session(lenient.fabric(), STRICT, new History());
        assertInstanceOf(
                EditOutcome.Applied.class, strict.execute(move(strict, 16, 10, 15.9, 10), List.of()), "smaller fault");
        assertInstanceOf(
                EditOutcome.Rejected.class, strict.execute(move(strict, 15.9, 10, 17, 10), List.of()), "grown fault");
    }

    @Test
    void aNewErrorCanBeWaivedWithAReason() throws Exception {
        EditSession session = session(STRICT);
        Waiver waiver = new Waiver("too-small", List.of(), "theo quyết định của tòa");
        EditOutcome outcome = session.execute(move(session, 10, 10, 16, 10), List.of(waiver));
        assertInstanceOf(EditOutcome.Applied.class, outcome);
        assertEquals(List.of(waiver), log.get(0).waivers());
    }

    @Test
    void undoAndRedoGoBackAndForthAndSurviveARestart() throws Exception {
        EditSession session = session(NOTHING);
        Fabric start = session.fabric();
        session.execute(move(session, 10, 10, 11, 10), List.of());
        Fabric one = session.fabric();
        session.execute(move(session, 11, 10, 12, 10), List.of());
        session.undo();
        assertEquals(one, session.fabric());
        List<History.Step> steps = log.stream()
                .map(act -> new History.Step(act.id(), act.reverts(), act.label()))
                .toList();
        EditSession restarted = session(session.fabric(), NOTHING, History.of(steps));
        restarted.undo();
        assertEquals(start, restarted.fabric());
        restarted.redo();
        assertEquals(one, restarted.fabric());
        restarted.redo();
        assertEquals(
                12,
                restarted
                        .fabric()
                        .index()
                        .nearestCorner(new EastNorth(12, 10), 0.1)
                        .orElseThrow()
                        .position()
                        .east());
        assertEquals(new EditOutcome.Impossible("nothing-to-redo", List.of()), restarted.redo());
    }

    @Test
    void undoIsNotDeclinedForBringingAnErrorBack() throws Exception {
        EditSession lenient = session(NOTHING);
        lenient.execute(move(lenient, 10, 10, 16, 10), List.of());
        EditSession strict = session(lenient.fabric(), STRICT, new History());
        strict.execute(move(strict, 16, 10, 10, 10), List.of());
        EditOutcome outcome = strict.undo();
        assertInstanceOf(EditOutcome.Applied.class, outcome);
        assertEquals(2, ((EditOutcome.Applied) outcome).violations().size());
    }

    @Test
    void aNewActEndsWhatCouldBeRedone() throws Exception {
        EditSession session = session(NOTHING);
        session.execute(move(session, 10, 10, 11, 10), List.of());
        session.undo();
        session.execute(move(session, 20, 20, 21, 20), List.of());
        assertEquals(new EditOutcome.Impossible("nothing-to-redo", List.of()), session.redo());
    }

    @Test
    void whenTheJournalFailsNothingIsChanged() {
        EditSession session = session(NOTHING);
        Fabric before = session.fabric();
        diskFull = true;
        assertThrows(JournalException.class, () -> session.execute(move(session, 10, 10, 11, 10), List.of()));
        assertEquals(before, session.fabric());
        assertEquals(List.of(), session.history().undoable());
    }

    @Test
    void aRequestWithoutMeaningSaysWhy() throws Exception {
        EditSession session = session(NOTHING);
        var stranger = new vn.diaba.cadastre.model.CornerId(4, 4);
        EditOutcome outcome = session.execute(new MoveCorner(stranger, MIDDLE, IdBlock.seeded(1)), List.of());
        assertEquals("corner-unknown", ((EditOutcome.Impossible) outcome).code());
    }

    @Test
    void theScopeOfAMoveIsItsNeighbourhood() throws Exception {
        List<vn.diaba.cadastre.rule.Scope> scopes = new ArrayList<>();
        EditSession session = session(
                TestFabrics.grid(20, 20),
                judge((land, scope) -> {
                    scopes.add(scope);
                    return List.of();
                }),
                new History());
        session.execute(move(session, 50, 50, 51, 50), List.of());
        assertEquals(4, scopes.get(0).parcels().size());
        assertEquals(
                new vn.diaba.cadastre.measure.Extent(39, 39, 61, 61),
                scopes.get(0).window());
    }

    private static Fabric with(Fabric land, Change change) {
        return land.apply(ChangeSet.planned(new UUID(3, 3), "newer", List.of(change)));
    }

    @Test
    void whatOnlyANewerVersionUnderstandsIsNotLostByAnEdit() throws Exception {
        Fabric grid = TestFabrics.grid(3, 3);
        Parcel parcel = TestFabrics.live(grid).get(0);
        ParcelFacts f = parcel.facts();
        ParcelFacts leased = new ParcelFacts(
                f.code(),
                f.sourceId(),
                f.landUses(),
                f.legalLandUses(),
                f.legalArea(),
                f.state(),
                f.oldSheet(),
                f.oldNumber(),
                f.address(),
                f.extras(),
                new Further("", "{\"state\":\"LEASED\"}", ""));
        Fabric hidden = with(grid, new Change.ParcelChange(parcel.id(), parcel, parcel.withFacts(leased)));
        EditCommand retire = land -> ChangeSet.planned(
                new UUID(3, 4),
                "retire",
                List.of(new Change.ParcelChange(
                        parcel.id(),
                        land.parcel(parcel.id()),
                        land.parcel(parcel.id())
                                .retired(
                                        new FrozenShape(List.of(new long[] {0, 0, 9, 0, 9, 9}), List.of(true)),
                                        Lifespan.ALIVE))));
        EditOutcome.Impossible refused = assertInstanceOf(
                EditOutcome.Impossible.class,
                session(hidden, NOTHING, new History()).execute(retire, List.of()));
        assertEquals("object-is-newer", refused.code());
        assertEquals(List.of(parcel.label()), refused.arguments());

        NewerRecord paper = new NewerRecord(new UUID(3, 5), "record/paper", "{\"of\":\"" + parcel.id() + "\"}", "");
        Fabric cited = with(grid, new Change.RecordChange(paper.id(), null, paper));
        EditOutcome.Impossible kept = assertInstanceOf(
                EditOutcome.Impossible.class,
                session(cited, NOTHING, new History()).execute(retire, List.of()));
        assertEquals("newer-record-cites", kept.code());
        assertEquals(List.of(parcel.label(), 1), kept.arguments());
        assertInstanceOf(
                EditOutcome.Applied.class, session(grid, NOTHING, new History()).execute(retire, List.of()));
    }
}
