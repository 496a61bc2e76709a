package vn.diaba.store.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** A server of ill will: keeps what it is told, says what it was given to say, and hangs up. */
final class ListeningServer implements AutoCloseable {
    private final ServerSocket socket;
    private final byte[] says;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final Thread thread = new Thread(this::listen);

    ListeningServer(@Nullable SSLContext tls, String protocol, String says) throws IOException {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        socket = tls == null
                ? new ServerSocket(0, 10, here)
                : tls.getServerSocketFactory().createServerSocket(0, 10, here);
        if (socket instanceof SSLServerSocket secure && !protocol.isEmpty()) {
            secure.setEnabledProtocols(new String[] {protocol});
        }
        this.says = says.getBytes(StandardCharsets.UTF_8);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept();
                    InputStream in = line.getInputStream()) {
                line.setSoTimeout(2_000);
                byte[] some = new byte[1 << 16];
                int count = in.read(some);
                synchronized (heard) {
                    heard.write(some, 0, Math.max(0, count));
                }
                line.getOutputStream().write(says);
                line.getOutputStream().flush();
            } catch (IOException handshakeOrHungUp) {
                continue;
            }
        }
    }

    String heard() {
        synchronized (heard) {
            return heard.toString(StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
