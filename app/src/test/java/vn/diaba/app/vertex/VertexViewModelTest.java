package vn.diaba.app.vertex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.corner.DetachCorner;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;

/** Two squares of 10 m, west and east, with a corner in the middle of the northern side of the west one. */
class VertexViewModelTest {
    private static final String WEST =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598005 1214010, 598000 1214010, 598000 1214000))";
    private static final String EAST =
            "POLYGON ((598010 1214000, 598020 1214000, 598020 1214010, 598010 1214010, 598010 1214000))";

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final List<ReasonAsker.Occasion> asked = new ArrayList<>();
    private Consumer<String> answer = reason -> {};
    private final VertexViewModel model = new VertexViewModel(
            new ToolDesk(workspace, TestLand.tongue(), TestLand.CLOCK, code -> {}), (occasion, given) -> {
                asked.add(occasion);
                answer = given;
            });

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, WEST, EAST));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private CornerId at(double east, double north) {
        return workspace
                .fabric()
                .index()
                .nearestCorner(new EastNorth(598000 + east, 1214000 + north), 1e-6)
                .orElseThrow()
                .id();
    }

    private EastNorth place(CornerId corner) {
        return workspace.fabric().corner(corner).position();
    }

    private int acts() {
        return workspace.stateProperty().get().undoable().size();
    }

    @Test
    void theLimitIsThatOfTheMapsScale() {
        // Points of a map at 1:500: 7 cm.
        assertEquals(new ShiftLimit(0.07, 500), model.limitProperty().get());
    }

    @Test
    void whatIsTypedIsShownAndOnlyThenApplied() {
        CornerId corner = at(10, 10);
        model.pick(List.of(corner));
        model.typed("0,05 0");
        assertEquals(0.05, model.proposalProperty().get().largestShiftMetres(), 1e-9);
        assertEquals(1, acts());
        model.apply();
        assertEquals(new EastNorth(598010, 1214010.05), place(corner));
        assertEquals(List.of(), asked);
        assertNull(model.proposalProperty().get());
        assertEquals(List.of(corner), model.pickedProperty().get());
    }

    @Test
    void beyondTheLimitAReasonIsAskedAndKept() {
        CornerId corner = at(10, 10);
        model.pick(List.of(corner));
        model.typed("0,08 0");
        model.apply();
        assertEquals(List.of(ReasonAsker.Occasion.SHIFT), asked);
        assertEquals(new EastNorth(598010, 1214010), place(corner));
        assertNotNull(model.proposalProperty().get(), "stays to be applied after all");
        answer.accept("đo lại");
        assertEquals(new EastNorth(598010, 1214010.08), place(corner));
    }

    @Test
    void whatCannotBeReadIsSaidAndNothingIsProposed() {
        model.pick(List.of(at(10, 10)));
        model.typed("0,05");
        assertEquals("vertex-entry-not-read", model.faultProperty().get().code());
        assertNull(model.proposalProperty().get());
        model.typed("");
        assertNull(model.faultProperty().get());
    }

    @Test
    void pickedCornersAreTurnedAndStretchedAboutTheirMiddle() {
        CornerId one = at(20, 0);
        CornerId other = at(20, 10);
        answer = reason -> {};
        model.pick(List.of(one, other));
        model.typed("tỷ lệ 1,01");
        model.apply();
        // 5 m from the middle, 1 % farther: 0.05 m each.
        assertEquals(new EastNorth(598020, 1213999.95), place(one));
        assertEquals(new EastNorth(598020, 1214010.05), place(other));
        model.typed("xoay 0-10");
        // 5.05 m · sin 10' = 0.01469 m, clockwise: the northern one goes east.
        assertEquals(
                598020.0147, model.proposalProperty().get().shifts().get(1).to().east(), 1e-9);
        model.typed("tỷ lệ 0");
        assertEquals("vertex-scale-zero", model.faultProperty().get().code());
    }

    @Test
    void aPickedObjectIsTurnedAndShifted() {
        UUID house = new UUID(7, 1);
        List<EastNorth> ring = List.of(
                new EastNorth(598002, 1214002),
                new EastNorth(598006, 1214002),
                new EastNorth(598006, 1214004),
                new EastNorth(598002, 1214004));
        MapObject drawn = MapObject.of(house, 14, ObjectShape.area(ring), "");
        workspace.submit(new AddObjects(List.of(drawn), Origin.SURVEYOR, new UUID(7, 2)), outcome -> {});
        workspace.pick(house);
        model.typed("xoay 90");
        model.apply();
        // A quarter turn about (4, 3): 4 m by 2 m becomes 2 m by 4 m.
        assertEquals(new Extent(598003, 1214001, 598005, 1214005), extent(house));
        model.typed("1 2");
        model.apply();
        assertEquals(new Extent(598005, 1214002, 598007, 1214006), extent(house));
        assertEquals(List.of(), asked);
    }

    private Extent extent(UUID object) {
        return ((MapObject) workspace.fabric().findRecord(object).orElseThrow()).extent();
    }

    @Test
    void removalIsShownFirst() {
        model.pick(List.of(at(5, 10)));
        model.proposeRemoval();
        assertTrue(model.isRemovalProposed());
        int corners = workspace.fabric().cornerCount();
        model.apply();
        assertEquals(corners - 1, workspace.fabric().cornerCount());
        assertEquals(List.of(), model.pickedProperty().get());
    }

    @Test
    void aCornerWhereSidesEndCannotBeRemovedAndTheReasonIsShown() {
        model.pick(List.of(at(10, 10)));
        model.proposeRemoval();
        assertEquals("side-ends-there", model.faultProperty().get().code());
    }

    @Test
    void cornersAreNudgedTogetherByTheStep() {
        assertTrue(model.setStep("2cm"));
        model.pick(List.of(at(0, 10), at(5, 10)));
        model.nudge(1, -2);
        assertEquals(
                new EastNorth(597999.96, 1214010.02),
                place(model.pickedProperty().get().get(0)));
        assertEquals(
                new EastNorth(598004.96, 1214010.02),
                place(model.pickedProperty().get().get(1)));
        assertEquals(
                "move-corners",
                workspace.stateProperty().get().undoable().get(0).label());
    }

    @Test
    void aStepIsMoreThanNothing() {
        assertFalse(model.setStep("0"));
        assertFalse(model.setStep("x"));
        assertEquals(0.01, model.stepMetres());
    }

    @Test
    void threeAreAlignedOnTheTwoFarthestApart() {
        CornerId middle = at(5, 10);
        model.pick(List.of(middle));
        model.nudge(3, 0);
        model.pick(List.of(middle, at(0, 10), at(10, 10)));
        model.proposeAlignment();
        assertEquals(1, model.proposalProperty().get().shifts().size());
        model.apply();
        assertEquals(new EastNorth(598005, 1214010), place(middle));
        model.pick(List.of(middle, at(0, 10)));
        model.proposeAlignment();
        assertEquals("vertex-align-three", model.faultProperty().get().code());
    }

    @Test
    void cornersOfOneRingAreNotWelded() {
        model.pick(List.of(at(0, 10), at(5, 10)));
        model.proposeWeld();
        assertEquals("corners-of-one-ring", model.faultProperty().get().code());
    }

    @Test
    void detachingAlwaysAsks() {
        CornerId corner = at(10, 10);
        DetachCorner detach = new DetachCorner(
                corner,
                workspace.fabric().parcelsAt(corner).get(0),
                new EastNorth(598009.99, 1214010.01),
                "…",
                IdBlock.seeded(4));
        model.handIn(EditPlan.of(workspace.fabric(), detach, List.of()));
        assertEquals(List.of(ReasonAsker.Occasion.DETACH), asked);
        assertEquals(2, workspace.fabric().parcelsAt(corner).size());
        answer.accept("bản án");
        assertEquals(1, workspace.fabric().parcelsAt(corner).size());
    }

    @Test
    void shiftAddsAndTakesAway() {
        CornerId corner = at(10, 10);
        model.toggle(corner);
        model.add(List.of(at(0, 0), corner));
        assertEquals(2, model.pickedProperty().get().size());
        model.toggle(corner);
        assertEquals(List.of(at(0, 0)), model.pickedProperty().get());
    }
}
