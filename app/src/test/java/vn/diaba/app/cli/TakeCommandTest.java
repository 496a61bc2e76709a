package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six squares in a row, two on each of three sheets; teams take sheets to the field. */
class TakeCommandTest {
    @TempDir
    Path home;

    private CommandOffice office;
    private TestConsole console;
    private String whole;
    private String field;
    private String dir;

    @BeforeEach
    void open() throws Exception {
        office = new CommandOffice(home, 6, 2);
        console = office.console();
        whole = office.whole();
        field = office.folder("field");
        dir = office.dir();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    /** Takes a sheet and what lies within a metre of it, by the server. */
    private String[] take(String workspace, String sheet, String... more) {
        List<String> line = new ArrayList<>(List.of("take", workspace, "--central", office.url(), "--user", "an"));
        line.addAll(List.of("--sheets", sheet, "--margin", "1"));
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    @Test
    void theSizeIsToldAndNothingIsMadeBeforeItIsAskedFor() {
        String told = office.out(take(field, "2", "--dry-run", "--json"));
        assertTrue(told.contains("\"parcels\" : 2"), told);
        assertTrue(told.contains("\"neighbours\" : 2"), told);
        assertTrue(told.contains("\"code\" : \"ready-token\""), told);
        assertFalse(Files.exists(Path.of(field)));
    }

    @Test
    void aSheetComesWithItsNeighboursAndNotMore() {
        office.ok(take(field, "2"));
        String info = office.out("info", field, "--json");
        assertTrue(info.contains("\"parcels\" : 4"), info);
        assertTrue(info.contains("\"corners\" : 10"), info);
        assertTrue(info.contains("\"crs\" : \"EPSG:9210\""), info);
        office.ok("find", field, "1/2");
        console.run(1, "find", field, "1/1");
    }

    @Test
    void anEditThatReachesNeighboursSaysSo() {
        office.ok(take(field, "2"));
        office.ok("move-corner", field, "--from", "500030 1200000", "--to", "500030 1199999.9");
        assertFalse(console.err().contains("lân cận"), console.err());
        office.ok("move-corner", field, "--from", "500020 1200000", "--to", "500020 1199999.9");
        assertTrue(console.err().contains("Đã sửa 1 thửa lân cận chỉ lấy về để xem: 1/2."), console.err());
    }

    @Test
    void aRectangleIsTakenFromAFolderTooWithTheOfficesData() throws Exception {
        Files.writeString(Path.of(dir, "office.json"), "{\"format\":\"diaba-office\",\"version\":\"thử\"}");
        Files.createDirectories(Path.of(dir, "basemap"));
        Files.writeString(Path.of(dir, "basemap", "nen.tif"), "ảnh");
        office.ok(
                "take",
                field,
                "--central",
                "embedded:" + dir,
                "--extent",
                "500001,1200001,500002,1200002",
                "--margin",
                "1");
        assertTrue(office.out("info", field, "--json").contains("\"parcels\" : 2"), console.out());
        assertTrue(Files.exists(Path.of(field, "office.json")));
        assertEquals("ảnh", Files.readString(Path.of(field, "basemap", "nen.tif")));
    }

    @Test
    void contentsOfAttachmentsComeAlongWhenAskedForAndTheirSizeIsToldFirst() throws Exception {
        Path photo = home.resolve("mốc.png");
        byte[] bytes = new byte[5000];
        new java.util.Random(1).nextBytes(bytes);
        Files.write(photo, bytes);
        office.ok("attach", whole, "add", photo.toString(), "--of", "2/1");
        String would = office.out("sync", whole, "--central", office.url(), "--dry-run", "--json");
        assertTrue(would.contains("\"files\" : 1") && would.contains("\"fileBytes\" : 5000"), would);
        office.ok("sync", whole, "--central", office.url());
        String told = office.out(take(field, "2", "--attachments", "--dry-run", "--json"));
        assertTrue(told.contains("\"attachments\" : 1") && told.contains("\"attachmentBytes\" : 5000"), told);
        office.ok(take(field, "2", "--attachments"));
        Path out = Files.createDirectories(home.resolve("out"));
        office.ok("attach", field, "save", "mốc.png", "--out", out.toString());
        assertArrayEquals(bytes, Files.readAllBytes(out.resolve("mốc.png")));
    }

    @Test
    void theParcelsOfACaseAreTakenWithTheirNeighboursAndTheCaseComesAlong() {
        office.ok(
                "case",
                whole,
                "open",
                "--number",
                "12/2026",
                "--kind",
                "TN",
                "--parcels",
                "2/2",
                "--applicant",
                "bà Hoa");
        office.ok("sync", whole, "--central", office.url());
        String far = "--margin=1";
        String plan = office.out(
                "take",
                field,
                "--central",
                office.url(),
                "--user",
                "an",
                "--cases",
                "12/2026",
                far,
                "--dry-run",
                "--json");
        assertTrue(plan.contains("\"parcels\" : 1") && plan.contains("\"neighbours\" : 2"), plan);
        office.ok("take", field, "--central", office.url(), "--user", "an", "--cases", "12/2026", far);
        String info = office.out("info", field, "--json");
        assertTrue(info.contains("\"parcels\" : 3"), info);
        assertTrue(office.out("case", field, "list", "--json").contains("bà Hoa"), console.out());
        office.ok("set", field, "2/2", "landUse=ODT", "--case", "12/2026");
        office.ok("case", field, "submit", "12/2026");
        assertTrue(
                office.out("sync", field, "--central", office.url(), "--json").contains("\"pushed\" : 2"),
                console.out());
        office.ok("sync", whole, "--central", office.url());
        assertTrue(office.out("case", whole, "list", "--json").contains("handed-in"), console.out());
    }

    @Test
    void anUnknownCaseNamesThoseThereAreAndNothingIsMade() {
        office.ok("case", whole, "open", "--number", "12/2026", "--kind", "TN", "--parcels", "2/2");
        office.ok("sync", whole, "--central", office.url());
        console.run(3, "take", field, "--central", office.url(), "--user", "an", "--cases", "21/2026");
        assertTrue(console.err().contains("12/2026"), console.err());
        assertFalse(Files.exists(Path.of(field)));
    }

    @Test
    void moreCanBeTakenLater() {
        office.ok(take(field, "1"));
        assertTrue(office.out("info", field, "--json").contains("\"parcels\" : 3"), console.out());
        office.ok("take", field, "--central", office.url(), "--sheets", "2", "--margin", "1");
        assertTrue(office.out("info", field, "--json").contains("\"parcels\" : 5"), console.out());
        assertTrue(
                office.out("sync", field, "--central", office.url(), "--json").contains("\"pulled\" : 0"),
                console.out());
    }

    @Test
    void workInTheFieldReachesTheOfficeAndWhatIsFarAwayDoesNotReachTheField() {
        office.ok(take(field, "1", "--numbers", "0"));
        office.ok("set", field, "1/1", "number=9");
        assertTrue(
                office.out("sync", field, "--central", office.url(), "--json").contains("\"pushed\" : 1"),
                console.out());
        office.ok("set", whole, "3/2", "number=8");
        office.ok("set", whole, "1/2", "number=7");
        office.ok("sync", whole, "--central", office.url());
        office.ok("find", whole, "1/9");
        assertTrue(
                office.out("sync", field, "--central", office.url(), "--json").contains("\"pulled\" : 1"),
                console.out());
        office.ok("find", field, "1/7");
    }

    @Test
    void withoutAnAreaOrWithOneThatHoldsNothingNothingIsTaken() {
        console.run(2, "take", field, "--central", office.url(), "--user", "an");
        assertEquals(
                3,
                console.run("take", field, "--central", office.url(), "--user", "an", "--sheets", "99"),
                console.err());
        assertFalse(Files.exists(Path.of(field)));
    }

    @Test
    void twoTeamsOnOneSheetGiveNumbersOfTheirOwn() {
        String other = home.resolve("other").toString();
        String mine = office.out(take(field, "2", "--numbers", "1", "--json"));
        assertTrue(mine.contains("\"first\" : 3"), mine);
        String theirs = office.out(take(other, "2", "--json"));
        assertTrue(theirs.contains("\"first\" : 4"), theirs);
        assertTrue(theirs.contains("\"last\" : 53"), theirs);
        assertTrue(theirs.contains("\"area\" : \"2\""), "the first team is there: " + theirs);
        office.ok("merge", field, "2/1", "2/2");
        assertTrue(console.err().contains("đã hết số thửa đã giữ"), console.err());
        office.ok("find", field, "2/3");
        String sent = office.out("sync", field, "--central", office.url(), "--json");
        assertTrue(sent.contains("\"pushed\" : 1"), sent);
        assertTrue(sent.contains("\"intruded\" : [") && sent.contains("\"user\" : \"an\""), sent);
        assertTrue(office.out("info", field, "--json").contains("\"left\" : 1"), console.out());
        office.ok("take", other, "--central", office.url(), "--end");
        assertFalse(
                office.out("sync", field, "--central", office.url(), "--json").contains("\"user\" : \"an\""));
    }

    @Test
    void whatWasTakenIsNotTakenBack() {
        office.ok(take(field, "2"));
        console.run(3, "undo", field);
        office.ok(take(field, "1"));
        console.run(3, "undo", field);
        assertTrue(
                office.out("sync", field, "--central", office.url(), "--json").contains("\"pushed\" : 0"));
    }

    @Test
    void aNumberReservedForATeamIsNotTakenByTheOffice() {
        office.ok(take(field, "2"));
        office.ok("set", whole, "2/1", "number=20");
        console.run(1, "sync", whole, "--central", office.url(), "--json");
        assertTrue(console.out().contains("number-is-unique"), console.out());
    }
}
