package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A surveyor, an approver and a land database in a folder, by the command line. */
class ProposalCommandTest {
    @TempDir
    Path home;

    private TestConsole console;
    private String work;
    private String url;

    @BeforeEach
    void office() throws Exception {
        console = new TestConsole(home).set("DIABA_USER", "Lan");
        work = home.resolve("w1").toString();
        url = "embedded:" + home.resolve("central");
        Path file = home.resolve("square.geojson");
        Files.writeString(file, TestConsole.squares(1, 1));
        console.ok("new", work, "--crs", "9210", "--commune", "00123");
        console.ok("import", work, file.toString(), "--crs", "9210");
        console.ok("central", "init", url);
        console.ok("central", "load", url, work);
        console.ok("central", "proposal", "mode", url, "approval");
        console.ok("set", work, "1/1", "number=9");
        console.ok("sync", work, "--central", url, "--json");
        assertTrue(console.out().contains("\"proposed\" : 1"), console.out());
        assertTrue(console.out().contains("\"blocked\" : 0"), console.out());
    }

    private String waiting() {
        console.ok("central", "proposal", "list", url, "--json");
        return console.out().replaceAll("(?s).*?\"id\" : \"([^\"]+)\".*", "$1");
    }

    @Test
    void anotherPersonThanTheAuthorApproves() {
        String id = waiting();
        assertTrue(console.out().contains("\"author\" : \"Lan\""), console.out());
        assertTrue(console.out().contains("\"current\" : true"), console.out());
        console.run(3, "central", "proposal", "approve", url, id);
        assertTrue(console.err().contains("Lan"), console.err());
        console.set("DIABA_USER", "Minh");
        console.ok("central", "proposal", "show", url, id);
        assertTrue(console.out().contains("1/9"), console.out());
        console.ok("central", "proposal", "approve", url, id);
        console.ok("central", "proposal", "list", url);
        console.set("DIABA_USER", "Lan");
        console.ok("sync", work, "--central", url, "--json");
        assertTrue(console.out().contains("\"proposed\" : 0"), console.out());
        assertTrue(console.out().contains("acknowledged"), console.out());
    }

    @Test
    void whatIsDeclinedComesBackWithTheReason() {
        String id = waiting();
        console.set("DIABA_USER", "Minh");
        console.ok("central", "proposal", "decline", url, id, "--reason", "thiếu biên bản ranh giới");
        console.set("DIABA_USER", "Lan");
        console.run(1, "sync", work, "--central", url);
        console.ok("central", "proposal", "list", url, "--json");
        assertTrue(console.out().contains("thiếu biên bản ranh giới"), console.out());
        console.ok("undo", work);
        console.ok("sync", work, "--central", url);
    }
}
