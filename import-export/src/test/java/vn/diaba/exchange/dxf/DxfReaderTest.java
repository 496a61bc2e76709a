package vn.diaba.exchange.dxf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.exchange.Tables;
import vn.diaba.exchange.TestFiles;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.LayerEntry;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.ShapeKind;

/** A drawing of our own with every kind of object; expected places by hand. */
class DxfReaderTest {
    @TempDir
    Path folder;

    private final DxfReader reader = new DxfReader();
    private final IssueLog issues = new IssueLog();
    private List<Row> rows = List.of();

    @BeforeEach
    void read() throws ImportException {
        rows = Tables.rows(reader.open(TestFiles.copy(folder, "dxf", "a", "dxf"), ReadOptions.DEFAULT, issues));
    }

    private Row byHandle(String handle) {
        return rows.stream()
                .filter(row -> handle.equals(row.text(5)))
                .findFirst()
                .orElseThrow();
    }

    private RawShape shape(String handle) {
        return Objects.requireNonNull(byHandle(handle).shape());
    }

    private List<Row> ofBlock(String block, long record) {
        return rows.stream()
                .filter(row -> block.equals(row.text(4)) && row.record() == record)
                .toList();
    }

    @Test
    void linesAndPointsLieWhereTheyAreDrawn() {
        assertEquals(RawShape.line(0, 0, 20, 0), shape("A1"));
        assertEquals(RawShape.point(7, 8), shape("A9"));
    }

    @Test
    void aClosedPolylineIsARing() {
        assertEquals(RawShape.ring(20, 0, 30, 0, 30, 10, 20, 10, 20, 0), shape("A3"));
    }

    @Test
    void layerLevelAndColourStandInTheirColumns() {
        assertArrayEquals(
                new Object[] {"10", 10L, "LINE", 3L},
                java.util.Arrays.copyOf(byHandle("A1").values(), 4));
        assertArrayEquals(
                new Object[] {"Level 23", 23L, "LWPOLYLINE", 7L},
                java.util.Arrays.copyOf(byHandle("A2").values(), 4));
        assertArrayEquals(
                new Object[] {"NHA", null, "CIRCLE", 1L},
                java.util.Arrays.copyOf(byHandle("A7").values(), 4));
    }

    /** The half circle above (0,10)–(10,10): a bulge of 1 turns left, so it runs below through (5, 5). */
    @Test
    void aBulgeBecomesChordsWithinTheError() {
        RawShape arc = shape("A2");
        assertEquals(ShapeKind.LINES, arc.kind());
        double lowest = 10;
        for (int i = 1; i < arc.pointCount(); i++) {
            assertEquals(5, Math.hypot(arc.x(i) - 5, arc.y(i) - 10), 1e-9);
            lowest = Math.min(lowest, arc.y(i));
            if (i > 1) {
                double middleE = (arc.x(i) + arc.x(i - 1)) / 2 - 5;
                double middleN = (arc.y(i) + arc.y(i - 1)) / 2 - 10;
                assertTrue(5 - Math.hypot(middleE, middleN) <= DxfReader.CHORD_ERROR + 1e-12);
            }
        }
        assertEquals(5, lowest, 0.001);
        assertEquals(10, arc.x(arc.pointCount() - 1));
    }

    @Test
    void anArcDrawnFromEitherEndGivesTheSamePoints() {
        Outline there = new Outline(0.001);
        there.point(600_123.4567, 1_190_001.25);
        there.bulge(600_150.1, 1_190_020.75, 0.3);
        Outline back = new Outline(0.001);
        back.point(600_150.1, 1_190_020.75);
        back.bulge(600_123.4567, 1_190_001.25, -0.3);
        double[] one = there.placed(Placement.HERE);
        double[] other = back.placed(Placement.HERE);
        assertEquals(one.length, other.length);
        for (int i = 0; i < one.length; i += 2) {
            assertEquals(one[i], other[other.length - 2 - i]);
            assertEquals(one[i + 1], other[other.length - 1 - i]);
        }
    }

