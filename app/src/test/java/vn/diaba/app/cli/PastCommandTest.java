package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reading command on land as it was. */
class PastCommandTest {
    @TempDir
    Path home;

    private TestConsole console;
    private String workspace;

    /** Act 1 brings squares 1/1 and 1/2, act 2 makes them 1/3, act 3 undoes that, act 4 renumbers 1/1 to 1/9. */
    @BeforeEach
    void land() throws IOException {
        console = new TestConsole(home);
        workspace = console.workspaceOfSquares(home, 2);
        console.ok("merge", workspace, "1/1", "1/2");
        console.ok("undo", workspace);
        console.ok("set", workspace, "1/1", "number=9");
    }

    @Test
    void numbersAreThoseOfThen() {
        assertTrue(console.json(0, "info", workspace, "--at", "0").contains("\"parcels\" : 0"));
        assertTrue(console.json(0, "info", workspace, "--at", "1").contains("\"parcels\" : 2"));
        assertTrue(console.json(0, "info", workspace, "--at", "2").contains("\"parcels\" : 1"));
        assertTrue(console.json(0, "info", workspace, "--at=3").contains("\"parcels\" : 2"));
    }

    @Test
    void whatWasThereIsFoundAndWhatCameLaterIsNot() {
        console.json(0, "find", workspace, "1/3", "--at", "2");
        console.json(1, "find", workspace, "1/3", "--at", "3");
        console.json(1, "find", workspace, "1/9", "--at", "3");
        console.json(0, "find", workspace, "1/9");
    }

    @Test
    void aDayIsMeantToItsEnd() {
        assertTrue(console.json(0, "info", workspace, "--at", "2001-01-31").contains("\"parcels\" : 0"));
        assertTrue(console.json(0, "info", workspace, "--at", "2099-12-31").contains("\"parcels\" : 2"));
        assertTrue(
                console.json(0, "info", workspace, "--at", "2001-01-31T08:15").contains("\"parcels\" : 0"));
        assertTrue(console.json(0, "info", workspace, "--at", "2001-01-31T08:15:00+07:00")
                .contains("\"parcels\" : 0"));
    }

    @Test
    void filesPicturesAndPapersShowThen() throws IOException {
        Path then = home.resolve("then.geojson");
        console.json(0, "export", workspace, "--to", then.toString(), "--at", "2");
        assertTrue(
                Files.readString(then).contains("\"number\":\"3\"")
                        || Files.readString(then).contains("\"number\": \"3\""),
                () -> console.out());
        console.json(
                0, "render", workspace, "--out", home.resolve("then.png").toString(), "--size", "64x64", "--at", "1");
        console.json(
                0,
                "print",
                workspace,
                "--form",
                "extract",
                "--out",
                home.resolve("then.pdf").toString(),
                "--at",
                "2");
        assertTrue(Files.size(home.resolve("then.pdf")) > 1000);
    }

    @Test
    void aCheckOfThenIsNotRememberedAsOneOfNow() {
        console.json(0, "check", workspace, "--at", "2");
        assertFalse(console.json(0, "info", workspace).contains("logSequence"));
        console.json(0, "check", workspace);
        assertTrue(console.json(0, "info", workspace).contains("\"logSequence\" : 4"));
        assertFalse(console.json(0, "info", workspace, "--at", "2").contains("logSequence"));
    }

    @Test
    void aMomentThatIsNoneIsSaid() {
        assertTrue(console.json(3, "info", workspace, "--at", "5").contains("moment-not-reached"));
        assertTrue(console.json(2, "info", workspace, "--at", "hôm qua").contains("moment-not-understood"));
    }
}
