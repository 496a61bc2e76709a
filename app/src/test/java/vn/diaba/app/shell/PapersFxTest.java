package vn.diaba.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import vn.diaba.cadastre.model.ParcelId;

/** Papers and files on the card, in the window on the sample. */
@Tag("fx")
class PapersFxTest extends WindowOnSample {
    @TempDir
    private static Path files;

    @Start
    void start(Stage stage) throws IOException {
        open(stage);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aPaperIsTypedAndAFileAttachedOnTheCard(FxRobot robot) throws Exception {
        awaitLand();
        ParcelId parcel = parcel(WEEK.split().sourceId());
        robot.interact(() -> model.workspace().select(List.of(parcel)));
        Node form = robot.lookup("#paperNumber").query();
        assertFalse(form.getParent().getParent().isVisible());
        robot.interact(() -> robot.lookup("#cardAddPaper").queryButton().fire());
        robot.write("AA 123456").push(KeyCode.ENTER);
        await(() -> fabric().papersOf(parcel).size() == 1);
        assertFalse(form.getParent().getParent().isVisible());
        robot.interact(() -> robot.lookup("#card-paper-edit").queryButton().fire());
        assertEquals("AA 123456", ((TextInputControl) form).getText());
        Label doubts = robot.lookup("#paperDoubts").queryAs(Label.class);
        robot.interact(() -> ((ComboBox<String>) robot.lookup("#paperType").query()).setValue("GCN-2025"));
        assertTrue(doubts.getText().contains("AA 123456"), doubts.getText());
        robot.write("AA 12345678");
        assertEquals("", doubts.getText());
        robot.push(KeyCode.ENTER);
        await(() -> fabric().papersOf(parcel).get(0).number().equals("AA 12345678"));

        Path scan = Files.writeString(files.resolve("biên bản.txt"), "ranh giới");
        robot.interact(() -> model.papers().attach(List.of(scan)));
        await(() -> robot.lookup("#cardPapers .file .hyperlink").tryQuery().isPresent());
        Hyperlink name = robot.lookup("#cardPapers .file .hyperlink").query();
        assertEquals("biên bản.txt", name.getText());
        robot.interact(() -> robot.lookup("#cardPapers .file #card-remove-short")
                .queryButton()
                .fire());
        await(() -> fabric().attachments().isEmpty());
        robot.interact(() -> model.workspace().undo());
        await(() -> fabric().attachments().size() == 1);
        assertClean();
    }

    @Test
    @SuppressWarnings("unchecked")
    void anIdentityPaperOfALandUserStandsOnTheCard(FxRobot robot) throws Exception {
        awaitLand();
        ParcelId parcel = parcel(WEEK.split().sourceId());
        robot.interact(() -> model.workspace().select(List.of(parcel)));
        robot.interact(() -> robot.lookup("#cardAddPaper").queryButton().fire());
        robot.interact(() -> ((ComboBox<String>) robot.lookup("#paperType").query()).setValue("CCCD"));
        robot.write("079085001234").push(KeyCode.ENTER);
        await(() -> robot.lookup("#cardPapers .papertitle").tryQuery().isPresent());
        assertEquals(List.of(), fabric().papersOf(parcel));
        String title =
                robot.lookup("#cardPapers .papertitle").queryAs(Label.class).getText();
        assertTrue(title.endsWith("079*******34"), title);
        assertClean();
    }

    @Test
    void aFileIsAttachedToAnObject(FxRobot robot) throws Exception {
        awaitLand();
        AtomicReference<UUID> first = new AtomicReference<>();
        fabric().forEachObject(object -> first.compareAndSet(null, object.id()));
        robot.interact(() -> model.workspace().pick(first.get()));
        Path photo = Files.writeString(files.resolve("mốc: 12.txt"), "ảnh mốc");
        robot.interact(() -> model.files().attach(first.get(), List.of(photo)));
        await(() -> robot.lookup("#objectFiles .hyperlink").tryQuery().isPresent());
        assertEquals(
                "attachment-renamed",
                model.workspace().noticeProperty().get().refusal().code());
        robot.interact(() ->
                robot.lookup("#objectFiles #card-remove-short").queryButton().fire());
        await(() -> fabric().attachmentsOf(first.get()).isEmpty());
        assertClean();
    }
}
