package vn.diaba.exchange.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;

class PointFilesTest {
    private static final PointOptions AUTO = PointOptions.auto(PlaneRange.VIETNAM);

    @TempDir
    private Path folder;

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("points.txt"), text.getBytes(charset));
    }

    private PointFile read(String text) throws IOException, ImportException {
        return new PointTextReader(AUTO, new IssueLog()).read(file(text, StandardCharsets.UTF_8));
    }

    private String refused(String text, PointOptions options) throws IOException {
        Path path = file(text, StandardCharsets.UTF_8);
        return assertThrows(ImportException.class, () -> new PointTextReader(options, new IssueLog()).read(path))
                .code();
    }

    private static void assertTwo(PointFile file) {
        assertEquals(
                List.of(new EastNorth(550_123.45, 1_200_345.12), new EastNorth(550_133.4, 1_200_355)),
                file.points().stream().map(FilePoint::place).toList());
    }

    @Test
    void columnsAndAxesAreFoundWithoutAHeading() throws Exception {
        assertTwo(read("1,550123.45,1200345.12,5.1,GN\n2,550133.4,1200355.0,,\n"));
        assertTwo(read("1,1200345.12,550123.45,5.1,GN\n2,1200355.0,550133.4,,\n"));
        assertTwo(read("  1  1200345.12   550123.45  5.1 GN\n  2  1200355.0 550133.4 0.0 TN\n"));
        assertTwo(read("1;550123,45;1200345,12;;Góc nhà, phải\n2;550133,4;1200355,0;;\n"));
        assertTwo(read("1\t550123,45\t1200345,12\r\n2\t550133,4\t1200355,0\r\n"));
        assertTwo(read("1 550123,45 1200345,12\n2 550133,4 1200355,0\n"));
    }

    @Test
    void namesHeightsAndCodesComeAlong() throws Exception {
        PointFile file = read("1,1200345.12,550123.45,5.1,GN\n2,1200355.0,550133.4,,\n");
        FilePoint first = file.points().get(0);
        assertEquals("1", first.name());
        assertEquals(5.1, first.heightMetres());
        assertEquals("GN", first.code());
        assertTrue(Double.isNaN(file.points().get(1).heightMetres()));
        assertTrue(file.layout().northFirst());
        assertEquals(
                List.of("name", "north", "east", "height", "code"),
                file.layout().columns());
    }

    @Test
    void aVietnameseHeadingIsUnderstoodAndXIsNorth() throws Exception {
        PointFile file = read("\uFEFFSố hiệu\tX (Bắc)\tY (Đông)\tCao độ\tGhi chú\n"
                + "A-1\t1200345.12\t550123.45\t5.1\tMốc bê tông\nA-2\t1200355.0\t550133.4\t\t\n");
        assertTwo(file);
        assertEquals("A-1", file.points().get(0).name());
        assertEquals("Mốc bê tông", file.points().get(0).code());
        assertTrue(file.layout().heading());
        assertTwo(read("STT,X,Y\n1,1200345.12,550123.45\n2,1200355.0,550133.4\n"));
        assertTwo(read("id,x,y\n1,550123.45,1200345.12\n2,550133.4,1200355.0\n"));
    }

    @Test
    void windows1252IsReadByItsLetters() throws Exception {
        Path path = file(
                "Punkt;Rechtswert;Hochwert;Höhe;Bemerkung\n1;550123,45;1200345,12;;Stein für Müller\n"
                        + "2;550133,4;1200355,0;;\n",
                StandardCharsets.ISO_8859_1);
        PointFile file = new PointTextReader(AUTO, new IssueLog()).read(path);
        assertTwo(file);
        assertEquals("Stein für Müller", file.points().get(0).code());
        assertEquals(",", file.layout().decimalMark());
    }

    @Test
    void doubtIsRefusedNotGuessed() throws Exception {
        PointOptions blind = PointOptions.auto(PlaneRange.UNKNOWN);
        assertEquals("axes-in-doubt", refused("1,100.5,200.5\n2,101.5,202.5\n", blind));
        assertEquals("points-columns-in-doubt", refused("1,1.5,2.5\n2,1.5,2.5\n", AUTO));
        assertEquals("points-unit-in-doubt", refused("1,550123450.5,1200345120.5\n2,550133400.5,1200355000.5\n", AUTO));
        assertEquals("points-separator-in-doubt", refused("đây không phải tọa độ\n", AUTO));
        assertEquals("points-none", refused("\n# nothing\n", AUTO));
        PointOptions wrong = new PointOptions(PointOptions.Axes.EAST_NORTH, "auto", 1, PlaneRange.VIETNAM);
        assertEquals("axes-contradict", refused("1,1200345.12,550123.45\n2,1200355.0,550133.4\n", wrong));
    }

    @Test
    void whatIsSaidDecidesWhereNumbersDoNot() throws Exception {
        PointOptions said = new PointOptions(PointOptions.Axes.NORTH_EAST, "auto", 1, PlaneRange.UNKNOWN);
        Path path = file("1,100.5,200.5\n2,101.5,202.5\n", StandardCharsets.UTF_8);
        PointFile file = new PointTextReader(said, new IssueLog()).read(path);
        assertEquals(new EastNorth(200.5, 100.5), file.points().get(0).place());
        PointOptions mm = new PointOptions(PointOptions.Axes.AUTO, "auto", 0.001, PlaneRange.VIETNAM);
        Path millimetres = file("1,550123450.5,1200345120.5\n2,550133400.5,1200355000.5\n", StandardCharsets.UTF_8);
        assertEquals(
                new EastNorth(550123.4505, 1200345.1205),
                new PointTextReader(mm, new IssueLog())
                        .read(millimetres)
                        .points()
                        .get(0)
                        .place());
    }

    @Test
    void badLinesAreSkippedAndListed() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(i).append(",550123.45,120034").append(i % 10).append(".12\n");
        }
        IssueLog issues = new IssueLog();
        Path path = file(text + "20,ba,bốn\n21,999999.0,1200345.12\n", StandardCharsets.UTF_8);
        PointFile file = new PointTextReader(AUTO, issues).read(path);
        assertEquals(22, file.read());
        assertEquals(21, file.points().size());
        assertEquals(1, issues.count("point-unreadable"));
        assertEquals(1, issues.count("point-outside-area"));
    }

    @Test
    void gsiBlocksOfSixteenAndEightAreRead() throws Exception {
        Path path = file(
                "*110001+0000000000000A12 81..10+0000000550123450 82..10+0000001200345120 83..10+0000000000005100 \r\n"
                        + "110002+00000013 81..10+50123450 82..10-20345120 \r\n"
                        + "*110003+0000000000000014 21.324+0000000012345670 31..00+0000000000100123 \r\n",
                StandardCharsets.US_ASCII);
        IssueLog issues = new IssueLog();
        PointFile file = GsiReader.read(path, issues);
        assertEquals("A12", file.points().get(0).name());
        assertEquals(
                new EastNorth(550_123.45, 1_200_345.12), file.points().get(0).place());
        assertEquals(5.1, file.points().get(0).heightMetres());
        assertEquals(new EastNorth(50_123.45, -20_345.12), file.points().get(1).place());
        assertEquals(1, issues.count("points-raw-not-taken"));
    }

    @Test
    void sdrFollowsTheOrderOfItsHeader() throws Exception {
        String record = "08KI" + " ".repeat(13) + "A12"
                + String.format("%-16s%-16s%-16s%-16s", "1200345.12", "550123.45", "5.1", "GN");
        Path path = file(
                "00NMSDR33  V04-04.34    25-Nov-15 12:33 111111\r\n10NMtemp            121111\r\n" + record
                        + "\r\n09F1           A12             13 80.5            90.1            12.2\r\n",
                StandardCharsets.US_ASCII);
        FilePoint north = SdrReader.read(path, new IssueLog()).points().get(0);
        assertEquals("A12", north.name());
        assertEquals("GN", north.code());
        assertEquals(new EastNorth(550_123.45, 1_200_345.12), north.place());
        Path other =
                file("00NMSDR33  V04-04.34    25-Nov-15 12:33 111121\r\n" + record + "\r\n", StandardCharsets.US_ASCII);
        assertEquals(
                new EastNorth(1_200_345.12, 550_123.45),
                SdrReader.read(other, new IssueLog()).points().get(0).place());
    }

    @Test
    void shotsThatAgreeAreAveragedAndOthersAreNot() {
        List<RepeatedShots> found = RepeatedShots.among(
                List.of(
                        shot("1", 0, 0),
                        shot("2", 10, 10),
                        shot("1", 0.02, 0),
                        shot("3", 50, 50),
                        shot("2", 10.4, 10),
                        shot("2", 10.02, 10)),
                0.05);
        assertEquals(2, found.size());
        assertEquals(new EastNorth(0.01, 0), found.get(0).mean());
        assertEquals(0.01, found.get(0).spreadMetres(), 1e-9);
        assertTrue(found.get(0).agree());
        assertEquals(new EastNorth(10.01, 10), found.get(1).mean());
        assertEquals(List.of(shot("2", 10.4, 10)), found.get(1).rejected());
    }

    private static FilePoint shot(String name, double east, double north) {
        return new FilePoint(name, new EastNorth(east, north), 0, "", 1, "");
    }

    @Test
    void aFieldBookHoldsTraversesAndObservations() throws Exception {
        Path path = file("""
                # a link and a polar point
                scale 0.95
                known K
                known Z x 1100 y 1000
                known A north 1000 east 1000
                known B n 1000 e 1050
                traverse A back Z
                to P angle 90-00-00 distance 40,00
                to B angle 180 distance 60
                close angle 180 bearing 90-00-00
                at A
                sight Z direction 10-00-00
                sight Q direction 55-00-00 distance 20
                """, StandardCharsets.UTF_8);
        FieldBook book = FieldBookReader.read(path, Map.of("K", new EastNorth(1, 2)));
        assertEquals(4, book.known().size());
        var traverse = book.traverses().get(0).traverse();
        assertEquals(38, traverse.legs().get(0).lengthMetres(), 1e-9);
        assertEquals(0, java.util.Objects.requireNonNull(traverse.back()).degrees(), 1e-9);
        assertEquals(new EastNorth(1050, 1000), traverse.close().at());
        assertTrue(traverse.close().hasAngle());
        assertEquals(3, book.observations().size());
        assertEquals(6, book.network().points().size());
        assertEquals(3 + 2 + 2 + 1, book.network().observations().size());
    }

    @Test
    void aBookThatCannotBeReadSaysWhere() throws Exception {
        for (var each : Map.of(
                        "known A x 1 y 2\ntraverse A\nto B bearing 45-70 distance 3\n", "book-line-not-read",
                        "to B bearing 45 distance 3\n", "book-leg-without-traverse",
                        "traverse A\n", "book-point-unknown",
                        "sight B direction 3\n", "book-sight-without-station",
                        "frob 1\n", "book-line-not-read")
                .entrySet()) {
            Path path = file(each.getKey(), StandardCharsets.UTF_8);
            ImportException wrong = assertThrows(ImportException.class, () -> FieldBookReader.read(path, Map.of()));
            assertEquals(each.getValue(), wrong.code(), each.getKey());
        }
    }
}
