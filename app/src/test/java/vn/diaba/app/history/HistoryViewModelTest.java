package vn.diaba.app.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Language;

class HistoryViewModelTest {
    private static final String SQUARE =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";

    @TempDir
    private Path home;

    @Test
    void anActIsListedWithTimeAndAuthorAndMarkedWhenUndone() {
        EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
        Workspace workspace = new Workspace(desk, new DirectJobRunner());
        Tongue tongue = TestLand.tongue();
        HistoryViewModel model = new HistoryViewModel(workspace, tongue, ZoneOffset.ofHours(7));
        workspace.open(TestLand.opener(home, SQUARE));
        HistoryViewModel.Line line = new HistoryViewModel.Line("Nhập thửa", "02/11 08:00:00 · Lan", false);
        assertEquals(List.of(line), model.lines());
        workspace.undo();
        assertTrue(model.lines().get(0).isUndone());
        tongue.speak(Language.ENGLISH);
        assertEquals("Import parcels", model.lines().get(0).text());
        desk.close();
    }
}
