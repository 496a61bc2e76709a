package vn.diaba.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import vn.diaba.app.sync.ServedOffice;
import vn.diaba.cadastre.measure.EastNorth;

/** Signing in from the window on the sample: at a server over an encrypted line, and where PostgreSQL should be and is not. */
@Tag("fx")
class SignInFxTest extends SyncOnSample {
    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    /** An edit waits to be sent, and the pane of the sync is open. */
    private void waitToSend(FxRobot robot) throws Exception {
        EastNorth before = contested();
        move(robot, 0.1);
        await(() -> !contested().equals(before));
        press(robot, "#statusSync");
        await(() -> shell.map().toolProperty().get() == ToolKind.SYNC);
    }

    @Test
    void overAnEncryptedLineOneSignsInOnceAndACertificateOfOnesOwnIsNamed(FxRobot robot) throws Exception {
        awaitLand();
        Path home = load();
        try (ServedOffice office = ServedOffice.selfSigned(home)) {
            waitToSend(robot);
            type(robot, "#syncUrl", office.url());
            assertTrue(isShown(robot, "#syncUser") && isShown(robot, "#syncAuthority"));
            type(robot, "#syncUser", "an");
            type(robot, "#syncPassword", ServedOffice.PASSWORD);
            press(robot, "#syncRun");
            await(() -> answer(robot).contains("chứng thư"));
            assertEquals(1, answer(robot).lines().count(), answer(robot));
            await(() -> unsent() == 1);
            type(robot, "#syncAuthority", home.resolve("self.pem").toString());
            type(robot, "#syncPassword", ServedOffice.PASSWORD);
            press(robot, "#syncRun");
            await(() -> unsent() == 0);
            awaitQuiet();
            await(() -> isShown(robot, "#syncSignOut") && !isShown(robot, "#syncPassword"));
            move(robot, 0.1);
            await(() -> unsent() == 1);
            press(robot, "#syncRun");
            await(() -> unsent() == 0);
            awaitQuiet();
            assertClean();
        }
    }

    @Test
    void wherePostgresqlIsNotThereOneSentenceSaysSoAndTheQueueIsKept(FxRobot robot) throws Exception {
        awaitLand();
        waitToSend(robot);
        int waiting = unsent();
        // Nobody listens on port 1 of this machine.
        type(robot, "#syncUrl", "jdbc:postgresql://127.0.0.1:1/dat");
        assertTrue(isShown(robot, "#syncUser") && isShown(robot, "#syncPassword"));
        assertFalse(isShown(robot, "#syncAuthority"));
        type(robot, "#syncUser", "an");
        type(robot, "#syncPassword", "sai");
        press(robot, "#syncRun");
        await(() -> answer(robot).endsWith("gửi ở lần đồng bộ sau."));
        awaitQuiet();
        assertEquals(1, answer(robot).lines().count(), answer(robot));
        assertEquals(waiting, unsent());
        assertTrue(status(robot).endsWith("mất đường truyền"), status(robot));
        assertClean();
    }
}
