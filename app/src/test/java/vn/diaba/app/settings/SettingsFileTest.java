package vn.diaba.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    private Path path;
    private SettingsFile file;

    @BeforeEach
    void name() {
        path = folder.resolve("hồ sơ/settings.properties");
        file = new SettingsFile(path);
    }

    @Test
    void atTheFirstStartNothingIsRemembered() {
        assertEquals(Settings.NONE, file.read());
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Settings settings = Settings.NONE
                .withLanguageTag("en")
                .withLastWorkspace(folder.resolve("Phường Đông Hòa"))
                .withWindow(new WindowSettings(-10, 20.5, 1366, 768, true));
        file.write(settings);
        assertEquals(settings, file.read());
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        file.write(Settings.NONE.withLanguageTag("vi"));
        try (Stream<Path> files = Files.list(path.getParent())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void keysOfOtherVersionsAreKept() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "printer.last=Kho A4 đứng\nlanguage=en\n");
        file.write(file.read().withLanguageTag("vi"));
        String text = Files.readString(path, StandardCharsets.UTF_8);
        assertTrue(text.contains("printer.last=Kho A4 đứng") && text.contains("language=vi"), text);
    }

    @Test
    void nonsenseCountsAsNothingRemembered() throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, "language=klingon\nwindow=1 2 0 NaN true\nworkspace.last=\n");
        assertEquals(Settings.NONE, file.read());
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe, '\\', 'u', 'x'});
        assertEquals(Settings.NONE, file.read());
    }
}
