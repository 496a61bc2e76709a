package vn.diaba.store.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A line on the loopback that is cut once, after so many bytes of both directions together. Safe. */
final class ByteCutter implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final AtomicLong carried = new AtomicLong();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);

    ByteCutter(int target) throws IOException {
        this.target = target;
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on: so many bytes, then one cut. */
    void cutAfter(long bytes) {
        left.set(bytes);
    }

    /** Bytes carried so far. */
    long carried() {
        return carried.get();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "cutter");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                start(() -> carry(client, server, client, server));
                start(() -> carry(server, client, client, server));
            } catch (IOException closed) {
                continue;
            }
        }
    }

    private void carry(Socket from, Socket to, Socket client, Socket server) {
        byte[] piece = new byte[1 << 14];
        try (client;
                server) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                int size = n;
                long before = left.getAndUpdate(now -> now > size ? now - size : Long.MAX_VALUE);
                int through = (int) Math.min(n, before);
                out.write(piece, 0, through);
                out.flush();
                carried.addAndGet(through);
                if (through < n || before == n) {
                    return;
                }
            }
        } catch (IOException ended) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
