package vn.diaba.app.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.rule.Violation;

/** Three squares in a row; the middle one has a corner on each side that its neighbours lack. */
class RemediesViewModelTest {
    private static final String WEST =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";
    private static final String MIDDLE = "POLYGON ((598010 1214000, 598020 1214000, 598020 1214005, 598020 1214010,"
            + " 598010 1214010, 598010 1214005, 598010 1214000))";
    private static final String EAST =
            "POLYGON ((598020 1214000, 598030 1214000, 598030 1214010, 598020 1214010, 598020 1214000))";

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final ProblemsViewModel problems = new ProblemsViewModel(workspace, TestLand.tongue());
    private final RemediesViewModel model =
            new RemediesViewModel(problems, workspace, TestLand.tongue(), TestLand.CLOCK);

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, WEST, MIDDLE, EAST));
        workspace.check();
        problems.ruleProperty().set("edges-match");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theRemediesOfTheFaultLookedAtAreShownTheFirstOnTheMap() {
        assertEquals(2, problems.shown().size());
        problems.next();
        assertEquals(2, model.proposals().size());
        assertEquals(model.proposals().get(0), model.previewProperty().get());
        assertFalse(model.previewProperty().get().outlines().isEmpty());
        assertTrue(model.sentence(model.proposals().get(0)).contains("1/2"), "the parcel's label");
        problems.lookAway();
        assertEquals(0, model.proposals().size());
        assertNull(model.previewProperty().get());
    }

    @Test
    void thatThereIsNoRemedyIsToldTooWhenTheSearchEnds() {
        workspace.open(TestLand.opener(home.resolve("twice"), WEST, WEST));
        workspace.check();
        problems.ruleProperty().set("no-overlap");
        int[] told = {0};
        model.answeredProperty().addListener((property, was, is) -> told[0] += is ? 1 : 0);
        problems.next();
        assertEquals(1, problems.shown().size());
        assertEquals(0, model.proposals().size());
        assertEquals(1, told[0]);
    }

    @Test
    void aRemedyChosenMendsTheFaultAndTheNextIsLookedAt() {
        problems.next();
        Violation first = problems.currentProperty().get();
        model.apply(9);
        assertEquals(2, problems.shown().size(), "there is no ninth");
        model.apply(1);
        assertEquals(1, problems.shown().size());
        assertNotEquals(first.id(), problems.currentProperty().get().id());
        assertFalse(model.proposals().isEmpty(), "those of the next fault");
        workspace.undo();
        assertEquals(2, problems.shown().size());
    }

    @Test
    void anAcceptedFaultIsListedNoMoreUntilThatIsUndone() {
        problems.next();
        model.accept("  ");
        assertEquals(2, problems.shown().size(), "without a reason nothing is accepted");
        model.accept("tường chung, hai hộ đồng ý");
        assertEquals(1, problems.shown().size());
        workspace.undo();
        assertEquals(2, problems.shown().size());
        workspace.redo();
        assertEquals(1, problems.shown().size());
    }

    @Test
    void whatWasAcceptedIsRememberedByTheLog() {
        problems.next();
        model.accept("theo biên bản");
        desk.close();
        workspace.open(() -> OpenWorkspace.open(home.resolve("w"), TestLand.setting(home)));
        workspace.check();
        assertEquals(1, problems.shown().size());
    }
}
