package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyCommandTest {
    @TempDir
    private Path folder;

    private TestConsole console;
    private String workspace = "";

    @BeforeEach
    void make() {
        console = new TestConsole(folder.resolve("home"));
        workspace = folder.resolve("w").toString();
        console.ok("new", workspace, "--crs", "9210", "--scale", "500");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int survey(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "survey";
        all[1] = "--json";
        all[2] = workspace;
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return console.run(all);
    }

    private static final String POINTS = "1,1200345.12,550123.45,5.1,GN\n2,1200355.0,550133.4,,\n";

    @Test
    void pointsAreStoredInOneAct() throws IOException {
        assertEquals(0, survey(file("a.csv", POINTS)), console::err);
        assertTrue(console.out().contains("\"axes\" : \"ne\""), console::out);
        console.run("log", "--json", workspace);
        assertTrue(console.out().contains("add-survey-points"), console::out);
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        assertEquals(0, survey(file("a.csv", POINTS), "--dry-run"));
        console.run("log", "--json", workspace);
        assertTrue(!console.out().contains("add-survey-points"), console::out);
    }

    @Test
    void shotsThatDisagreeAreAskedAboutAndChangeNothing() throws IOException {
        String twice = file("b.csv", POINTS + "2,1200355.4,550133.4,,\n");
        assertEquals(3, survey(twice));
        assertTrue(console.out().contains("survey-shots-disagree"), console::out);
        console.run("log", "--json", workspace);
        assertTrue(!console.out().contains("add-survey-points"), console::out);
        assertEquals(1, survey(twice, "--repeated", "keep"), console::err);
        assertTrue(console.out().contains("\"points\" : 3"), console::out);
    }

    @Test
    void aTraverseNamesItsBlunder() throws IOException {
        // Three sides of a 100 m square and a fourth with swapped digits: 98.56 for 89.56 closes on D, 89.56 m north.
        String book = file(
                "t.txt",
                "known A x 1200000 y 550000\nknown D x 1200089.56 y 550100\ntraverse A\n"
                        + "to B bearing 90 distance 100\nto D bearing 0 distance 98.56\n");
        assertEquals(1, survey(book), console::err);
        assertTrue(console.out().contains("blunder-distance-digits"), console::out);
        assertTrue(console.out().contains("89.56"), console::out);
    }

    @Test
    void leastSquaresAnswersWithBothFits() throws IOException {
        String book = file(
                "n.txt",
                "known A x 1200000 y 550000\nknown B x 1200000 y 550100\n"
                        + "at A\nsight P angle 315-00-00 from B distance 70.711\n"
                        + "at B\nsight P angle 45-00-00 from A distance 70.711\n");
        assertEquals(0, survey(book, "--adjust", "least-squares"), console::err);
        assertTrue(console.out().contains("\"sigma0\""), console::out);
        assertTrue(console.out().contains("550050"), console::out);
        assertTrue(console.out().contains("1200050"), console::out);
    }

    @Test
    void wrongUseIsNamed() throws IOException {
        assertEquals(2, survey(file("a.csv", POINTS), "--adjust", "magic"));
        console.run(2, "accuracy", workspace);
        assertEquals(3, survey(folder.resolve("none.csv").toString()));
    }

    @Test
    void accuracyWithoutAnythingToCompareSaysSo() throws IOException {
        console.run(3, "accuracy", "--json", workspace, "--points", file("a.csv", POINTS));
        assertTrue(console.out().contains("accuracy-nothing-measured"), console::out);
    }
}