    /** A triangle of 50 m² with half a circle of radius 5 bulging out of its second side. */
    @Test
    void oldPolylinesHaveBulgesToo() {
        assertEquals(50 + Math.PI * 12.5, shape("A4").doubleArea(0) / 2, 0.02);
        assertTrue(shape("A4").isClosed(0));
    }

    @Test
    void arcsRunCounterClockwiseAndTurnAroundWithTheirPlane() {
        RawShape arc = shape("A5");
        assertEquals(10, arc.x(0), 1e-12);
        assertEquals(10, arc.y(arc.pointCount() - 1), 1e-12);
        // Seen from below: east is negated, the centre comes to (5, 0) and the arc begins at (4, 0).
        RawShape below = shape("A6");
        assertEquals(4, below.x(0), 1e-12);
        assertEquals(1, below.y(below.pointCount() - 1), 1e-12);
    }

    @Test
    void circlesAndEllipsesAreRingsOfTheirArea() {
        assertEquals(ShapeKind.POLYGONS, shape("A7").kind());
        assertEquals(Math.PI * 4, shape("A7").doubleArea(0) / 2, 0.02);
        assertEquals(Math.PI * 8, shape("A8").doubleArea(0) / 2, 0.04);
    }

    @Test
    void textsStandAtTheirAlignmentAndAreReadByTheirFont() {
        assertEquals("125", byHandle("B1").text(6));
        assertEquals("45", byHandle("B1").text(8));
        assertEquals(RawShape.point(3, 4), shape("B2"));
        assertTrue(byHandle("B2").text(6).startsWith("Đất "), byHandle("B2").text(6));
        assertEquals("XÓM", byHandle("B3").text(6));
        assertEquals("Đất", byHandle("B4").text(6));
        assertEquals("5° Đất 2^3", byHandle("B5").text(6));
    }

    @Test
    void formatCodesOfLongTextsAreTakenOut() {
        assertEquals("125\n245,8 1/2 {m}\nĐất O", byHandle("B6").text(6));
    }

    /** Doubled and turned a quarter about its base (1, 1): the unit east becomes two north. */
    @Test
    void anInsertIsScaledTurnedAndMoved() {
        List<Row> block = ofBlock("COC", 16);
        assertEquals(3, block.size());
        Row text = block.get(0);
        assertEquals("M7", text.text(6));
        RawShape line = Objects.requireNonNull(block.get(1).shape());
        assertEquals(RawShape.line(100, 100, 100, 102), line);
        assertEquals("13", block.get(1).text(0));
        assertEquals("NHA", block.get(2).text(0));
        assertEquals(5L, block.get(2).value(3));
        RawShape circle = Objects.requireNonNull(block.get(2).shape());
        assertEquals(Math.PI, circle.doubleArea(0) / 2, 0.02);
    }

    @Test
    void anInsertInRowsAndColumnsIsRepeated() {
        List<Row> lines = ofBlock("COC", 17).stream()
                .filter(row -> "LINE".equals(row.text(2)))
                .toList();
        assertEquals(6, lines.size());
        assertEquals(RawShape.line(20, 20, 21, 20), lines.get(5).shape());
    }

    @Test
    void whatIsNotReadIsListed() {
        assertEquals(
                Map.of(
                        "dxf-arcs-stroked", 1L,
                        "dxf-block-missing", 1L,
                        "dxf-blocks-too-deep", 1L,
                        "dxf-not-in-plane", 1L,
                        "dxf-number-wrong", 1L,
                        "dxf-object-not-read", 2L,
                        "dxf-paper-space", 1L,
                        "dxf-without-extent", 1L),
                issues.counts());
    }

