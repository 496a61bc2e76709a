package vn.diaba.app.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.record.SurveyPoint;

/** Places by hand: the 3-4-5 triangle. */
class ConstructionViewModelTest {
    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final PlacesViewModel places = new PlacesViewModel(workspace, new DirectJobRunner());
    private final ConstructionViewModel model =
            new ConstructionViewModel(new ToolDesk(workspace, TestLand.tongue(), TestLand.CLOCK, prompt -> {}), places);

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(
                home, "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))"));
        places.use(true);
        model.kindProperty().set(ConstructionKind.DISTANCES);
        model.pick(new EastNorth(598000, 1214000));
        model.pick(new EastNorth(598010, 1214000));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private List<SurveyPoint> points() {
        List<SurveyPoint> points = new ArrayList<>();
        workspace.fabric().forEachObject(each -> points.add((SurveyPoint) each));
        return points;
    }

    @Test
    void aClickBesideTheOtherSolutionChoosesItAndThatIsWritten() {
        model.value(0).set("6");
        model.value(1).set("8");
        assertEquals(0, model.chosenProperty().get());
        model.pick(new EastNorth(598004, 1213990));
        assertEquals(1, model.chosenProperty().get());
        model.numberProperty().set("41");
        model.write();
        assertEquals(new EastNorth(598003.6, 1213995.2), points().get(0).position());
        assertEquals("41", points().get(0).number());
        assertEquals("distances", points().get(0).observation().method());
        assertEquals(List.of(), model.bases(), "ready for the next one");
        assertEquals("42", model.numberProperty().get());
    }

    @Test
    void anArcIsWrittenAsPointsThatCountOnInOneStep() {
        model.kindProperty().set(ConstructionKind.ARC_RADIUS);
        model.pick(new EastNorth(598000, 1214000));
        model.pick(new EastNorth(598010, 1214000));
        model.value(0).set("-5");
        model.value(1).set("0,5");
        model.write();
        // Chords of a half circle of 5 m that stand off by 0.5 m at most span 51.7 degrees: four pieces, three points.
        assertEquals(
                List.of("1", "2", "3"),
                points().stream().map(SurveyPoint::number).sorted().toList());
        workspace.undo();
        assertEquals(List.of(), points());
    }

    @Test
    void whatLacksIsSaid() {
        model.write();
        assertEquals(
                "construction-not-complete",
                workspace.noticeProperty().get().refusal().code());
    }
}
