package vn.diaba.app.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/** Six points of two rectangles of 10 m by 20 m, away from the parcel that is there; areas by hand. */
class ChainViewModelTest {
    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final ChainViewModel model = new ChainViewModel(
            new ToolDesk(workspace, TestLand.tongue(), TestLand.CLOCK, prompt -> {}), new DirectJobRunner());
    private final List<SurveyPoint> points = new ArrayList<>();

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(
                home, "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))"));
        double[][] places = {{0, 0}, {10, 0}, {10, 20}, {0, 20}, {20, 0}, {20, 20}};
        for (int i = 0; i < places.length; i++) {
            points.add(SurveyPoint.at(
                    new UUID(7, i),
                    SurveyPoint.Role.DETAIL,
                    Integer.toString(i + 1),
                    new EastNorth(598100 + places[i][0], 1214000 + places[i][1])));
        }
        workspace.submit(
                new AddObjects(List.<PlacedRecord>copyOf(points), Origin.IMPORT, new UUID(7, 99)), outcome -> {});
        model.use(true);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void chainsTypedShowTheirAreasAndAreBuiltInOneStepWithTheNextNumbers() {
        model.sheetProperty().set("1");
        model.paste("1-4,1\n2,5,6,3\t\tONT");
        assertEquals(3, model.rows().size());
        assertEquals("200,0", model.rows().get(0).areaProperty().get());
        model.build();
        Parcel first = TestFabrics.byNumber(workspace.fabric(), "2");
        Parcel second = TestFabrics.byNumber(workspace.fabric(), "3");
        assertEquals(200, workspace.fabric().areaOf(first.id()).squareMetres(), 1e-9);
        assertEquals("ONT", second.facts().landUses().get(0).code());
        assertEquals(1, workspace.fabric().sharedSideCount());
        assertEquals(1, model.rows().size(), "ready for the next ones");
        workspace.undo();
        assertEquals(1, workspace.fabric().parcelCount());
    }

    @Test
    void pointsClickedInOrderCloseAParcelAndTheNextClickBeginsAnother() {
        for (int i : new int[] {0, 1, 2, 3, 0, 1, 4}) {
            model.pick(points.get(i));
        }
        assertEquals("1,2,3,4,1", model.rows().get(0).chainProperty().get());
        assertEquals("2,5", model.rows().get(1).chainProperty().get());
        model.unpick();
        assertEquals("2", model.rows().get(1).chainProperty().get());
    }

    @Test
    void aRowThatCannotBeReadSaysWhyAndNothingIsBuilt() {
        model.paste("1-4,1\n2,5,77");
        assertFalse(model.rows().get(0).wrongProperty().get());
        assertTrue(model.rows().get(1).noteProperty().get().contains("77"));
        model.build();
        assertEquals(
                "build-row-wrong", workspace.noticeProperty().get().refusal().code());
        assertEquals(1, workspace.fabric().parcelCount());
        model.remove(model.rows().get(1));
        model.build();
        assertEquals(2, workspace.fabric().parcelCount());
    }
}
