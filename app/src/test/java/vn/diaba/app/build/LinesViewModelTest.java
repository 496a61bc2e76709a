package vn.diaba.app.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import vn.diaba.cadastre.fabric.Finding;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;

/** A frame of 20 m by 10 m and a line between its halves that ends 4 cm short; areas by hand. */
class LinesViewModelTest {
    private static final double E = 598100;
    private static final double N = 1214000;

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final LinesViewModel model = new LinesViewModel(
            new ToolDesk(workspace, TestLand.tongue(), TestLand.CLOCK, prompt -> {}), new DirectJobRunner());
    private final List<Extent> looks = new ArrayList<>();

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(
                home, "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))"));
        List<PlacedRecord> objects = List.of(
                line(1, 10, 0, 0, 20, 0, 20, 10, 0, 10, 0, 0),
                line(2, 23, 10, 0, 10, 9.96),
                text(3, 13, "125", 5, 5),
                text(4, 4, "100.0", 5, 4),
                text(5, 4, "99.0", 15, 4));
        workspace.submit(new AddObjects(objects, Origin.IMPORT, new UUID(8, 99)), outcome -> {});
        model.setOnLook(looks::add);
        model.use(true);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static MapObject line(long id, int level, double... xy) {
        List<EastNorth> places = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            places.add(new EastNorth(E + xy[i], N + xy[i + 1]));
        }
        return MapObject.of(new UUID(8, id), level, ObjectShape.line(places), "");
    }

    private static MapObject text(long id, int level, String text, double east, double north) {
        return MapObject.of(new UUID(8, id), level, ObjectShape.point(new EastNorth(E + east, N + north)), text);
    }

    private LinesSketch sketch() {
        LinesSketch made = model.sketchProperty().get();
        assertNotNull(made);
        return made;
    }

    @Test
    void firstItIsSaidWhatWouldMoveAndHowFar() {
        model.toleranceProperty().set(0.03);
        model.readMap();
        assertEquals(1, sketch().rows().size(), "4 cm are beyond 3 cm");
        assertEquals(0, sketch().built().report().moves().count());
        assertEquals(1, sketch().built().report().left().count());
        model.toleranceProperty().set(0.05);
        assertEquals(2, sketch().rows().size());
        Finding first = sketch().findings().get(0);
        assertEquals(LinesSketch.MOVED, first.code());
        assertEquals(0.04, LinesSketch.metres(first), 1e-9);
        assertEquals(1, workspace.fabric().parcelCount(), "nothing is changed");
        assertEquals(1, looks.size(), "the map goes there once");
    }

    @Test
    void theGridSetsDrawnBesideWrittenAndWhatDisagreesStandsFirst() {
        model.readMap();
        BuiltRow bad = sketch().rows().get(0);
        assertEquals(List.of("built-area-differs", "built-no-number"), bad.complaints());
        assertEquals(100, bad.drawn(), 1e-6);
        assertEquals("99.0", bad.written().toString());
        BuiltRow good = sketch().rows().get(1);
        assertEquals(List.of(), good.complaints());
        assertEquals("125", good.numberProperty().get());
        assertEquals(bad, model.rowAt(new EastNorth(E + 15, N + 5)).orElseThrow());
    }

    @Test
    void whatIsTypedStaysWithItsPlaceAndIsBuiltInOneStep() {
        model.sheetProperty().set("7");
        model.readMap();
        BuiltRow row = model.rowAt(new EastNorth(E + 15, N + 5)).orElseThrow();
        row.numberProperty().set("126");
        row.landUseProperty().set("ONT");
        model.toleranceProperty().set(0.06);
        assertEquals(
                "126",
                model.rowAt(new EastNorth(E + 15, N + 5))
                        .orElseThrow()
                        .numberProperty()
                        .get());
        model.build();
        Parcel made = TestFabrics.byNumber(workspace.fabric(), "126");
        assertEquals("7/126", made.label());
        assertEquals("ONT", made.facts().landUses().get(0).code());
        assertEquals("7/125", TestFabrics.byNumber(workspace.fabric(), "125").label());
        assertEquals(1, workspace.fabric().sharedSideCount());
        assertNull(model.sketchProperty().get());
        workspace.undo();
        assertEquals(1, workspace.fabric().parcelCount());
    }

    @Test
    void aDrawingIsReadWithTheMeaningOfItsLayers() throws IOException {
        assertEquals(Map.of("RANH", 10, "SO THUA", 13), LinesViewModel.meaning("RANH=10; SO THUA = 13, x=, =4"));
        Path file = home.resolve("a.dxf");
        Files.writeString(
                file,
                "0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n8\nRANH\n70\n1\n10\n598200\n20\n1214000\n10\n598210\n20\n1214000\n"
                        + "10\n598210\n20\n1214010\n0\nENDSEC\n0\nEOF\n");
        model.levelsProperty().set("RANH=10");
        model.readFile(file);
        assertEquals(1, sketch().rows().size());
        assertEquals(50, sketch().rows().get(0).drawn(), 1e-6);
        model.readFile(home.resolve("none.dxf"));
        assertTrue(workspace.noticeProperty().get().refusal().code().length() > 0);
    }
}
