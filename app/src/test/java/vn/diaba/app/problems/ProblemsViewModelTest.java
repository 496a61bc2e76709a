package vn.diaba.app.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.rule.Severity;

/** Two squares that overlap by 10 m × 2 m, and a third one alone with a spike. */
class ProblemsViewModelTest {
    private static final String WEST =
            "POLYGON ((598000 1214000, 598012 1214000, 598012 1214010, 598000 1214010, 598000 1214000))";
    private static final String EAST =
            "POLYGON ((598010 1214000, 598030 1214000, 598030 1214010, 598010 1214010, 598010 1214000))";
    private static final String SPIKED = "POLYGON ((598100 1214000, 598110 1214000, 598110 1214010, 598105 1214010,"
            + " 598105 1214020, 598104.9 1214010, 598100 1214010, 598100 1214000))";

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final ProblemsViewModel model = new ProblemsViewModel(workspace, TestLand.tongue());
    private final List<Extent> looks = new ArrayList<>();

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, WEST, EAST, SPIKED));
        workspace.check();
        model.setOnLook(looks::add);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void errorsComeBeforeWarnings() {
        assertEquals("no-overlap", model.shown().get(0).rule());
        assertEquals(Severity.ERROR, model.shown().get(0).severity());
        long errors = model.count(Severity.ERROR).orElseThrow();
        assertEquals(Severity.ERROR, model.shown().get((int) errors - 1).severity());
        assertEquals(Severity.WARNING, model.shown().get((int) errors).severity());
    }

    @Test
    void theMapIsLedToThreeTimesTheSmallerParcel() {
        model.next();
        assertEquals(1, looks.size());
        // The smaller of the two is 12 m wide.
        assertEquals(36, looks.get(0).east() - looks.get(0).west(), 1e-3);
        assertEquals(2, workspace.selection().size());
    }

    @Test
    void afterTheLastComesTheFirst() {
        int n = model.shown().size();
        for (int i = 0; i <= n; i++) {
            model.next();
        }
        assertEquals(model.shown().get(0), model.currentProperty().get());
        model.previous();
        assertEquals(model.shown().get(n - 1), model.currentProperty().get());
    }

    @Test
    void aFilterShowsOneRule() {
        model.ruleProperty().set("no-spike");
        assertEquals(1, model.shown().size());
        model.severityProperty().set(Severity.ERROR);
        assertEquals(0, model.shown().size());
        model.next();
        assertNull(model.currentProperty().get());
    }

    @Test
    void theSentenceNamesParcelsAndSize() {
        assertEquals(
                "1/1; 1/2: hai thửa chồng nhau 20,0 m², rộng 2,000 m.",
                model.sentence(model.shown().get(0)));
    }
}
