package vn.diaba.store.serve;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.office.Register;

/** A running server for one land database. Safe; closed once. */
public final class CentralServer implements AutoCloseable {
    private static final int BACKLOG = 100;
    private static final int WAITING_CALLS = 1_000;

    private final HttpServer server;
    private final ThreadPoolExecutor pool;
    private final boolean secure;

    private CentralServer(HttpServer server, ThreadPoolExecutor pool, boolean secure) {
        this.server = server;
        this.pool = pool;
        this.secure = secure;
    }

    /**
     * Begins to answer.
     *
     * @param authority the land database; not closed with this
     * @throws ServeException {@code serve-needs-tls} where plain HTTP would leave this machine; {@code serve-port-taken}
     */
    public static CentralServer start(LocalAuthority authority, Register register, ServerSetting setting, Clock clock)
            throws ServeException {
        InetSocketAddress address = setting.address();
        SSLContext tls = setting.tls();
        if (tls == null
                && (address.getAddress() == null || !address.getAddress().isLoopbackAddress())) {
            throw new ServeException("serve-needs-tls", List.of(address.getHostString()), null);
        }
        limitTimes(setting);
        HttpServer server;
        try {
            if (tls == null) {
                server = HttpServer.create(address, BACKLOG);
            } else {
                HttpsServer https = HttpsServer.create(address, BACKLOG);
                https.setHttpsConfigurator(configurator(tls));
                server = https;
            }
        } catch (IOException e) {
            throw new ServeException("serve-port-taken", List.of(address.getPort()), e);
        }
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                setting.readers(),
                setting.readers(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING_CALLS),
                task -> {
                    Thread thread = new Thread(task, "central-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        server.setExecutor(pool);
        server.createContext("/", new RpcHandler(authority, register, setting.threads(), clock));
        server.start();
        return new CentralServer(server, pool, tls != null);
    }

    /** The JDK's server reads its limits once, from these properties; what the user has set stays. */
    private static void limitTimes(ServerSetting setting) {
        String seconds = Long.toString(setting.requestTime().toSeconds());
        for (String name : List.of("maxReqTime", "maxRspTime")) {
            String property = "sun.net.httpserver." + name;
            if (System.getProperty(property) == null) {
                System.setProperty(property, seconds);
            }
        }
    }

    private static HttpsConfigurator configurator(SSLContext tls) {
        return new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters all = getSSLContext().getDefaultSSLParameters();
                all.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                parameters.setSSLParameters(all);
            }
        };
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** What workspaces put after {@code --central}. */
    public String url() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().isAnyLocalAddress()
                ? "localhost"
                : address.getAddress().getHostAddress();
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return (secure ? "https://" : "http://") + shown + ":" + port();
    }

    /** Answers what is being answered, at most two seconds long, and ends. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            pool.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop(0);
        pool.shutdownNow();
    }
}
