package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} and {@code fix} on land with a corner that the neighbour lacks and a sliver of an overlap. */
class FixCommandTest {
    private static final String LAND = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:9210"}},"features":[
            {"type":"Feature","properties":{"number":"1","sheet":"1","landUse":"ODT"},"geometry":{"type":"Polygon",
            "coordinates":[[[600000,1200000],[600010,1200000],[600010,1200010],[600000,1200010],[600000,1200000]]]}},
            {"type":"Feature","properties":{"number":"2","sheet":"1","landUse":"BHK"},"geometry":{"type":"Polygon",
            "coordinates":[[[600010,1200000],[600020,1200000],[600020,1200010],[600010,1200010],[600010,1200005],
            [600010,1200000]]]}},
            {"type":"Feature","properties":{"number":"3","sheet":"1","landUse":"ODT"},"geometry":{"type":"Polygon",
            "coordinates":[[[600019.98,1200000],[600030,1200000],[600030,1200010],[600019.98,1200010],
            [600019.98,1200000]]]}}]}
            """;

    @TempDir
    Path home;

    private TestConsole console;
    private String workspace;

    @BeforeEach
    void land() throws Exception {
        console = new TestConsole(home.resolve("user"));
        workspace = home.resolve("w").toString();
        Path file = home.resolve("land.geojson");
        Files.writeString(file, LAND);
        console.ok("new", workspace, "--crs", "9210");
        console.ok("import", workspace, file.toString());
    }

    private String check() {
        return console.run(1, "check", workspace, "--json");
    }

    private static int count(String json, String rule) {
        Matcher at = Pattern.compile("\"" + rule + "\" : (\\d+)").matcher(json);
        assertTrue(at.find(), json);
        return Integer.parseInt(at.group(1));
    }

    private static String id(String json, String rule) {
        Matcher at = Pattern.compile("\"id\" : \"(\\w+)\",\\s*\"rule\" : \"" + rule + "\"")
                .matcher(json);
        assertTrue(at.find(), json);
        return at.group(1);
    }

    @Test
    void safeRemediesMendTheirFaultsInOneStepThatUndoes() {
        String before = check();
        assertTrue(count(before, "edges-match") >= 1);
        assertTrue(console.ok("fix", workspace, "--safe", "--dry-run", "--json").contains("\"changeSet\" : null"));
        assertEquals(count(before, "edges-match"), count(check(), "edges-match"), "a rehearsal changes nothing");
        String fixed = console.ok("fix", workspace, "--safe", "--json");
        assertTrue(fixed.contains("\"kind\" : \"remedy-insert-corner\""), fixed);
        String after = check();
        assertEquals(1, count(after, "no-overlap"), "0.2 m² are not safe");
        assertTrue(count(after, "edges-match") < count(before, "edges-match"));
        console.ok("undo", workspace);
        assertEquals(count(before, "edges-match"), count(check(), "edges-match"));
    }

    @Test
    void aFaultIsMendedByItsIdAndTheAlternativeWanted() {
        String overlap = id(check(), "no-overlap");
        String first = console.ok("fix", workspace, overlap, "--dry-run", "--json");
        String second = console.ok("fix", workspace, overlap.substring(0, 12) + ":2", "--json");
        assertTrue(first.contains("beforeM2") && second.contains("beforeM2"), first + second);
        assertEquals(0, count(check(), "no-overlap"));
    }

    @Test
    void aFixNeedsToBeToldWhat() {
        console.run(2, "fix", workspace);
        console.run(2, "fix", workspace, "abc", "--safe");
        console.run(3, "fix", workspace, "no-such-fault");
        console.run(2, "fix", workspace, id(check(), "no-overlap") + ":9");
    }

    @Test
    void theDayDecidesWhichCodesAreInForce() {
        assertEquals(1, count(check(), "land-use-is-valid"), "BHK is no code since August 2024");
        assertTrue(console.out().contains("Thông tư 08/2024/TT-BTNMT"));
        assertEquals(
                0, count(console.run(1, "check", workspace, "--as-of", "2020-01-01", "--json"), "land-use-is-valid"));
    }

    @Test
    void anOfficesFileIsHeededForOneCheckOrInTheWorkspaceForAll() throws Exception {
        Path file = home.resolve("rules.json");
        Files.writeString(file, """
                {"format":"diaba-office","version":"test-1","rules":[
                {"rule":"no-overlap","severity":"warning","legalSource":"QĐ 5","validFrom":null,"validTo":null},
                {"rule":"edges-match","severity":"warning","legalSource":"","validFrom":null,"validTo":null}]}
                """);
        String lenient = console.ok("check", workspace, "--rules", file.toString(), "--json");
        assertTrue(lenient.contains("\"rules\" : \"test-1\"") && lenient.contains("\"legal\" : \"QĐ 5\""), lenient);
        console.run(1, "check", workspace);
        Files.copy(file, Path.of(workspace, "office.json"));
        console.ok("check", workspace);
        Files.writeString(Path.of(workspace, "office.json"), "{}");
        console.run(3, "check", workspace);
        assertTrue(console.err().contains("office.json"));
    }

    @Test
    void theListForPeopleIsAPdf() throws Exception {
        Path paper = home.resolve("list.pdf");
        console.run(1, "check", workspace, "--out", paper.toString());
        byte[] bytes = Files.readAllBytes(paper);
        assertEquals("%PDF-", new String(bytes, 0, 5, java.nio.charset.StandardCharsets.US_ASCII));
        console.run(1, "check", workspace, "--out", paper.toString());
        assertTrue(java.util.Arrays.equals(bytes, Files.readAllBytes(paper)), "the same list, the same bytes");
    }
}
