package vn.diaba.app.cli;

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

    private void ok(String... arguments) {
        office.ok(arguments);
    }

    private String json(String... arguments) {
        return office.out(arguments);
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
        String told = json(take(field, "2", "--dry-run", "--json"));
        assertTrue(told.contains("\"parcels\" : 2"), told);
        assertTrue(told.contains("\"neighbours\" : 2"), told);
        assertTrue(told.contains("\"code\" : \"ready-token\""), told);
        assertFalse(Files.exists(Path.of(field)));
    }

    @Test
    void aSheetComesWithItsNeighboursAndNotMore() {
        ok(take(field, "2"));
        String info = json("info", field, "--json");
        assertTrue(info.contains("\"parcels\" : 4"), info);
        assertTrue(info.contains("\"corners\" : 10"), info);
        assertTrue(info.contains("\"crs\" : \"EPSG:9210\""), info);
        ok("find", field, "1/2");
        assertEquals(1, console.run("find", field, "1/1"), console.out());
    }

    @Test
    void anEditThatReachesNeighboursSaysSo() {
        ok(take(field, "2"));
        ok("move-corner", field, "--from", "500030 1200000", "--to", "500030 1199999.9");
        assertFalse(console.err().contains("lân cận"), console.err());
        ok("move-corner", field, "--from", "500020 1200000", "--to", "500020 1199999.9");
        assertTrue(console.err().contains("Đã sửa 1 thửa lân cận chỉ lấy về để xem: 1/2."), console.err());
    }

    @Test
    void aRectangleIsTakenFromAFolderTooWithTheOfficesData() throws Exception {
        Files.writeString(Path.of(dir, "office.json"), "{\"format\":\"diaba-office\",\"version\":\"thử\"}");
        Files.createDirectories(Path.of(dir, "basemap"));
        Files.writeString(Path.of(dir, "basemap", "nen.tif"), "ảnh");
        ok("take", field, "--central", "embedded:" + dir, "--extent", "500001,1200001,500002,1200002", "--margin", "1");
        assertTrue(json("info", field, "--json").contains("\"parcels\" : 2"), console.out());
        assertTrue(Files.exists(Path.of(field, "office.json")));
        assertEquals("ảnh", Files.readString(Path.of(field, "basemap", "nen.tif")));
    }

    @Test
    void theParcelsOfACaseAreTakenWithTheirNeighboursAndTheCaseComesAlong() {
        ok("case", whole, "open", "--number", "12/2026", "--kind", "TN", "--parcels", "2/2", "--applicant", "bà Hoa");
        ok("sync", whole, "--central", office.url());
        String far = "--margin=1";
        String plan = json(
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
        ok("take", field, "--central", office.url(), "--user", "an", "--cases", "12/2026", far);
        String info = json("info", field, "--json");
        assertTrue(info.contains("\"parcels\" : 3"), info);
        assertTrue(json("case", field, "list", "--json").contains("bà Hoa"), console.out());
        ok("set", field, "2/2", "landUse=ODT", "--case", "12/2026");
        ok("case", field, "submit", "12/2026");
        assertTrue(json("sync", field, "--central", office.url(), "--json").contains("\"pushed\" : 2"), console.out());
        ok("sync", whole, "--central", office.url());
        assertTrue(json("case", whole, "list", "--json").contains("handed-in"), console.out());
    }

    @Test
    void anUnknownCaseNamesThoseThereAreAndNothingIsMade() {
        ok("case", whole, "open", "--number", "12/2026", "--kind", "TN", "--parcels", "2/2");
        ok("sync", whole, "--central", office.url());
        assertEquals(3, console.run("take", field, "--central", office.url(), "--user", "an", "--cases", "21/2026"));
        assertTrue(console.err().contains("12/2026"), console.err());
        assertFalse(Files.exists(Path.of(field)));
    }

    @Test
    void moreCanBeTakenLater() {
        ok(take(field, "1"));
        assertTrue(json("info", field, "--json").contains("\"parcels\" : 3"), console.out());
        ok("take", field, "--central", office.url(), "--sheets", "2", "--margin", "1");
        assertTrue(json("info", field, "--json").contains("\"parcels\" : 5"), console.out());
        assertTrue(json("sync", field, "--central", office.url(), "--json").contains("\"pulled\" : 0"), console.out());
    }

    @Test
    void workInTheFieldReachesTheOfficeAndWhatIsFarAwayDoesNotReachTheField() {
        ok(take(field, "1", "--numbers", "0"));
        ok("set", field, "1/1", "number=9");
        assertTrue(json("sync", field, "--central", office.url(), "--json").contains("\"pushed\" : 1"), console.out());
        ok("set", whole, "3/2", "number=8");
        ok("set", whole, "1/2", "number=7");
        ok("sync", whole, "--central", office.url());
        ok("find", whole, "1/9");
        assertTrue(json("sync", field, "--central", office.url(), "--json").contains("\"pulled\" : 1"), console.out());
        ok("find", field, "1/7");
    }

    @Test
    void withoutAnAreaOrWithOneThatHoldsNothingNothingIsTaken() {
        assertEquals(2, console.run("take", field, "--central", office.url(), "--user", "an"), console.err());
        assertEquals(
                3,
                console.run("take", field, "--central", office.url(), "--user", "an", "--sheets", "99"),
                console.err());
        assertFalse(Files.exists(Path.of(field)));
    }

    @Test
    void twoTeamsOnOneSheetGiveNumbersOfTheirOwn() {
        String other = home.resolve("other").toString();
        String mine = json(take(field, "2", "--numbers", "1", "--json"));
        assertTrue(mine.contains("\"first\" : 3"), mine);
        String theirs = json(take(other, "2", "--json"));
        assertTrue(theirs.contains("\"first\" : 4"), theirs);
        assertTrue(theirs.contains("\"last\" : 53"), theirs);
        assertTrue(theirs.contains("\"area\" : \"2\""), "the first team is there: " + theirs);
        ok("merge", field, "2/1", "2/2");
        assertTrue(console.err().contains("đã hết số thửa đã giữ"), console.err());
        ok("find", field, "2/3");
        String sent = json("sync", field, "--central", office.url(), "--json");
        assertTrue(sent.contains("\"pushed\" : 1"), sent);
        assertTrue(sent.contains("\"intruded\" : [") && sent.contains("\"user\" : \"an\""), sent);
        assertTrue(json("info", field, "--json").contains("\"left\" : 1"), console.out());
        ok("take", other, "--central", office.url(), "--end");
        assertFalse(json("sync", field, "--central", office.url(), "--json").contains("\"user\" : \"an\""));
    }

    @Test
    void whatWasTakenIsNotTakenBack() {
        ok(take(field, "2"));
        assertEquals(3, console.run("undo", field), console.out());
        ok(take(field, "1"));
        assertEquals(3, console.run("undo", field), console.out());
        assertTrue(json("sync", field, "--central", office.url(), "--json").contains("\"pushed\" : 0"));
    }

    @Test
    void aNumberReservedForATeamIsNotTakenByTheOffice() {
        ok(take(field, "2"));
        ok("set", whole, "2/1", "number=20");
        assertEquals(1, console.run("sync", whole, "--central", office.url(), "--json"), console.err());
        assertTrue(console.out().contains("number-is-unique"), console.out());
    }
}
