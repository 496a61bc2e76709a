package vn.diaba.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import vn.diaba.app.json.JsonWriter;

/**
 * Which program this is.
 *
 * @param program the release, as Maven knows it
 * @param java the Java it runs on
 */
public record Version(String program, String java) implements Answer {
    /** This program on this Java. */
    public static Version current() {
        Properties built = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            built.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Version(built.getProperty("version"), System.getProperty("java.version"));
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        json.text("version", program).text("java", java);
    }

    @Override
    public void writeText(TextLines lines) {
        lines.line("diaba " + program);
    }
}