    @Test
    void aLayerCanBeChosen() throws ImportException {
        Path file = folder.resolve("a.dxf");
        List<Row> some = Tables.rows(reader.open(file, ReadOptions.DEFAULT.withLayer("nha"), new IssueLog()));
        assertTrue(some.stream().allMatch(row -> "NHA".equals(row.text(0))));
        assertEquals(10, some.size());
        ImportException missing = assertThrows(
                ImportException.class, () -> reader.open(file, ReadOptions.DEFAULT.withLayer("99"), new IssueLog())
                        .close());
        assertEquals("layer-missing", missing.code());
        assertTrue(reader.layers(file).contains(new LayerEntry("NHA", null, 3)), () -> layers(file));
    }

    private String layers(Path file) {
        try {
            return reader.layers(file).toString();
        } catch (ImportException e) {
            return e.toString();
        }
    }

    @Test
    void aDrawingThatIsCutIsReadAsFarAsItGoes() throws Exception {
        byte[] whole = Files.readAllBytes(folder.resolve("a.dxf"));
        Path cut = Files.write(folder.resolve("cut.dxf"), java.util.Arrays.copyOf(whole, whole.length / 2));
        IssueLog log = new IssueLog();
        List<Row> some = Tables.rows(reader.open(cut, ReadOptions.DEFAULT, log));
        assertFalse(some.isEmpty());
        assertEquals(1, log.count("dxf-cut-short"));
    }

    @Test
    void aCodeThatIsNoneNamesItsLine() throws Exception {
        Path file = Files.writeString(folder.resolve("b.dxf"), "0\nSECTION\n2\nENTITIES\nmột\nLINE\n");
        assertTrue(reader.recognises(file));
        ImportException wrong =
                assertThrows(ImportException.class, () -> reader.open(file, ReadOptions.DEFAULT, new IssueLog())
                        .close());
        assertEquals("dxf-not-a-code", wrong.code());
        assertEquals(5L, wrong.arguments().get(1));
    }

    @Test
    void aStatedEncodingWinsOverTheFont() throws ImportException {
        List<Row> stated = Tables.rows(
                reader.open(folder.resolve("a.dxf"), ReadOptions.DEFAULT.withEncoding("vni"), new IssueLog()));
        assertEquals(
                "Đất",
                stated.stream()
                        .filter(r -> "B4".equals(r.text(5)))
                        .findFirst()
                        .orElseThrow()
                        .text(6));
        assertFalse(stated.stream().anyMatch(r -> "XÓM".equals(r.text(6))));
    }

    @Test
    void binaryDrawingsAreReadToo() throws Exception {
        for (boolean wide : List.of(false, true)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(Pairs.BINARY);
            word(out, wide, 0, "SECTION");
            word(out, wide, 2, "ENTITIES");
            word(out, wide, 0, "LINE");
            word(out, wide, 8, "10");
            real(out, wide, 10, 1.5);
            real(out, wide, 20, 2.5);
            real(out, wide, 11, 3.5);
            real(out, wide, 21, 4.5);
            word(out, wide, 0, "ENDSEC");
            word(out, wide, 0, "EOF");
            Path file = Files.write(folder.resolve("c.dxf"), out.toByteArray());
            assertTrue(reader.recognises(file));
            List<Row> read = Tables.rows(reader.open(file, ReadOptions.DEFAULT, new IssueLog()));
            assertEquals(RawShape.line(1.5, 2.5, 3.5, 4.5), read.get(0).shape());
        }
    }

    private static void code(ByteArrayOutputStream out, boolean wide, int code) {
        out.write(code);
        if (wide) {
            out.write(0);
        }
    }

    private static void word(ByteArrayOutputStream out, boolean wide, int code, String value) {
        code(out, wide, code);
        out.writeBytes(value.getBytes(StandardCharsets.ISO_8859_1));
        out.write(0);
    }

    private static void real(ByteArrayOutputStream out, boolean wide, int code, double value) {
        code(out, wide, code);
        long bits = Double.doubleToLongBits(value);
        for (int i = 0; i < 8; i++) {
            out.write((int) (bits >> (8 * i)) & 0xFF);
        }
    }
}
