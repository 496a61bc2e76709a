package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One team attaches, the other has the land and fetches. */
class AttachFetchTest {
    @TempDir
    Path home;

    private final Random random = new Random(5);
    private CommandOffice office;
    private TestConsole console;
    private String mine;
    private String theirs;
    private byte[] photo;

    @BeforeEach
    void open() throws Exception {
        office = new CommandOffice(home, 2, 2);
        console = office.console();
        mine = office.whole();
        photo = attach("mốc.png", 300_000, "1/1");
        attach("mốc 2.png", 5_000, "1/2");
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private byte[] attach(String name, int bytes, String of) throws Exception {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        Path file = Files.write(home.resolve(name), content);
        office.ok("attach", mine, "add", file.toString(), "--of", of);
        return content;
    }

    /** The other team's workspace, with the land but no content. */
    private void bothSync(String url) {
        theirs = office.newWorkspace("theirs");
        for (String workspace : new String[] {mine, theirs}) {
            office.ok("sync", workspace, "--central", url, "--user", "an", "--authority", office.folder("self.pem"));
        }
    }

    private void saves(byte[] expected, String name) throws Exception {
        Path out = home.resolve("out.png");
        office.ok("attach", theirs, "save", name, "--out", out.toString(), "--overwrite");
        assertArrayEquals(expected, Files.readAllBytes(out));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsNotHereComesFromALandDatabaseInAFolderAndFromAServer(boolean isServed) throws Exception {
        String url = isServed ? office.serveSecurely() : office.embedded();
        bothSync(url);
        String first = console.json(0, "attach", theirs, "fetch", "mốc.png", "--central", url);
        assertTrue(first.contains("\"fetched\" : 1") && first.contains("\"fetchedBytes\" : 300000"), first);
        saves(photo, "mốc.png");
        String rest = console.json(0, "attach", theirs, "fetch", "--central", url);
        assertTrue(rest.contains("\"fetched\" : 1") && rest.contains("mốc 2.png"), rest);
        String none = console.json(0, "attach", theirs, "fetch", "--central", url);
        assertTrue(none.contains("\"fetched\" : 0"), none);
    }

    @Test
    void theFilesOfOneOwnerCanBeFetched() throws Exception {
        bothSync(office.url());
        String came = office.out("attach", theirs, "fetch", "--of", "1/1", "--central", office.url(), "--lang", "en");
        assertTrue(came.contains("mốc.png: content fetched (300,000 bytes)"), came);
        saves(photo, "mốc.png");
        assertEquals(3, console.run("attach", theirs, "save", "mốc 2.png", "--out", home.toString()));
    }

    @Test
    void whoSavesAFileThatIsNotHereIsToldToFetchItAndNothingIsWritten() throws Exception {
        bothSync(office.url());
        Path out = Files.createDirectories(home.resolve("out"));
        String said = console.json(3, "attach", theirs, "save", "mốc.png", "--out", out.toString(), "--lang", "en");
        assertTrue(said.contains("attachment-not-fetched") && said.contains("fetch it first"), said);
        assertEquals(0, out.toFile().list().length);
        assertTrue(Files.notExists(Path.of(theirs, "persons-released.log")));
    }

    @Test
    void aContentNobodyBroughtIsNamedAndTheOthersCome() throws Exception {
        bothSync(office.embedded());
        Path contents = Path.of(office.dir(), "contents");
        try (java.util.stream.Stream<Path> files = Files.walk(contents)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) > 100_000) {
                    Files.delete(file);
                }
            }
        }
        String came = console.json(1, "attach", theirs, "fetch", "--central", office.embedded());
        String gone = came.substring(came.indexOf("\"gone\""));
        assertTrue(came.contains("\"fetched\" : 1") && gone.contains("mốc.png") && !gone.contains("mốc 2"), came);
        assertEquals(1, console.run("attach", theirs, "fetch", "--central", office.embedded()));
        assertTrue(console.out().contains("mốc.png"), console.out());
    }

    /** A field workspace of bình's, who reaches the office by files. */
    private void postedTo(String... rights) {
        office.ok("sync", mine, "--central", office.embedded());
        office.ok("central", "user", "add", "bình", "--role", "export", "--dir", office.dir());
        scope(rights);
        office.ok("central", "user", "pass", "bình", "--out", office.folder("bình.pass"), "--dir", office.dir());
        theirs = office.newWorkspace("theirs");
        exchange(0, "sync", theirs, "--central", "files:" + office.folder("bình.pass"));
    }

    private void scope(String... rights) {
        List<String> line = new ArrayList<>(List.of("central", "user", "scope", "bình", "--zone", "123"));
        line.addAll(List.of(rights));
        line.addAll(List.of("--dir", office.dir()));
        office.ok(line.toArray(String[]::new));
    }

    /** A file to the office and its receipt back; what the receipt told. */
    private String exchange(int exit, String... command) {
        String parcel = office.folder("parcel");
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--to-file", parcel));
        office.ok(line.toArray(String[]::new));
        office.ok("central", "receive", parcel, "--dir", office.dir());
        return console.json(exit, "sync", theirs, "--from-file", parcel + ".receipt");
    }

    @Test
    void aContentIsAskedForInAFileAndComesWithItsReceipt() throws Exception {
        postedTo("--write", "--persons");
        String came = exchange(0, "attach", theirs, "fetch", "mốc.png");
        assertTrue(came.contains("\"fetched\" : 1") && came.contains("\"fetchedBytes\" : 300000"), came);
        saves(photo, "mốc.png");
        assertEquals(3, console.run("attach", theirs, "save", "mốc 2.png", "--out", home.toString()));
        String rest = exchange(0, "attach", theirs, "fetch");
        assertTrue(rest.contains("\"fetchedBytes\" : 5000"), rest);
        assertTrue(console.json(0, "sync", theirs, "--from-file", office.folder("parcel.receipt"))
                .contains("\"fetched\" : 0"));
        office.ok("central", "audit", "--dir", office.dir(), "--json");
        assertTrue(console.out().contains("content-read"), console.out());
    }

    @Test
    void aReceiptBringsNoContentToOneWhoMayNoLongerSeePersons() throws Exception {
        postedTo("--write", "--persons");
        scope();
        String came = exchange(1, "attach", theirs, "fetch", "mốc.png");
        assertTrue(came.contains("\"contentsWithheld\" : \"content-hidden\""), came);
        assertEquals(3, console.run("attach", theirs, "save", "mốc.png", "--out", home.toString()));
    }

    @Test
    void withoutALandDatabaseThereIsNothingToFetchFrom() {
        assertEquals(2, console.run("attach", office.newWorkspace("apart"), "fetch"));
        assertEquals(2, console.run("attach", mine, "save", "mốc.png"));
    }
}
