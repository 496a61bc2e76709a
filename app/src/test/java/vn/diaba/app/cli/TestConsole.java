package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import vn.diaba.app.settings.UserFolders;

/** A machine with a user's folders of its own, no display and no terminal, that keeps what is printed. */
public final class TestConsole {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Supplier<?>> commands = new HashMap<>(Commands.all());
    private final Interrupt interrupt = new Interrupt();
    private final UserFolders folders;
    private Optional<WindowStarter> window = Optional.empty();

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
        return new CommandLineProgram(host, interrupt, commands).run(List.of(arguments));
    }

    /** Runs a line that asks for JSON and must end with this exit status; gives the document. */
    public String json(int exit, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        assertEquals(exit, run(all), () -> out() + err());
        return out();
    }

    /** Makes workspace {@code w} in the user's folder with 10 m squares in a row, 1/1 onward from the west. */
    String workspaceOfSquares(Path home, int squares) throws IOException {
        String workspace = home.resolve("w").toString();
        Path file = home.resolve("squares.geojson");
        Files.writeString(file, squares(squares, squares));
        assertEquals(0, run("new", workspace, "--crs", "9210"), this::err);
        assertEquals(0, run("import", workspace, file.toString(), "--crs", "9210"), this::err);
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
