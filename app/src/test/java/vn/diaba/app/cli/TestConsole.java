package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.diaba.app.settings.UserFolders;

/** A machine with a user's folders of its own, no display and no terminal, that keeps what is printed. */
public final class TestConsole {
    private static final Logger LOG = Logger.getLogger(CommandLineProgram.class.getName());
    private static final String LOTS = """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::9210"}},
            "features":[
            {"type":"Feature","properties":{"sheet":"1","number":"1"},"geometry":{"type":"Polygon","coordinates":
             [[[500000,1200000],[500020,1200000],[500020,1200030],[500000,1200030],[500000,1200000]]]}},
            {"type":"Feature","properties":{"sheet":"1","number":"2"},"geometry":{"type":"Polygon","coordinates":
             [[[500020,1200000],[500040,1200000],[500040,1200030],[500020,1200030],[500020,1200000]]]}}]}
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Supplier<?>> commands = new HashMap<>(Commands.all());
    private final Interrupt interrupt = new Interrupt();
    private final UserFolders folders;
    private Optional<WindowStarter> window = Optional.empty();
    private boolean isSilent;

    /** A console whose user has their folders below this one. */
    public TestConsole(Path home) {
        folders = UserFolders.of(Map.of("DIABA_HOME", home.toString()), "Linux", home);
    }

    TestConsole with(String name, Supplier<?> command) {
        commands.put(name, command);
        return this;
    }

    TestConsole with(WindowStarter starter) {
        window = Optional.of(starter);
        return this;
    }

    TestConsole set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Whatever is logged while a line runs stays out of the test's own output. */
    TestConsole silent() {
        isSilent = true;
        return this;
    }

    Interrupt interrupt() {
        return interrupt;
    }

    /** The user's folders. */
    public UserFolders folders() {
        return folders;
    }

    /** Runs a line and gives the exit status; what was printed before is forgotten. */
    public int run(String... arguments) {
        out.reset();
        err.reset();
        Host host = new Host(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                environment,
                "Linux",
                false,
                folders,
                Clock.fixed(Instant.parse("2026-11-02T01:00:00Z"), ZoneOffset.ofHours(7)),
                window);
        LOG.setUseParentHandlers(!isSilent);
        try {
            return new CommandLineProgram(host, interrupt, commands).run(List.of(arguments));
        } finally {
            LOG.setUseParentHandlers(true);
        }
    }

    /** Runs a line that must end with this exit status; gives its standard output. */
    String run(int exit, String... arguments) {
        assertEquals(exit, run(arguments), () -> String.join(" ", arguments) + "\n" + out() + err());
        return out();
    }

    /** Runs a line that must succeed; gives its standard output. */
    String ok(String... arguments) {
        return run(0, arguments);
    }

    /** Runs a line that must be refused; gives what it says. */
    String refused(String... arguments) {
        run(3, arguments);
        return err();
    }

    /** Runs a line that asks for JSON and must end with this exit status; gives the code of the error it answers. */
    String errorCode(int exit, String... arguments) {
        Matcher code = Pattern.compile("\"code\" : \"([a-z-]+)\"").matcher(run(exit, arguments));
        assertTrue(code.find(), this::out);
        return code.group(1);
    }

    /** Runs a line that asks for JSON and must end with this exit status; gives the document. */
    public String json(int exit, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        return run(exit, all);
    }

    /** Makes workspace {@code w} in the user's folder with 10 m squares in a row, 1/1 onward from the west. */
    String workspaceOfSquares(Path home, int squares) throws IOException {
        String workspace = home.resolve("w").toString();
        Path file = home.resolve("squares.geojson");
        Files.writeString(file, squares(squares, squares));
        ok("new", workspace, "--crs", "9210");
        ok("import", workspace, file.toString(), "--crs", "9210");
        return workspace;
    }

    /** Makes workspace {@code w} in the user's folder with parcels 1/1 and, east of it, 1/2, 20 m wide and 30 m deep. */
    String workspaceOfTwoLots(Path home) throws IOException {
        String workspace = home.resolve("w").toString();
        ok("new", workspace, "--crs", "9210");
        ok(
                "import",
                workspace,
                Files.writeString(home.resolve("lots.geojson"), LOTS).toString());
        return workspace;
    }

    /** A GeoJSON file of 10 m squares in a row, so many on each sheet; sheets and numbers from 1, from the west. */
    static String squares(int count, int onSheet) {
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int w = 500_000 + 10 * i;
            features.append(i == 0 ? "" : ",")
                    .append("""
                    {"type":"Feature","properties":{"sheet":"%d","number":"%d","landUse":"DGT"},
                     "geometry":{"type":"Polygon","coordinates":[[[%d,1200000],[%d,1200000],[%d,1200010],[%d,1200010],[%d,1200000]]]}}
                    """.formatted(1 + i / onSheet, 1 + i % onSheet, w, w + 10, w + 10, w, w));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    /** What went to standard output. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What went to standard error. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
