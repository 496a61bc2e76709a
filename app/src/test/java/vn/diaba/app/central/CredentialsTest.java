package vn.diaba.app.central;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final String SERVER = "https://dat.example.vn:8443";
    private static final String POSTGIS = "jdbc:postgresql://dat.example.vn/land";
    private static final String FOLDER = "embedded:/srv/land";

    private static Credentials typed(String url, String password, boolean isFirst) {
        return Credentials.typed(url, " an ", password, "", isFirst);
    }

    @Test
    void theTokenOfTheLastTimeStandsForTheNameUntilAPasswordIsTyped() {
        assertEquals("", typed(SERVER, "", false).user());
        assertEquals("an", typed(SERVER, "mat-khau", false).user());
    }

    @Test
    void aWorkspaceStillToBeMadeHasNoTokenSoTheNameIsGiven() {
        assertEquals("an", typed(SERVER, "", true).user());
    }

    @Test
    void postgresqlIsToldTheNameEachTime() {
        assertEquals("an", typed(POSTGIS, "", false).user());
    }

    @Test
    void aFolderIsToldNoName() {
        assertEquals("", typed(FOLDER, "", true).user());
        assertEquals("", typed(FOLDER, "mat-khau", false).user());
    }

    @Test
    void certificatesAreThoseOfTheMachineUntilAFileIsNamed() {
        assertNull(typed(SERVER, "", false).authorities());
        assertEquals(
                Path.of("/etc/so.pem"),
                Credentials.typed(SERVER, "an", "", " /etc/so.pem ", false).authorities());
    }

    @Test
    void whatWasWipedHoldsThePasswordNoLonger() {
        Credentials credentials = typed(SERVER, "abc", false);
        credentials.wipe();
        assertArrayEquals(new char[] {' ', ' ', ' '}, credentials.password());
    }
}
