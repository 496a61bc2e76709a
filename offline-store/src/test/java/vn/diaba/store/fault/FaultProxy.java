package vn.diaba.store.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A line on the loopback between clients and a server that fails as a plan says. Safe. */
public final class FaultProxy implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;

    /** What becomes of a piece a client sends. */
    public enum Fault {
        /** It is delivered. */
        NONE,
        /** The line is cut, nothing is delivered. */
        BEFORE,
        /** The line is cut in the middle of it. */
        MID,
        /** It is delivered, the line is cut when the answer begins. */
        AFTER,
        /** Half of the answer's first piece arrives. */
        MID_ANSWER,
        /** It is delivered late. */
        DELAY,
        /** The client sees the line end, the server does not until it answers. */
        HALF_OPEN
    }

    private final ServerSocket door;
    private final Supplier<Fault> plan;
    private final Map<Fault, AtomicLong> counts = new EnumMap<>(Fault.class);
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final Queue<Long> cutsToCome = new ConcurrentLinkedQueue<>();
    private volatile int target;

    /** Listens. The plan is asked for each piece, by several threads. */
    public FaultProxy(int targetPort, Supplier<Fault> plan) throws IOException {
        target = targetPort;
        this.plan = plan;
        for (Fault fault : Fault.values()) {
            counts.put(fault, new AtomicLong());
        }
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept, "accept");
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Where it listens. */
    public int port() {
        return door.getLocalPort();
    }

    /** New connections go to another port from now on. */
    public void target(int port) {
        target = port;
    }

    /** How often the line was cut so far. */
    public long cuts() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() != Fault.NONE && entry.getKey() != Fault.DELAY)
                .mapToLong(entry -> entry.getValue().get())
                .sum();
    }

    /** Bytes that clients sent so far and that were delivered to them, both ways together. */
    public long bytes() {
        return sent.get() + received.get();
    }

    /** Bytes that were delivered to clients so far. */
    public long received() {
        return received.get();
    }

    /** Cuts the line in the middle of answers: each time so many bytes in all were delivered to clients. */
    public void cutWhenReceived(List<Long> totals) {
        cutsToCome.addAll(totals);
    }

    /** How many of these cuts are still to come. */
    public int cutsToCome() {
        return cutsToCome.size();
    }

    /** How often each happened. */
    @Override
    public String toString() {
        return counts.toString();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Link link = new Link(door.accept());
                links.add(link);
                start(link::up, "up");
            } catch (IOException closed) {
                continue;
            }
        }
    }

    /** One connection. */
    private final class Link {
        private final Socket client;
        private final Socket server = new Socket();
        private volatile Fault forAnswer = Fault.NONE;

        Link(Socket client) {
            this.client = client;
        }

        void up() {
            byte[] piece = new byte[1 << 16];
            try {
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
                start(this::down, "down");
                InputStream in = client.getInputStream();
                OutputStream out = server.getOutputStream();
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    sent.addAndGet(n);
                    deliver(piece, n, out);
                }
            } catch (IOException ended) {
                // The other side ended it, or we did.
            }
            if (forAnswer != Fault.HALF_OPEN) {
                cut();
            }
        }

        private void deliver(byte[] piece, int n, OutputStream out) throws IOException {
            Fault fault = plan.get();
            counts.get(fault).incrementAndGet();
            if (fault == Fault.BEFORE) {
                cut();
                return;
            }
            if (fault == Fault.DELAY) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
            }
            if (fault == Fault.AFTER || fault == Fault.MID_ANSWER || fault == Fault.HALF_OPEN) {
                forAnswer = fault;
            }
            out.write(piece, 0, fault == Fault.MID ? n / 2 : n);
            out.flush();
            if (fault == Fault.MID) {
                cut();
            } else if (fault == Fault.HALF_OPEN) {
                client.close();
            }
        }

        void down() {
            byte[] piece = new byte[1 << 16];
            try {
                InputStream in = server.getInputStream();
                OutputStream out = client.getOutputStream();
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    Fault fault = forAnswer;
                    if (fault == Fault.MID_ANSWER) {
                        out.write(piece, 0, n / 2);
                        out.flush();
                    }
                    if (fault != Fault.NONE) {
                        break;
                    }
                    Long limit = cutsToCome.peek();
                    if (limit != null && received.get() + n >= limit) {
                        cutsToCome.poll();
                        n = (int) Math.max(0, limit - received.get());
                        fault = Fault.BEFORE;
                    }
                    received.addAndGet(n);
                    out.write(piece, 0, n);
                    out.flush();
                    if (fault != Fault.NONE) {
                        break;
                    }
                }
            } catch (IOException ended) {
                // The other side ended it, or we did.
            }
            cut();
        }

        void cut() {
            links.remove(this);
            for (Socket side : new Socket[] {client, server}) {
                try {
                    side.close();
                } catch (IOException gone) {
                    continue;
                }
            }
        }
    }

    /** Cuts every connection there is. */
    public void cutAll() {
        links.forEach(Link::cut);
    }

    @Override
    public void close() throws IOException {
        door.close();
        cutAll();
    }
}
