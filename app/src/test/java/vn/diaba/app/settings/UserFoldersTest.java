package vn.diaba.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
    private static final Path HOME = Path.of("/home/an").toAbsolutePath();

    @Test
    void linuxFollowsTheXdgDefaults() {
        UserFolders folders = UserFolders.of(Map.of(), "Linux", HOME);
        assertEquals(HOME.resolve(".config/diaba"), folders.config());
        assertEquals(HOME.resolve(".local/state/diaba"), folders.state());
        assertEquals(HOME.resolve(".cache/diaba"), folders.cache());
    }

    @Test
    void relativeXdgFoldersAreIgnoredAsTheStandardDemands() {
        Map<String, String> environment = Map.of("XDG_CONFIG_HOME", "here", "XDG_CACHE_HOME", HOME + "/c");
        UserFolders folders = UserFolders.of(environment, "Linux", HOME);
        assertEquals(HOME.resolve(".config/diaba"), folders.config());
        assertEquals(HOME.resolve("c/diaba"), folders.cache());
    }

    @Test
    void windowsHasRoamingSettingsAndLocalState() {
        Map<String, String> environment = Map.of("APPDATA", HOME + "/R", "LOCALAPPDATA", HOME + "/L");
        UserFolders folders = UserFolders.of(environment, "Windows 11", HOME);
        assertEquals(HOME.resolve("R/diaba"), folders.config());
        assertEquals(HOME.resolve("L/diaba/state"), folders.state());
    }

    @Test
    void oneVariablePutsAllInOneFolder() {
        UserFolders folders = UserFolders.of(Map.of("DIABA_HOME", HOME + "/usb"), "Linux", HOME);
        assertEquals(HOME.resolve("usb/config/settings.properties"), folders.settingsFile());
        assertEquals(HOME.resolve("usb/cache/epsg"), folders.epsgDatabase());
    }
}
