package vn.diaba.store.postgis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandDatabaseContract;

/** The contract through PgBouncer, two server connections for all, handed on after each transaction. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class PgBouncerPostgisTest extends LandDatabaseContract {
    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");
    private static final String USER = "quan_tri";
    private static final int LOOKS = 500;

    private final PostgisServer server;
    private Path folder = Path.of("");
    private Process pooler;

    PgBouncerPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Override
    protected LandDatabase empty() throws Exception {
        boolean there = Files.isExecutable(PROGRAM);
        if (!there) {
            System.getLogger("pgbouncer")
                    .log(System.Logger.Level.WARNING, "PgBouncer is not tried: apt-get install pgbouncer");
        }
        Assumptions.assumeTrue(there, "PgBouncer is not installed");
        String database = server.database();
        server.user(database, USER, "admin").close();
        return server.through(start(), USER, database);
    }

    private int start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        folder = Files.createTempDirectory(Path.of("/tmp"), "diaba-pgbouncer-");
        Path users = Files.writeString(folder.resolve("users"), server.poolerLogin(USER));
        Path setting = Files.writeString(folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 2
                max_client_conn = 1000
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.port(), port, users));
        for (Path file : List.of(folder, users, setting)) {
            server.give(file);
        }
        pooler = new ProcessBuilder(PostgisServer.asServer(PROGRAM.toString(), "-q", setting.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int look = 0; look < LOOKS; look++) {
            try (Socket door = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return door.getPort();
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
        throw new IOException("PgBouncer does not answer at port " + port);
    }

    @AfterEach
    void stop() throws Exception {
        if (pooler != null) {
            pooler.descendants().forEach(ProcessHandle::destroy);
            pooler.destroy();
            pooler.waitFor();
            for (String file : List.of("users", "pgbouncer.ini", "")) {
                Files.deleteIfExists(folder.resolve(file));
            }
        }
    }
}
