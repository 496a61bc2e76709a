package vn.diaba.app.union;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import vn.diaba.app.tool.AreaLine;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.Terms;

/** Two squares of 400 m² side by side and, beyond a gap that is enclosed by nothing, none. */
class ReshapeViewModelTest {
    private static final String WEST =
            "POLYGON ((598000 1214000, 598020 1214000, 598020 1214020, 598000 1214020, 598000 1214000))";
    private static final String EAST =
            "POLYGON ((598020 1214000, 598040 1214000, 598040 1214020, 598020 1214020, 598020 1214000))";

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final ReshapeViewModel model =
            new ReshapeViewModel(workspace, TestLand.tongue(), TestLand.CLOCK, new DirectJobRunner());

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, WEST, EAST));
        model.use(true);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private ParcelId parcel(String number) {
        return TestFabrics.byNumber(workspace.fabric(), number).id();
    }

    private void start(ReshapeKind kind, String... numbers) {
        model.kindProperty().set(kind);
        workspace.select(List.of(numbers).stream().map(this::parcel).toList());
    }

    private void draw(double... offsets) {
        for (int i = 0; i < offsets.length; i += 2) {
            model.draw(new EastNorth(598000 + offsets[i], 1214000 + offsets[i + 1]));
        }
    }

    private int undoable() {
        return workspace.stateProperty().get().undoable().size();
    }

    @Test
    void itSaysWhatIsMissingNext() {
        start(ReshapeKind.ANNEX, "1");
        assertTrue(model.wantsParcels());
        assertTrue(model.sentence().startsWith("Bấm thửa giao đất"), model.sentence());
        start(ReshapeKind.ANNEX, "1", "2");
        assertTrue(model.sentence().startsWith("Vẽ đường cắt"), model.sentence());
        draw(15, 0);
        assertFalse(model.isPossible());
        draw(15, 20);
        assertTrue(model.isPossible());
    }

    @Test
    void aCutOffStripPassesToTheNeighbour() {
        start(ReshapeKind.ANNEX, "1", "2");
        draw(15, 0, 15, 20);
        assertEquals("Thửa 1/1 chuyển 100,0 m² sang thửa 1/2.", model.sentence());
        model.identityProperty().set(Terms.Identity.KEPT);
        assertEquals("Thửa 1/1 chuyển 100,0 m² sang thửa 1/2.", model.sentence());
        List<AreaLine> lines = model.sketchProperty().get().areas();
        assertEquals(2, lines.size());
        int[] done = {0};
        model.submit(() -> done[0]++);
        assertEquals(1, done[0]);
        assertEquals(300, workspace.fabric().areaOf(parcel("1")).squareMetres(), 1e-6);
        assertEquals(500, workspace.fabric().areaOf(parcel("2")).squareMetres(), 1e-6);
        assertEquals(2, undoable());
        assertEquals(0, model.drawn());
    }

    @Test
    void thePointerIsTheLinesEndUntilItIsHandedIn() {
        start(ReshapeKind.ADJUST, "1", "2");
        draw(20, 0);
        model.hover(new EastNorth(598010, 1214020));
        assertTrue(model.isPossible(), model.sentence());
        model.submit(() -> {});
        assertEquals(1, undoable(), "a line of one click is no line");
        draw(10, 20);
        assertEquals("Giữa các thửa 1/1, 1/2: 100,0 m² đổi thửa.", model.sentence());
        model.submit(() -> {});
        assertEquals(2, undoable());
    }

    @Test
    void aHoleBecomesAParcelOrNobodysWithAReason() {
        start(ReshapeKind.CUT_HOLE, "1");
        draw(5, 5, 10, 5, 10, 10, 5, 10);
        assertEquals("Trong thửa 1/1 có thửa mới 25,0 m².", model.sentence());
        model.flagProperty().set(false);
        assertFalse(model.isPossible());
        model.reasonProperty().set("ao chung");
        assertEquals("Thửa 1/1 bớt 25,0 m², phần đó không thuộc thửa nào.", model.sentence());
        model.submit(() -> {});
        ParcelId around = workspace.selection().get(0);
        assertEquals(375, workspace.fabric().areaOf(around).squareMetres(), 1e-6);

        model.kindProperty().set(ReshapeKind.FILL_HOLE);
        model.point(new EastNorth(598007, 1214007));
        assertTrue(model.sentence().contains("nhận thêm 25,0 m²"), model.sentence());
        model.flagProperty().set(true);
        assertTrue(model.sentence().startsWith("Khoảng trống 25,0 m² thành thửa"), model.sentence());
    }

    @Test
    void aParcelEndsOnlyWithAReason() {
        start(ReshapeKind.RETIRE, "2");
        assertFalse(model.isPossible());
        model.reasonProperty().set("sạt lở");
        assertEquals("Thửa 1/2 (400,0 m²) chấm dứt, không có thửa thay thế.", model.sentence());
        model.submit(() -> {});
        assertEquals(2, undoable());
        assertEquals(List.of(), workspace.selection());
    }

    @Test
    void backAndClearTakeBackWhatWasDrawn() {
        start(ReshapeKind.ADJUST, "1", "2");
        draw(20, 0, 10, 20);
        assertTrue(model.back());
        assertEquals(1, model.drawn());
        assertTrue(model.clear());
        assertFalse(model.clear());
        assertFalse(model.back());
    }
}
