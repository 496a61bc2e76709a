package vn.diaba.app.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;

/** Two squares, the first with a land user, that overlap by half. */
class ExportViewModelTest {
    private static final String ONE =
            "POLYGON ((598000 1214000, 598020 1214000, 598020 1214010, 598000 1214010, 598000 1214000))";
    private static final String TWO =
            "POLYGON ((598010 1214000, 598030 1214000, 598030 1214010, 598010 1214010, 598010 1214000))";

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final ExportViewModel model = new ExportViewModel(workspace, new DirectJobRunner());

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, ONE, TWO));
        workspace.submit(
                new EditAttributes(first(), Map.of("landUser", "Trần Thị Hoa"), IdBlock.fresh(TestLand.CLOCK)),
                outcome -> {});
        model.use(true);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private ParcelId first() {
        return workspace.fabric().parcelAt(0).id();
    }

    private String text(Path file) throws IOException {
        return Files.readString(file);
    }

    @Test
    void itSaysBeforeWhatIsReadyAndWhatIsNot() {
        ExportCheck check = model.checkProperty().get();
        assertEquals(2, check.parcels());
        assertEquals(1, check.withoutUser());
        assertEquals(0, check.withoutNumber());
        assertEquals(2, check.withErrors(), "they overlap");
        workspace.select(List.of(first()));
        assertEquals(ExportRequest.Content.SELECTION, model.contentProperty().get());
        assertEquals(1, model.checkProperty().get().parcels());
        assertEquals(0, model.checkProperty().get().withoutUser());
    }

    @Test
    void landUsersLeaveOnlyByTheBoxWhichIsNotRemembered() throws Exception {
        model.formatProperty().set(ExportFormat.GEOJSON);
        Path plain = home.resolve("plain.geojson");
        model.write(plain);
        assertFalse(text(plain).contains("Trần Thị Hoa"));
        model.withPeopleProperty().set(true);
        Path named = home.resolve("named.geojson");
        model.write(named);
        assertTrue(text(named).contains("Trần Thị Hoa"));
        model.use(false);
        model.use(true);
        assertFalse(model.withPeopleProperty().get());
    }

    @Test
    void onlyTheSelectionLeavesWhenItIsMeant() throws Exception {
        workspace.select(List.of(first()));
        model.formatProperty().set(ExportFormat.GEOJSON);
        Path file = home.resolve("one.geojson");
        model.write(file);
        assertEquals(1, model.writtenProperty().get().written());
        assertEquals(1, text(file).split("\"Polygon\"|\"MultiPolygon\"", -1).length - 1);
    }

    @Test
    void extractsComeWithAManifestAndGoOn() throws Exception {
        Path folder = Files.createDirectory(home.resolve("extracts"));
        model.write(folder);
        ExportRequest.Written written = model.writtenProperty().get();
        assertEquals(2, written.files().size());
        assertTrue(Files.exists(folder.resolve("manifest.csv")));
        var time = Files.getLastModifiedTime(written.files().get(0));
        model.write(folder);
        assertEquals(time, Files.getLastModifiedTime(written.files().get(0)), "kept, not written again");
    }

    @Test
    void everyFormGivesItsFile() throws Exception {
        for (ExportFormat format : ExportFormat.values()) {
            if (!format.isFolder()) {
                model.formatProperty().set(format);
                Path file = home.resolve("all." + format.extension());
                model.write(file);
                assertEquals(null, model.problemProperty().get(), format::toString);
                assertTrue(Files.size(file) > 100, format::toString);
            }
        }
    }

    @Test
    void whatCannotBeWrittenSaysWhyAndLeavesNothing() {
        model.formatProperty().set(ExportFormat.GEOJSON);
        Path file = home.resolve("missing").resolve("a.geojson");
        model.write(file);
        assertFalse(model.busyProperty().get());
        assertTrue(model.problemProperty().get() != null);
        assertFalse(Files.exists(file));
    }

    @Test
    void objectsLeaveInFilesForOtherProgramsOnly() {
        model.formatProperty().set(ExportFormat.EXTRACTS);
        model.contentProperty().set(ExportRequest.Content.OBJECTS);
        assertEquals(ExportFormat.GEOPACKAGE, model.formatProperty().get());
        assertFalse(model.isReady(), "there are none");
    }
}
