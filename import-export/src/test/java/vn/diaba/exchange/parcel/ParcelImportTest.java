package vn.diaba.exchange.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableSchema;
import vn.diaba.map.crs.CrsCatalog;

class ParcelImportTest {
    private static final CrsCatalog CATALOG = CrsCatalog.standard();
    private static final List<Column> COLUMNS = List.of(
            Column.of("SoTo", ColumnType.TEXT),
            Column.of("SoThua", ColumnType.TEXT),
            Column.of("LoaiDat", ColumnType.TEXT),
            Column.of("DienTich", ColumnType.DECIMAL),
            Column.of("TenChu", ColumnType.TEXT),
            Column.of("Tầng", ColumnType.INTEGER));

    private static RawShape square(double east, double north) {
        return RawShape.ring(east, north, east + 10, north, east + 10, north + 10, east, north + 10, east, north);
    }

    private static Row row(long record, @Nullable RawShape shape, @Nullable Object... values) {
        return new Row(record, shape, values);
    }

    private static FeatureTable table(CrsHint crs, Row... rows) {
        TableSchema schema = new TableSchema("thua_dat", COLUMNS, ShapeKind.POLYGONS, crs);
        return new FeatureTable(schema, RowSource.of(List.of(rows)));
    }

    private static ImportReport read(FeatureTable table, ImportOptions options) throws Exception {
        ParcelImport parcels = new ParcelImport(CATALOG, CATALOG.byCode(9210));
        ParcelImport.Target target = new ParcelImport.Target(Fabric.empty(), IdBlock.seeded(1));
        return parcels.read(table, options, target, new IssueLog(), Progress.NONE);
    }

    private static Fabric land(ImportReport report) {
        return Fabric.empty().apply(report.command().plan(Fabric.empty()));
    }

    private static Row parcel(long record, String number, double east) {
        return row(
                record,
                square(east, 1_214_000),
                "12",
                number,
                "ODT+CLN",
                new BigDecimal("100.04"),
                "Lê Văn Không",
                record);
    }

    @Test
    void columnsOfTheTradeMapByThemselvesAndTheRestIsKept() throws Exception {
        ImportReport report = read(
                table(CrsHint.ofEpsg(9210), parcel(1, "7", 598_000), parcel(2, "8", 598_010)), ImportOptions.DEFAULT);
        Fabric land = land(report);
        Parcel seven = TestFabrics.byNumber(land, "7");
        assertEquals("12/7", seven.label());
        assertEquals(2, seven.facts().landUses().size());
        assertEquals("100.0", "" + seven.facts().legalArea());
        assertEquals(1L, seven.facts().extras().get("Tầng"));
        assertEquals(1, land.sharedSideCount());
        assertEquals(2, report.read());
        assertEquals(2, report.imported());
        assertEquals(2, report.welded());
    }

    @Test
    void namesOfPersonsAreNeverMappedUnlessStated() throws Exception {
        Row one = parcel(1, "7", 598_000);
        Fabric silent = land(read(table(CrsHint.ofEpsg(9210), one), ImportOptions.DEFAULT));
        assertEquals(
                List.of(), silent.rightsOf(TestFabrics.byNumber(silent, "7").id()));
        ImportOptions stated = new ImportOptions(
                0, Map.of("landUser", "TENCHU"), ImportOptions.Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);
        Fabric told = land(read(table(CrsHint.ofEpsg(9210), one), stated));
        assertEquals(1, told.rightsOf(TestFabrics.byNumber(told, "7").id()).size());
    }

    @Test
    void whatIsNotMappedToPersonsLeavesOnlyWithPeople() throws Exception {
        Fabric land = land(read(table(CrsHint.ofEpsg(9210), parcel(1, "7", 598_000)), ImportOptions.DEFAULT));
        assertTrue(names(new ParcelTable(land, parcel -> true, true)).contains("TenChu"));
        assertTrue(!names(new ParcelTable(land, parcel -> true, false)).contains("TenChu"));
    }

    private static List<String> names(ParcelTable table) {
        return table.table("thua_dat", CrsHint.ofEpsg(9210)).columns().stream()
                .map(Column::name)
                .toList();
    }

