package vn.diaba.store.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.serve.ServerCertificate;

/** Servers that must not be talked to: nothing of a token or password reaches any of them. */
class BadServersTest {
    private static final String TOKEN = "secret-token-of-a-user";
    private static final String REDIRECT =
            "HTTP/1.1 307 Temporary Redirect\r\nLocation: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    @TempDir
    static Path folder;

    private static TestCertificate good;
    private static TestCertificate otherHost;
    private static TestCertificate expired;
    private static TestCertificate future;

    @BeforeAll
    static void certify() throws Exception {
        good = TestCertificate.good(folder);
        otherHost = TestCertificate.of(folder, "other", "dns:dat-dai.example", List.of());
        expired =
                TestCertificate.of(folder, "expired", "dns:localhost", List.of("-startdate", "-3d", "-validity", "1"));
        future = TestCertificate.of(folder, "future", "dns:localhost", List.of("-startdate", "+3d"));
    }

    private static SSLContext tls(TestCertificate certificate) throws Exception {
        return ServerCertificate.of(certificate.store(), TestCertificate.PASSWORD.toCharArray());
    }

    private static RemoteException refused(ListeningServer server, @Nullable Path authorities) throws Exception {
        ServerAddress address = ServerAddress.of("https://localhost:" + server.port(), authorities);
        RemoteException signIn = assertThrows(
                RemoteException.class,
                () -> SignIn.at(address, "an", "mật khẩu thử".toCharArray(), new UUID(1, 1), "máy"));
        try (HttpLine line = new HttpLine(address, TOKEN)) {
            RemoteException call = assertThrows(RemoteException.class, () -> line.call("hello", Map.of()));
            assertEquals(signIn.code(), call.code());
            return call;
        }
    }

    private static void assertNotTrusted(TestCertificate shown, @Nullable Path authorities) throws Exception {
        try (ListeningServer server = new ListeningServer(tls(shown), "", "")) {
            assertEquals(
                    "land-database-not-trusted", refused(server, authorities).code());
            assertEquals("", server.heard(), "not a byte after the handshake");
        }
    }

    @Test
    void aCertificateForAnotherHostIsRefused() throws Exception {
        assertNotTrusted(otherHost, otherHost.pem());
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        assertNotTrusted(good, otherHost.pem());
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        assertNotTrusted(expired, expired.pem());
    }

    @Test
    void aCertificateOfTheFutureIsRefused() throws Exception {
        assertNotTrusted(future, future.pem());
    }

    @Test
    void aSelfSignedCertificateNobodyChoseIsRefused() throws Exception {
        assertNotTrusted(good, null);
    }

    @Test
    void anOldProtocolIsRefused() throws Exception {
        try (ListeningServer server = new ListeningServer(tls(good), "TLSv1.1", "")) {
            assertEquals(
                    "land-database-not-trusted", refused(server, good.pem()).code());
            assertEquals("", server.heard());
        }
    }

    @Test
    void aServerWithoutEncryptionHearsNoSecret() throws Exception {
        try (ListeningServer server = new ListeningServer(null, "", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            assertEquals(
                    "land-database-not-trusted", refused(server, good.pem()).code());
            assertFalse(server.heard().contains("POST"));
            assertFalse(server.heard().contains(TOKEN));
        }
    }

    @Test
    void aServerThatTalksNonsenseHearsNoSecret() throws Exception {
        try (ListeningServer server = new ListeningServer(null, "", "\u0015\u0003\u0003 nonsense")) {
            assertEquals(
                    "land-database-not-trusted", refused(server, good.pem()).code());
            assertFalse(server.heard().contains(TOKEN));
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (ListeningServer elsewhere = new ListeningServer(null, "", "");
                ListeningServer server = new ListeningServer(
                        tls(good), "", REDIRECT.formatted("http://127.0.0.1:" + elsewhere.port() + "/rpc/hello"))) {
            assertEquals("land-database-redirects", refused(server, good.pem()).code());
            assertTrue(server.heard().contains("POST"), "the certificate was good");
            assertEquals("", elsewhere.heard());
        }
    }

    /** As PostgREST 12 answers, and as our own server does. */
    @Test
    void anOlderServerSaysWhichFunctionItHasNot() throws Exception {
        String found = "Could not find the function sync_api.hello(p_client) in the schema cache";
        for (String message : List.of(found, "function-unknown")) {
            String body = "{\"code\":\"PGRST202\",\"details\":null,\"hint\":null,\"message\":\"" + message + "\"}";
            String says =
                    "HTTP/1.1 404 Not Found\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n";
            try (ListeningServer server = new ListeningServer(tls(good), "", says + body)) {
                RemoteException fault = refused(server, good.pem());
                assertEquals("function-unknown", fault.code());
                String named = message.equals(found) ? "hello" : "https://localhost:" + server.port();
                assertEquals(List.of(named), fault.arguments());
            }
        }
    }

    @Test
    void plainHttpToAnotherMachineIsNoAddress() {
        for (String url : List.of("http://192.0.2.1:7079", "http://dat-dai.example", "http://localhost.example:80")) {
            assertEquals(
                    "land-database-url-plain",
                    assertThrows(RemoteException.class, () -> ServerAddress.of(url, null))
                            .code());
        }
        for (String url :
                List.of("ftp://localhost", "https://an:secret@localhost", "https://", "https://h/?x=1", "đ")) {
            assertEquals(
                    "land-database-url-wrong",
                    assertThrows(RemoteException.class, () -> ServerAddress.of(url, null))
                            .code());
        }
    }
}
