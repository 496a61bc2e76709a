package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.diaba.store.remote.LandDatabase;

/**
 * Lines that died in the middle of a request, without the server having been told: until its time for a request is over
 * it waits for the rest. Nobody else may have to wait with it.
 */
class HalfSentRequestTest {
    private static final int DEAD_LINES = 20;

    @TempDir
    Path base;

    @ParameterizedTest
    @Timeout(30)
    @ValueSource(
            strings = {
                "POST /rpc/hello HTTP/1.1\r\nHost: localhost\r\n",
                "POST /rpc/hello HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nAuthorization: Bear",
                "POST /rpc/hello HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"
            })
    void aRequestThatWasCutIsNotToldThatItsTokenIsWrong(String cut) throws Exception {
        try (ServedOffice office = new ServedOffice(base);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), office.port())) {
            socket.getOutputStream().write(cut.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertEquals("", new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    @Timeout(30)
    void requestsThatNeverEndHoldNobodyUp() throws Exception {
        UUID client = UUID.randomUUID();
        List<Socket> dead = new ArrayList<>();
        try (ServedOffice office = new ServedOffice(base)) {
            String head = "POST /rpc/hello HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Authorization: Bearer " + office.token(client) + "\r\nContent-Length: 100\r\n\r\n{";
            for (int n = 0; n < DEAD_LINES; n++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), office.port());
                dead.add(socket);
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            try (LandDatabase line = office.through(office.port(), client)) {
                for (int n = 0; n < DEAD_LINES; n++) {
                    assertEquals(0, line.hello(client).zones().size());
                }
            }
        } finally {
            for (Socket socket : dead) {
                socket.close();
            }
        }
    }
}