    @Test
    void everyRecordIsImportedOrListed() throws Exception {
        double nan = Double.NaN;
        ImportReport report = read(
                table(
                        CrsHint.ofEpsg(9210),
                        parcel(1, "1", 598_000),
                        row(2, null, null, null, null, null, null, null),
                        row(3, RawShape.point(1, 2), null, null, null, null, null, null),
                        row(4, RawShape.ring(0, 0, nan, 1, 2, 2, 0, 0), null, null, null, null, null, null),
                        row(5, RawShape.ring(0, 0, 1, 1, 0, 0), null, null, null, null, null, null)),
                ImportOptions.DEFAULT);
        assertEquals(5, report.read());
        assertEquals(1, report.imported());
        assertEquals(4, report.skipped());
        List<String> codes = new ArrayList<>();
        for (Issue issue : report.issues().issues()) {
            if (issue.severity() == Issue.Severity.ERROR) {
                codes.add(issue.record() + " " + issue.code());
            }
        }
        assertEquals(
                List.of("2 shape-missing", "3 shape-not-polygon", "4 coordinate-not-finite", "5 parcel-without-ring"),
                codes);
    }

    @Test
    void aTableWithoutACrsNeedsOneStated() throws Exception {
        ImportException e = assertThrows(
                ImportException.class, () -> read(table(CrsHint.NONE, parcel(1, "1", 598_000)), ImportOptions.DEFAULT));
        assertEquals("crs-not-stated", e.code());
        ImportOptions stated = new ImportOptions(9210, Map.of(), ImportOptions.Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);
        assertEquals(
                1, read(table(CrsHint.NONE, parcel(1, "1", 598_000)), stated).imported());
    }

    @Test
    void aStatedCrsThatContradictsTheFileIsRefused() {
        ImportOptions stated = new ImportOptions(5897, Map.of(), ImportOptions.Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);
        ImportException e = assertThrows(
                ImportException.class, () -> read(table(CrsHint.ofEpsg(9210), parcel(1, "1", 598_000)), stated));
        assertEquals("crs-contradicts", e.code());
    }

    @Test
    void coordinatesAreBroughtIntoTheWorkspacesCrs() throws Exception {
        // Control point of the published vectors: 106.651787600 E 10.978981928 N is E 598359.367 N 1214279.448 in 9210.
        double e = 106.651787600;
        double n = 10.978981928;
        RawShape degrees = RawShape.ring(e, n, e + 0.0001, n, e, n + 0.0001, e, n);
        ImportReport report = read(
                table(CrsHint.ofEpsg(4326), row(1, degrees, "1", "1", null, null, null, null)), ImportOptions.DEFAULT);
        EastNorth expected = new EastNorth(598359.367, 1214279.448);
        assertTrue(land(report).index().nearestCorner(expected, 0.002).isPresent());
    }

    @Test
    void northFirstIsFoundWhenAskedForAndRefusedInDoubt() throws Exception {
        RawShape swapped =
                RawShape.ring(1_214_000, 598_000, 1_214_010, 598_000, 1_214_010, 598_010, 1_214_000, 598_000);
        ImportOptions auto = new ImportOptions(0, Map.of(), ImportOptions.Axes.AUTO, 0, ParcelSet.SURVEYED);
        ImportReport report =
                read(table(CrsHint.ofEpsg(9210), row(1, swapped, "1", "1", null, null, null, null)), auto);
        assertTrue(land(report)
                .index()
                .nearestCorner(new EastNorth(598_000, 1_214_000), 0.01)
                .isPresent());
        assertEquals(1, report.issues().count("axes-north-first"));
        ImportException e = assertThrows(
                ImportException.class,
                () -> read(table(CrsHint.ofEpsg(9210), row(1, square(0, 0), "1", "1", null, null, null, null)), auto));
        assertEquals("axes-in-doubt", e.code());
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        ImportOptions stated =
                new ImportOptions(0, Map.of("number", "THUA"), ImportOptions.Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);
        ImportException e = assertThrows(
                ImportException.class, () -> read(table(CrsHint.ofEpsg(9210), parcel(1, "1", 598_000)), stated));
        assertEquals("column-missing", e.code());
        assertEquals("THUA", e.arguments().get(0));
    }

    @Test
    void whatGoesInComesOut() throws Exception {
        Fabric land = land(read(
                table(CrsHint.ofEpsg(9210), parcel(1, "10", 598_000), parcel(2, "9", 598_010)), ImportOptions.DEFAULT));
        try (FeatureTable out = new ParcelTable(land, parcel -> true, false).table("thua_dat", CrsHint.ofEpsg(9210))) {
            Row first = out.next();
            Row second = out.next();
            int number = out.schema().findColumn("number").orElseThrow();
            int area = out.schema().findColumn("area").orElseThrow();
            assertEquals("9", first == null ? "" : first.value(number), "numbers sort as numbers");
            assertEquals(new BigDecimal("100.0"), first == null ? "" : first.value(area));
            assertEquals(
                    100,
                    Math.abs(
                                    second == null || second.shape() == null
                                            ? 0
                                            : second.shape().doubleArea(0))
                            / 2);
            assertEquals(null, out.next());
        }
    }
}
