package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;

/** Two squares, a workspace the land database was made of, and a second, empty one. */
class SyncCommandTest {
    /** How the land database is reached. */
    enum Way {
        EMBEDDED,
        SERVED
    }

    /** What the contract of the command line names. */
    private static final Set<String> FIELDS =
            Set.of("pulled", "pushed", "merged", "conflicts", "refused", "receipt", "seconds");

    @TempDir
    Path home;

    private CommandOffice office;
    private String first;
    private String second;

    @BeforeEach
    void open() throws Exception {
        office = new CommandOffice(home, 2, 2);
        first = office.whole();
        second = office.newWorkspace("second");
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private String[] line(Way way, String workspace, String... more) {
        List<String> line = new ArrayList<>(List.of("sync", workspace, "--central"));
        line.addAll(way == Way.EMBEDDED ? List.of(office.embedded()) : List.of(office.url(), "--user", "an"));
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    private JsonObject sync(int exit, Way way, String workspace, String... more) throws CodecException {
        return office.json(exit, line(way, workspace, more));
    }

    private static void assertCounts(int pulled, int pushed, int merged, JsonObject answer) throws CodecException {
        assertEquals(
                List.of((long) pulled, (long) pushed, (long) merged),
                List.of(answer.number("pulled"), answer.number("pushed"), answer.number("merged")));
    }

    private void assertUnsent(int count, String workspace) throws CodecException {
        assertEquals(count, office.json(0, "info", workspace).number("unsent"));
    }

    private void assertHas(String workspace, String parcel, boolean there) {
        assertEquals(there ? 0 : 1, office.console().run("find", workspace, parcel), parcel);
    }

    /** Both give parcel 1/1 another number, the first has sent. */
    private void twoNumbersForOneParcel(Way way) throws CodecException {
        sync(0, way, second);
        office.ok("set", first, "1/1", "number=8");
        office.ok("set", second, "1/1", "number=9");
        assertCounts(0, 1, 0, sync(0, way, first));
    }

    @ParameterizedTest
    @EnumSource
    void theFirstSyncTakesTheZoneAndTheNextOneWhatIsNew(Way way) throws Exception {
        JsonObject taken = sync(0, way, second);
        assertTrue(taken.fields().keySet().containsAll(FIELDS), taken.toString());
        assertEquals(List.of(), taken.list("conflicts"));
        assertEquals(List.of(), taken.list("refused"));
        assertHas(second, "1/2", true);
        assertCounts(0, 0, 0, sync(0, way, second));
        office.ok("set", first, "1/1", "number=9");
        assertUnsent(1, first);
        assertCounts(0, 1, 0, sync(0, way, first));
        assertUnsent(0, first);
        assertCounts(1, 0, 0, sync(0, way, second));
        assertHas(second, "1/9", true);
    }

    @Test
    void editsOfDifferentObjectsMeetWithoutAQuestion() throws Exception {
        sync(0, Way.SERVED, second);
        office.ok("set", first, "1/1", "number=8");
        office.ok("set", second, "1/2", "number=9");
        sync(0, Way.SERVED, first);
        assertCounts(1, 1, 0, sync(0, Way.SERVED, second));
        assertCounts(1, 0, 0, sync(0, Way.SERVED, first));
        for (String workspace : List.of(first, second)) {
            assertHas(workspace, "1/8", true);
            assertHas(workspace, "1/9", true);
        }
    }

    @Test
    void aDryRunTellsWhatWouldBeAndChangesNothing() throws Exception {
        sync(0, Way.SERVED, second);
        office.ok("set", first, "1/1", "number=8");
        office.ok("set", second, "1/2", "number=9");
        sync(0, Way.SERVED, first);
        JsonObject plan = sync(0, Way.SERVED, second, "--dry-run");
        assertCounts(1, 1, 0, plan);
        assertEquals(true, plan.fields().get("dryRun"));
        assertEquals(List.of(), plan.list("receipt"));
        assertUnsent(1, second);
        assertHas(second, "1/8", false);
        assertCounts(0, 0, 0, sync(0, Way.SERVED, first));
        assertCounts(1, 1, 0, sync(0, Way.SERVED, second));
    }

    @ParameterizedTest
    @EnumSource
    void aConflictIsAskedAboutAndNothingIsOverwritten(Way way) throws Exception {
        twoNumbersForOneParcel(way);
        JsonObject planned = sync(1, way, second, "--dry-run");
        assertEquals(1, planned.list("conflicts").size());
        JsonObject asked = sync(1, way, second);
        JsonObject conflict = (JsonObject) asked.list("conflicts").get(0);
        assertEquals(List.of("parcel"), List.of(conflict.text("kind")));
        assertEquals("1/1", conflict.text("base"));
        assertEquals("1/9", conflict.text("mine"));
        assertEquals("1/8", conflict.text("theirs"));
        assertHas(second, "1/9", true);
        assertHas(first, "1/8", true);
        assertUnsent(1, second);
        assertEquals(1, sync(1, way, second).list("conflicts").size(), "it waits until it is decided");
    }

    @Test
    void aConflictIsToldInTheWordsOfTheUsersLanguage() throws Exception {
        twoNumbersForOneParcel(Way.EMBEDDED);
        assertEquals(1, office.console().run(line(Way.EMBEDDED, second, "--lang", "vi")));
        String told = office.console().out();
        assertTrue(told.contains("Xung đột – Thửa 1/9 (Số hiệu): của mình 1/9 do "), told);
        assertTrue(told.contains("; của bên kia 1/8 do "), told);
        assertEquals(1, office.console().run(line(Way.EMBEDDED, second, "--lang", "en")));
        assertTrue(
                office.console().out().contains(" (Number): mine 1/9 by "),
                office.console().out());
    }

    @Test
    void aDryRunNamesTheConflictsThatWaitHereToo() throws Exception {
        twoNumbersForOneParcel(Way.EMBEDDED);
        sync(1, Way.EMBEDDED, second);
        JsonObject planned = sync(1, Way.EMBEDDED, second, "--dry-run");
        assertEquals(1, planned.list("conflicts").size());
        String told = office.console().run(1, line(Way.EMBEDDED, second, "--dry-run", "--lang", "vi"));
        assertTrue(told.contains("Xung đột – Thửa 1/9 (Số hiệu): của mình 1/9 do "), told);
        assertEquals(
                List.of(),
                sync(0, Way.EMBEDDED, second, "--dry-run", "--resolve", "mine").list("conflicts"));
    }

    @Test
    void placesInConflictAreToldByTheNamesOfTheirAxes() throws Exception {
        sync(0, Way.EMBEDDED, second);
        office.ok("move-corner", first, "--from", "500010 1200010", "--to", "500010.2 1200010");
        office.ok("move-corner", second, "--from", "500010 1200010", "--to", "500010 1200010.3");
        sync(0, Way.EMBEDDED, first);
        String told = office.console().run(1, line(Way.EMBEDDED, second, "--lang", "vi"));
        assertTrue(told.contains("của mình X 1200010,300, Y 500010,000 do "), told);
        assertTrue(told.contains("; của bên kia X 1200010,000, Y 500010,200 do "), told);
        told = office.console().run(1, line(Way.EMBEDDED, second, "--dry-run", "--lang", "en"));
        assertTrue(told.contains("mine N 1200010.300, E 500010.000 by "), told);
    }

    @ParameterizedTest
    @EnumSource
    void mineIsKeptAndReachesTheOther(Way way) throws Exception {
        twoNumbersForOneParcel(way);
        sync(1, way, second, "--resolve", "ask");
        JsonObject kept = sync(0, way, second, "--resolve", "mine");
        assertEquals(List.of(), kept.list("conflicts"));
        assertEquals(1, kept.number("pushed"));
        assertUnsent(0, second);
        sync(0, way, first);
        assertHas(first, "1/9", true);
        assertHas(first, "1/8", false);
    }

    @Test
    void theirsIsTakenAndNothingIsLeftToSend() throws Exception {
        twoNumbersForOneParcel(Way.EMBEDDED);
        JsonObject taken = sync(0, Way.EMBEDDED, second, "--resolve", "theirs");
        assertEquals(List.of(), taken.list("conflicts"));
        assertEquals(0, taken.number("pushed"));
        assertUnsent(0, second);
        assertHas(second, "1/8", true);
        assertHas(second, "1/9", false);
        assertCounts(0, 0, 0, sync(0, Way.EMBEDDED, first));
    }

    @Test
    void theReceiptNamesEveryChangeSetWithItsHash() throws Exception {
        sync(0, Way.EMBEDDED, second);
        office.ok("set", second, "1/1", "number=9");
        office.ok("set", second, "1/2", "number=8");
        JsonObject sent = sync(0, Way.EMBEDDED, second);
        List<?> lines = sent.list("receipt");
        assertEquals(2, lines.size());
        for (Object line : lines) {
            JsonObject entry = (JsonObject) line;
            assertTrue(entry.text("changeSet").matches("[0-9a-f-]{36}"), entry.toString());
            assertTrue(entry.text("hash").matches("[0-9a-f]{64}"), entry.toString());
            assertEquals("accepted", entry.text("fate"));
        }
        assertTrue(Files.size(Path.of(sent.text("receiptFile"))) > 0);
    }

    @Test
    void withoutALineTheWorkIsKeptAndOneSentenceSaysSo() throws Exception {
        sync(0, Way.SERVED, second);
        office.ok("set", second, "1/1", "number=9");
        String[] line = line(Way.SERVED, second);
        office.stopServing();
        JsonObject error = office.json(3, line).object("error");
        assertEquals("land-database-unreachable", error.text("code"));
        assertEquals(1, error.list("arguments").size());
        assertEquals(1, error.text("message").lines().count());
        assertUnsent(1, second);
        sync(0, Way.EMBEDDED, first);
    }

    @Test
    void ofSeveralZonesOneMustBeNamed() throws Exception {
        String other = office.folder("other");
        office.ok("new", other, "--crs", "9210", "--commune", "00124");
        office.ok("import", other, office.folder("squares.geojson"), "--crs", "9210");
        office.ok("central", "load", office.embedded(), other);
        assertEquals(
                "sync-needs-scope",
                sync(2, Way.EMBEDDED, second).object("error").text("code"));
        sync(0, Way.EMBEDDED, second, "--zone", "123");
        assertHas(second, "1/1", true);
    }

    @Test
    void whatMakesNoSenseIsWrongUsageAndChangesNothing() {
        for (String[] line : new String[][] {
            {"sync", second},
            line(Way.EMBEDDED, second, "--resolve", "both"),
            line(Way.EMBEDDED, second, "--to-file", office.folder("parcel")),
            {"sync", second, "--to-file", office.folder("parcel"), "--dry-run"}
        }) {
            assertEquals(2, office.console().run(line), () -> String.join(" ", line));
            assertTrue(Files.notExists(Path.of(office.folder("parcel"))));
        }
    }

    @Test
    void aLandDatabaseThatIsNotThereIsSaid() throws Exception {
        JsonObject error = office.json(3, "sync", second, "--central", "embedded:" + office.folder("nowhere"))
                .object("error");
        assertEquals("land-database-missing", error.text("code"));
    }

    @Test
    void withoutALineFilesGoOutAndReceiptsComeBack() throws Exception {
        String pass = office.folder("bình.pass");
        String parcel = office.folder("parcel");
        String receipt = parcel + ".receipt";
        office.ok("central", "user", "add", "bình", "--dir", office.dir());
        office.ok("central", "user", "scope", "bình", "--zone", "123", "--write", "--dir", office.dir());
        office.ok("central", "user", "pass", "bình", "--out", pass, "--dir", office.dir());
        JsonObject packed = office.json(0, "sync", second, "--central", "files:" + pass, "--to-file", parcel);
        assertEquals(0, packed.number("packed"));
        assertEquals(parcel, packed.text("file"));
        office.ok("central", "receive", parcel, "--dir", office.dir());
        office.ok("sync", second, "--from-file", receipt);
        assertHas(second, "1/2", true);
        office.ok("set", second, "1/1", "number=9");
        office.ok("set", second, "1/9", "number=8");
        assertEquals(2, office.json(0, "sync", second, "--to-file", parcel).number("packed"));
        office.ok("set", second, "1/2", "number=7");
        JsonObject received = office.json(0, "central", "receive", parcel, "--dir", office.dir());
        assertEquals(2, received.number("accepted"));
        JsonObject again = office.json(0, "central", "receive", parcel, "--dir", office.dir());
        assertEquals("again", again.text("state"));
        JsonObject answered = office.json(0, "sync", second, "--from-file", receipt);
        assertTrue(answered.fields().keySet().containsAll(FIELDS), answered.toString());
        assertEquals(2, answered.number("pushed"));
        assertEquals(0, office.json(0, "sync", second, "--from-file", receipt).number("pushed"));
        assertUnsent(1, second);
        assertEquals(2, sync(0, Way.SERVED, first).number("pulled"));
        assertHas(first, "1/8", true);
        assertTrue(office.refused("sync", first, "--from-file", receipt).contains("parcel.receipt"));
    }
}
