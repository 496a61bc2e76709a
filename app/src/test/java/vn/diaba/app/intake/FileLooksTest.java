package vn.diaba.app.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.TestLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;

class FileLooksTest {
    /** One square of 100 m² in the plane, in the order of the coordinates given. */
    private static final String SQUARE = "{\"type\":\"FeatureCollection\",%s\"features\":[{\"type\":\"Feature\","
            + "\"properties\":{\"SHBANDO\":\"7\",\"SHTHUA\":\"12\",\"ten\":\"Đào\"},\"geometry\":{\"type\":\"Polygon\","
            + "\"coordinates\":[[%s]]}}]}";

    private static final String EAST_FIRST =
            "[598000,1214000],[598010,1214000],[598010,1214010],[598000,1214010],[598000,1214000]";
    private static final String NORTH_FIRST =
            "[1214000,598000],[1214000,598010],[1214010,598010],[1214010,598000],[1214000,598000]";
    private static final String CRS_9210 =
            "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::9210\"}},";

    @TempDir
    private Path folder;

    private IntakePlace place = null;

    @BeforeEach
    void place() throws CrsException {
        CrsCatalog catalog = CrsCatalog.standard();
        place = new IntakePlace(catalog, catalog.byCode(9210), TestLand.CLOCK);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private FileLook look(Path file) throws ImportException, CrsException {
        return new FileLooks(place).of(file, ReadOptions.DEFAULT);
    }

    @Test
    void whatTheFileSaysOfItsCrsHolds() throws Exception {
        FileLook look = look(file("a.geojson", SQUARE.formatted(CRS_9210, EAST_FIRST)));
        assertEquals("geojson", look.format());
        assertEquals(IntakeKind.PARCELS, look.kind());
        assertTrue(look.crs().isStated());
        assertEquals(9210, look.crs().epsg());
        assertEquals(ImportOptions.Axes.EAST_NORTH, look.axes());
        assertEquals(Map.of("sheet", "SHBANDO", "number", "SHTHUA"), look.mapped());
        assertEquals(List.of("7", "12", "Đào"), look.sample().get(0));
    }

    @Test
    void withoutAStatementTheRangeOfTheNumbersProposes() throws Exception {
        FileLook plane = look(file("a.geojson", SQUARE.formatted("", EAST_FIRST)));
        assertFalse(plane.crs().isStated());
        assertEquals(9210, plane.crs().epsg());
        String degrees = "[106.1,10.9],[106.2,10.9],[106.2,11.0],[106.1,11.0],[106.1,10.9]";
        assertEquals(
                4326,
                look(file("b.geojson", SQUARE.formatted("", degrees))).crs().epsg());
    }

    @Test
    void northFirstIsSeenByTheRangeAndReadSo() throws Exception {
        Path file = file("a.geojson", SQUARE.formatted(CRS_9210, NORTH_FIRST));
        FileLook look = look(file);
        assertEquals(ImportOptions.Axes.NORTH_EAST, look.axes());
        ImportOptions options = new ImportOptions(0, Map.of(), look.axes(), 0, ParcelSet.SURVEYED);
        Intake intake = new FileIntake(place)
                .read(
                        file,
                        IntakeOrder.of(IntakeKind.PARCELS, ReadOptions.DEFAULT, options),
                        Fabric.empty(),
                        Progress.NONE);
        Fabric land = Fabric.empty().apply(intake.command().plan(Fabric.empty()));
        assertEquals(1, intake.imported());
        assertEquals(598000, land.index().extent().orElseThrow().west(), 1e-9);
    }

    @Test
    void aListOfPointsIsKnownByItsLines() throws Exception {
        FileLook look =
                look(file("d.txt", "D1 1214000,123 598010,456 2,15 RANH\nD2 1214005,200 598020,000 2,10 NHA\n"));
        assertEquals("csv", look.format());
        assertEquals(IntakeKind.POINTS, look.kind());
        assertEquals(ImportOptions.Axes.NORTH_EAST, look.axes());
        assertEquals("blank ,", look.notation());
        assertEquals(
                List.of("D1", "1214000.123", "598010.456", "2.15", "RANH"),
                look.sample().get(0));
    }

    @Test
    void whatIsNothingWeKnowIsRefusedAsSuch() throws Exception {
        Path file = file("a.bin", "hello\n");
        ImportException refused = assertThrows(ImportException.class, () -> look(file));
        assertEquals("points-separator-in-doubt", refused.code());
    }

    @Test
    void anAttributeSaidToHaveNoColumnIsNotMappedByItsAlias() throws Exception {
        Path file = file("a.geojson", SQUARE.formatted(CRS_9210, EAST_FIRST));
        ImportOptions options = new ImportOptions(
                0, Map.of("number", "", "landUser", "ten"), ImportOptions.Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);
        Intake intake = new FileIntake(place)
                .read(
                        file,
                        IntakeOrder.of(IntakeKind.PARCELS, ReadOptions.DEFAULT, options),
                        Fabric.empty(),
                        Progress.NONE);
        assertEquals(Map.of("sheet", "SHBANDO", "landUser", "ten"), intake.columns());
    }
}
