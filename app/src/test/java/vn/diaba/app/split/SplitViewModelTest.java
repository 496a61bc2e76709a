package vn.diaba.app.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.division.FrontSide;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.division.SplitReport;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;

/** Two squares of 10 m side by side, 1 and 2, and south of both a road of 5 m, 3. Areas are worked out by hand. */
class SplitViewModelTest {
    private static final double E = 598000;
    private static final double N = 1214000;
    private static final String WEST =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";
    private static final String EAST =
            "POLYGON ((598010 1214000, 598020 1214000, 598020 1214010, 598010 1214010, 598010 1214000))";
    private static final String ROAD = "POLYGON ((598000 1213995, 598020 1213995, 598020 1214000, 598010 1214000,"
            + " 598000 1214000, 598000 1213995))";

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final Tongue tongue = TestLand.tongue();
    private final SplitViewModel model =
            new SplitViewModel(new ToolDesk(workspace, tongue, TestLand.CLOCK, code -> {}), new DirectJobRunner());

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, WEST, EAST, ROAD));
        workspace.select(List.of(at(5, 5)));
        model.setActive(true);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private ParcelId at(double east, double north) {
        return workspace.fabric().index().parcelsAt(place(east, north)).get(0);
    }

    private static EastNorth place(double east, double north) {
        return new EastNorth(E + east, N + north);
    }

    private List<Double> areas() {
        return plan().report().parts().stream()
                .map(part -> Math.rint(1e3 * part.area().squareMetres()) / 1e3)
                .toList();
    }

    private SplitPlan plan() {
        return model.planProperty().get();
    }

    private Pick side(double east, double north) {
        return Pick.side(workspace.fabric(), model.parcels(), place(east, north), 1)
                .orElseThrow();
    }

    private String code() {
        return model.lackProperty().get().code();
    }

    @Test
    void aLineSplitsAsItIsDrawn() {
        assertNull(plan());
        model.addToLine(place(0, 3));
        model.point(place(10, 3));
        assertEquals(List.of(70.0, 30.0), areas());
        model.addToLine(place(10, 3));
        boolean[] done = {false};
        model.submit(isDone -> done[0] = isDone);
        assertTrue(done[0]);
        assertEquals(4, workspace.fabric().parcelCount());
        assertEquals(1, workspace.stateProperty().get().undoable().size() - 1, "one step");
        assertTrue(model.isClear());
    }

    @Test
    void aLineThatEndsInsideIsRefusedLive() {
        model.addToLine(place(0, 3));
        model.addToLine(place(6, 3));
        assertEquals("line-does-not-cut", plan().findRefusal().orElseThrow().code());
        model.submit(isDone -> assertFalse(isDone));
        assertEquals(
                "line-does-not-cut", workspace.noticeProperty().get().refusal().code());
    }

    @Test
    void partsAreCutAlongTheSideClickedAndSquareToItWithShift() {
        model.textProperty().set("2:1:1");
        model.guide(side(5, 0), false);
        assertEquals(List.of(50.0, 25.0, 25.0), areas());
        SplitPlan.CutLine first = plan().cuts().get(0);
        assertEquals(N + 5, first.from().north(), 1e-6);
        assertEquals(N + 5, first.to().north(), 1e-6);
        assertEquals(2, plan().cuts().size());
        model.guide(side(5, 0), true);
        assertEquals(E + 5, plan().cuts().get(0).middle().east(), 1e-6);
    }

    @Test
    void aBearingTypedGoesBeforeTheSideClicked() {
        model.textProperty().set("2");
        model.guide(side(5, 0), false);
        model.bearingProperty().set("0");
        assertEquals(E + 5, plan().cuts().get(0).middle().east(), 1e-6);
        model.bearingProperty().set("9x");
        assertEquals("angle-not-read", code());
        assertNull(plan());
        model.guide(side(5, 0), false);
        assertEquals("", model.bearingProperty().get());
        assertNotNull(plan());
    }

    @Test
    void cutsFromACornerTurnAboutIt() {
        model.textProperty().set("2");
        Pick corner = Pick.corner(workspace.fabric(), model.parcels(), place(0.2, 0.1), 1)
                .orElseThrow();
        model.guide(corner, false);
        SplitPlan.CutLine cut = plan().cuts().get(0);
        assertEquals(Math.sqrt(200), cut.from().distanceTo(cut.to()), 1e-3, "the diagonal");
    }

    @Test
    void aCutDraggedSaysItsAreaInTheBox() {
        model.textProperty().set("3");
        model.guide(side(5, 0), false);
        CutMove held = model.holdCut(1).orElseThrow();
        model.moveCut(held, place(5, 2));
        assertEquals("20,0; 46,7; còn lại", model.textProperty().get());
        assertEquals(20, areas().get(0), 1e-3);
        model.moveCut(held, place(5, 99));
        assertEquals("66,6; 0,1; còn lại", model.textProperty().get(), "not beyond the next cut");
        model.textProperty().set("2");
        model.moveCut(model.holdCut(1).orElseThrow(), place(5, 3.21));
        assertEquals("32,1", model.textProperty().get());
        assertEquals(List.of(32.1, 67.9), areas());
    }

    @Test
    void aStripRunsAlongTheWholeFrontClicked() {
        workspace.select(List.of(at(5, 5), at(15, 5)));
        model.textProperty().set("dải ");
        assertEquals("split-strip-sides", code());
        Pick front = side(5, 0);
        model.toggleFront(new FrontSide(front.parcel(), front.number()), false);
        assertEquals(2, model.sides().size());
        assertEquals("split-strip-width", code());
        model.type("2,5");
        assertEquals("dải 2,5", model.textProperty().get());
        assertEquals(2, plan().report().losses().size());
        assertEquals(25, plan().report().losses().get(0).lost().squareMetres(), 1e-9);
        assertEquals(at(5, -2), model.roadProperty().get());
        model.intoRoadProperty().set(true);
        model.submit(isDone -> assertTrue(isDone));
        assertEquals(3, workspace.fabric().parcelCount());
        assertEquals(
                150, workspace.fabric().areaOf(at(5, -2)).squareMetres(), 1e-9, "the road has 50 m² of strip more");
        model.textProperty().set("dải 2");
        assertEquals("split-strip-sides", code(), "what was clicked is forgotten");
    }

    @Test
    void aSideClickedTwiceIsChosenNoMore() {
        workspace.select(List.of(at(5, 5), at(15, 5)));
        model.textProperty().set("strip 2");
        Pick front = side(5, 0);
        FrontSide first = new FrontSide(front.parcel(), front.number());
        model.toggleFront(first, false);
        model.toggleFront(first, true);
        assertEquals(1, model.sides().size());
        model.toggleFront(first, false);
        assertEquals(2, model.sides().size());
        model.toggleFront(first, false);
        assertEquals(0, model.sides().size());
    }

    @Test
    void whatIsTooLargeIsSaidLive() {
        model.textProperty().set("120");
        assertEquals("areas-too-large", plan().findRefusal().orElseThrow().code());
        assertTrue(new SplitTexts(tongue.messages()).remarks(plan()).get(0).contains("120"));
    }

    @Test
    void severalParcelsAreNotDividedAtOnce() {
        workspace.select(List.of(at(5, 5), at(15, 5)));
        model.textProperty().set("3");
        assertEquals("split-select-one", code());
    }

    @Test
    void theTableShowsPartsRoundedToTheirParentAndTheSum() {
        model.textProperty().set("3");
        List<SplitTexts.TableRow> rows = new SplitTexts(tongue.messages()).rows(plan());
        assertEquals(4, rows.size());
        assertEquals("33,333", rows.get(0).cells().get(1));
        assertEquals(
                List.of("100,0", "33,3", "33,3", "33,4"),
                rows.stream().map(row -> row.cells().get(2)).sorted().toList());
        assertEquals("xã chưa có quy định", rows.get(0).cells().get(6));
        assertTrue(rows.get(3).isSum());
    }

    @Test
    void legalAreasAreAsChosen() {
        model.textProperty().set("2");
        SplitReport.Part first = plan().report().parts().get(0);
        model.legalProperty().set(LegalShare.SURVEYED);
        assertEquals(500, plan().report().parts().get(0).legal().tenths());
        assertEquals(first.area(), plan().report().parts().get(0).area());
    }

    @Test
    void theTableIsWrittenForExcel() throws Exception {
        model.textProperty().set("3");
        Path target = home.resolve("tách.xlsx");
        assertEquals(3, new SplitList(plan(), tongue.messages()).write(target, Progress.NONE));
        assertTrue(Files.size(target) > 1000);
    }

    @Test
    void onlyInUseItPlans() {
        model.textProperty().set("3");
        model.setActive(false);
        assertNull(plan());
        assertEquals("", model.textProperty().get());
    }

    @Test
    void aPartInPiecesIsSaidWithTheSidesThatWouldGiveWholeOnes() {
        String u = "POLYGON ((598000 1214000, 598030 1214000, 598030 1214020, 598020 1214020, 598020 1214005,"
                + " 598010 1214005, 598010 1214020, 598000 1214020, 598000 1214000))";
        workspace.open(TestLand.opener(home.resolve("u"), u));
        workspace.select(List.of(at(5, 5)));
        model.textProperty().set("2");
        Pick bottom = side(15, 0);
        model.guide(bottom, false);
        List<String> remarks = new SplitTexts(tongue.messages()).remarks(plan());
        assertTrue(remarks.get(0).contains("2 mảnh"), remarks.get(0));
        assertFalse(model.wholeWaysProperty().get().isEmpty());
        assertFalse(model.wholeWaysProperty().get().contains(bottom.number()));
        model.guide(bottom, true);
        assertEquals(List.of(), model.wholeWaysProperty().get());
        assertEquals(List.of(225.0, 225.0), areas());
    }
}
