package vn.diaba.app.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.intake.IntakeKind;
import vn.diaba.app.intake.IntakeOrder;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;

/** Files for a workspace that has one square, number 1. */
class ImportViewModelTest {
    private static final String HERE =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final ImportViewModel model = new ImportViewModel(workspace, new DirectJobRunner());
    private final List<Extent> shown = new ArrayList<>();

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, HERE));
        model.setOnShow(shown::add);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /** A square of 100 m² east of the one there is, as GeoJSON without a CRS. */
    private Path square(String name, double east) throws IOException {
        String corners = String.format(
                java.util.Locale.ROOT,
                "[%1$.1f,1214000],[%2$.1f,1214000],[%2$.1f,1214010],[%1$.1f,1214010],[%1$.1f,1214000]",
                east,
                east + 10);
        String text = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":"
                + "{\"soto\":\"1\",\"sothua\":\"9\",\"ghichu\":\"x\"},\"geometry\":{\"type\":\"Polygon\","
                + "\"coordinates\":[[" + corners + "]]}}]}";
        return Files.writeString(home.resolve(name), text);
    }

    private int undoable() {
        return workspace.stateProperty().get().undoable().size();
    }

    @Test
    void aFileIsReadWholeShownAndTakenInAsOneAct() throws Exception {
        model.open(List.of(square("a.geojson", 598010)));
        assertEquals(ImportViewModel.Phase.READY, model.phaseProperty().get());
        assertEquals(9210, model.answers().crsProperty().get(), "proposed, since the file says nothing");
        assertEquals(1, undoable(), "nothing is changed yet");
        assertEquals(598010, shown.get(0).west(), 1e-9);
        assertEquals(0, model.readingProperty().get().preview().farMetres(), 1e-9);
        model.accept();
        assertEquals(ImportViewModel.Phase.DONE, model.phaseProperty().get());
        assertEquals(2, workspace.fabric().parcelCount());
        assertEquals(6, workspace.fabric().cornerCount(), "the two squares share a side");
        assertEquals(2, undoable());
        model.undo();
        assertEquals(1, workspace.fabric().parcelCount());
        assertEquals(ImportViewModel.Phase.NONE, model.phaseProperty().get());
    }

    @Test
    void anotherCrsIsAskedOfTheFileAtOnce() throws Exception {
        model.open(List.of(square("a.geojson", 598010)));
        model.answers().crsProperty().set(123456);
        assertEquals(ImportViewModel.Phase.REFUSED, model.phaseProperty().get());
        assertEquals("crs-unknown-code", model.problemProperty().get().code());
        assertFalse(model.isReady());
        model.accept();
        assertEquals(1, undoable());
        model.answers().crsProperty().set(9214);
        assertEquals(ImportViewModel.Phase.READY, model.phaseProperty().get());
        assertTrue(model.readingProperty().get().preview().farMetres() > 10_000, "another meridian");
        model.answers().crsProperty().set(9210);
        assertEquals(0, model.readingProperty().get().preview().farMetres(), 1e-9);
    }

    @Test
    void aColumnMeansWhatAPersonSays() throws Exception {
        model.open(List.of(square("a.geojson", 598010)));
        assertEquals("number", model.attribute("sothua"));
        assertEquals("", model.attribute("ghichu"));
        model.map("ghichu", "address");
        model.map("sothua", "oldNumber");
        model.accept();
        Parcel parcel = workspace.fabric().parcelAt(1);
        assertEquals("x", parcel.facts().address());
        assertEquals("9", parcel.facts().oldNumber());
        assertEquals("", parcel.number().number());
    }

    @Test
    void landThatChangedSinceIsReadOnceMoreBeforeItIsTakenIn() throws Exception {
        model.open(List.of(square("a.geojson", 598010)));
        Parcel there = workspace.fabric().parcelAt(0);
        workspace.submit(
                new EditAttributes(there.id(), Map.of("address", "Ngõ 1"), IdBlock.fresh(TestLand.CLOCK)),
                outcome -> {});
        model.accept();
        assertEquals(ImportViewModel.Phase.DONE, model.phaseProperty().get());
        assertEquals(2, workspace.fabric().parcelCount());
        assertEquals("Ngõ 1", workspace.fabric().parcelAt(0).facts().address());
    }

    @Test
    void filesComeOneAfterTheOtherAndPartsOfAShapefileAreNotFiles() throws Exception {
        assertEquals(
                List.of(Path.of("a.shp"), Path.of("b.dbf")),
                ImportViewModel.withoutSideFiles(List.of(
                        Path.of("a.dbf"), Path.of("a.shp"), Path.of("a.prj"), Path.of("b.dbf"), Path.of("A.SHX"))));
        model.open(List.of(square("a.geojson", 598010), square("b.geojson", 598020)));
        assertEquals("a.geojson", model.fileName());
        assertEquals(1, model.waiting());
        model.accept();
        model.next();
        assertEquals("b.geojson", model.fileName());
        model.accept();
        model.next();
        assertEquals(ImportViewModel.Phase.NONE, model.phaseProperty().get());
        assertEquals(3, workspace.fabric().parcelCount());
    }

    @Test
    void shotsThatDisagreeAreDecidedByAPerson() throws Exception {
        Path file = Files.writeString(
                home.resolve("p.csv"),
                "D1,1214001.000,598001.000,2.0,R\nD1,1214001.300,598001.000,2.0,R\nD2,1214005.000,598002.000,2.0,R\n");
        model.open(List.of(file));
        assertEquals(IntakeKind.POINTS, model.answers().kindProperty().get());
        assertEquals("survey-shots-disagree", model.problemProperty().get().code());
        model.answers().repeatedProperty().set(IntakeOrder.Repeated.KEEP);
        assertEquals(3, model.findIntake().orElseThrow().imported());
        model.accept();
        assertEquals(ImportViewModel.Phase.DONE, model.phaseProperty().get());
        int[] points = {0};
        workspace.fabric().forEachObject(each -> points[0]++);
        assertEquals(3, points[0]);
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() throws Exception {
        model.open(List.of(Files.createFile(home.resolve("a.shp"))));
        assertEquals(ImportViewModel.Phase.REFUSED, model.phaseProperty().get());
        assertEquals("file-empty", model.problemProperty().get().code());
        model.leave();
        assertEquals(ImportViewModel.Phase.NONE, model.phaseProperty().get());
    }
}
