package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.settings.Settings;
import vn.diaba.app.settings.SettingsFile;

class CommandLineProgramTest {
    @TempDir
    Path home;

    private TestConsole console;

    @BeforeEach
    void console() {
        console = new TestConsole(home).silent().with("count", CountCommand::new);
    }

    @Test
    void anAnswerGoesToStandardOutputAndANoteToStandardError() {
        assertEquals(0, console.run("count", "on", "--lang", "en"));
        assertEquals("counted 3\n", console.out());
        assertEquals("Cancelled as you asked; nothing was changed.\n", console.err());
    }

    @Test
    void quietLeavesOutTheNotes() {
        assertEquals(0, console.run("--quiet", "count", "on"));
        assertEquals("", console.err());
    }

    @Test
    void jsonIsOneDocumentThatEndsWithTheTimes() {
        assertEquals(0, console.run("count", "on", "--to", "5", "--json"));
        assertTrue(
                console.out()
                        .matches("\\{\n  \"counted\" : 5,\n  \"seconds\" : [0-9.]+,\n  \"cpuSeconds\" : [0-9.]+\n}\n"),
                console.out());
    }

    @Test
    void theAnswerNoIsExitOne() {
        assertEquals(1, console.run("count", "no"));
    }

    @Test
    void aFailureOfARoomIsOneSentenceAndExitThree() {
        assertEquals(3, console.run("count", "coded", "--quiet", "--lang", "en"));
        assertEquals("", console.out());
        assertEquals("EPSG code 6956 was withdrawn because its axes are swapped; use code 5896.\n", console.err());
    }

    @Test
    void aFailureAsJsonHasCodeMessageAndArguments() {
        assertEquals(3, console.run("--json", "--quiet", "count", "coded"));
        assertEquals("""
                {
                  "error" : {
                    "code" : "crs-deprecated",
                    "message" : "Mã EPSG 6956 đã bị bãi bỏ vì đảo hai trục; hãy dùng mã 5896.",
                    "arguments" : [ 6956, 5896 ]
                  }
                }
                """, console.out());
        assertEquals("", console.err());
    }

    @Test
    void onlyVerboseShowsATrace() {
        console.run("count", "coded", "--quiet");
        assertFalse(console.err().contains("\tat "));
        console.run("count", "coded", "-v");
        assertTrue(console.err().contains("CrsException") && console.err().contains("\tat "), console.err());
    }

    @Test
    void aBugIsOneSentenceThatNamesTheLog() {
        assertEquals(3, console.run("count", "bug", "--quiet", "--lang", "en"));
        assertFalse(console.err().contains("\tat "));
        assertTrue(console.err()
                .contains(console.folders().state().resolve("diaba.0.log").toString()));
    }

    @Test
    void wrongUsageIsExitTwo() {
        assertEquals(2, console.run("count", "on", "--frob", "--lang=en"));
        assertEquals("\"--frob\" is not understood; see \"diaba count --help\".\n", console.err());
        assertEquals(2, console.run("count", "--lang=en"));
        assertEquals("WAY is missing; see \"diaba count --help\".\n", console.err());
        assertEquals(2, console.run("count", "on", "--to", "many", "--lang=en"));
        assertEquals("The value \"many\" does not fit --to; see \"diaba count --help\".\n", console.err());
        assertEquals(2, console.run("count", "on", "--to", "1", "--to", "2", "--lang=en"));
        assertEquals("The option --to can be given only once; see \"diaba count --help\".\n", console.err());
        assertEquals(2, console.run("count", "usage"));
        assertEquals(2, console.run("count", "on", "--lang", "fr"));
        assertEquals(2, console.run("nonsense"));
    }

    @Test
    void afterCtrlCTheCommandEndsWith130AndSaysThatNothingChanged() {
        console.interrupt().ask();
        assertEquals(130, console.run("count", "on", "--quiet", "--lang", "en"));
        assertEquals("Cancelled as you asked; nothing was changed.\n", console.err());
        assertEquals("", console.out());
    }

    @Test
    void theLanguageIsThatOfTheLineThenOfTheEnvironmentThenOfTheSettings() throws IOException {
        console.run("count", "coded", "--quiet");
        assertTrue(console.err().startsWith("Mã EPSG"));
        new SettingsFile(console.folders().settingsFile()).write(Settings.NONE.withLanguageTag("en"));
        console.run("count", "coded", "--quiet");
        assertTrue(console.err().startsWith("EPSG code"));
        console.set("DIABA_LANG", "vi").run("count", "coded", "--quiet");
        assertTrue(console.err().startsWith("Mã EPSG"));
        console.run("count", "coded", "--quiet", "--lang", "en");
        assertTrue(console.err().startsWith("EPSG code"));
    }

    @Test
    void withoutADisplayThereIsNoWindow() {
        assertEquals(3, console.with((workspace, run) -> {}).run("--lang", "en"));
        assertTrue(console.err().startsWith("There is no display"));
    }

    @Test
    void withADisplayTheWindowIsOpenedAndItsEndIsTheEnd() {
        StringBuilder opened = new StringBuilder();
        console.set("DISPLAY", ":99").with((workspace, run) -> opened.append(workspace));
        assertEquals(0, console.run());
        assertEquals("Optional.empty", opened.toString());
        assertEquals("", console.out());
    }

    @Test
    void versionAndHelpAreAnswers() {
        assertEquals(0, console.run("--version"));
        assertTrue(console.out().matches("diaba [0-9].*\n"), console.out());
        assertEquals(0, console.run("--version", "--json"));
        assertTrue(console.out().contains("\"version\" : "));
        assertEquals(0, console.run("doctor", "--help", "--lang", "en"));
        assertTrue(console.out().startsWith("Usage: diaba doctor"), console.out());
        assertEquals(0, console.run("--help"));
        assertTrue(console.out().startsWith("Cách dùng: diaba"), console.out());
    }

    @Test
    void theDoctorAnswersInBothForms() {
        assertEquals(0, console.run("doctor", "--json"));
        assertTrue(console.out().contains("\"part\" : \"crs\""));
        assertEquals(0, console.run("doctor", "--lang", "en"));
        assertTrue(console.out().contains("VN-2000: 18 zones"));
    }
}
