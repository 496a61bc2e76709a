package vn.diaba.app.parcel;

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
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.ParcelId;

/** Three parcels of 100, 200 and 300 m². */
class ParcelViewModelTest {
    private static final List<String> SHAPES = List.of(
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))",
            "POLYGON ((598010 1214000, 598030 1214000, 598030 1214010, 598010 1214010, 598010 1214000))",
            "POLYGON ((598030 1214000, 598060 1214000, 598060 1214010, 598030 1214010, 598030 1214000))");

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final ParcelViewModel model = new ParcelViewModel(workspace, TestLand.tongue(), TestLand.CLOCK);

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, SHAPES.toArray(new String[0])));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void select(String... numbers) {
        List<ParcelId> parcels = new ArrayList<>();
        for (String number : numbers) {
            parcels.add(TestFabrics.byNumber(workspace.fabric(), number).id());
        }
        workspace.select(parcels);
    }

    @Test
    void everySelectionOfSeveralIsSummedAnew() {
        select("1", "2");
        assertEquals("Diện tích đo: 300,0 m²", model.summaryProperty().get().split("\n")[1]);
        select("2", "3");
        assertEquals("Diện tích đo: 500,0 m²", model.summaryProperty().get().split("\n")[1]);
        assertNull(model.cardProperty().get());
    }

    @Test
    void anAttributeIsSetAndShown() {
        select("1");
        model.set("landUse", "CLN");
        String shown = model.cardProperty().get().rows().stream()
                .filter(row -> row.attribute().equals("landUse"))
                .map(ParcelCard.Row::value)
                .findFirst()
                .orElseThrow();
        assertEquals("CLN", shown);
        assertEquals("", model.summaryProperty().get());
    }

    @Test
    void aNeighbourIsGoneTo() {
        select("1");
        model.go(TestFabrics.byNumber(workspace.fabric(), "2").id());
        assertEquals("1/2", model.cardProperty().get().title());
    }
}
