package vn.diaba.store.fault;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.postgis.PostgisServer;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/** Over JDBC to PostgreSQL. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class EveryBytePostgisTest extends EveryByteContract {
    private final PostgisServer server;

    EveryBytePostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Override
    Office office(Path folder) throws Exception {
        String database = server.database();
        server.user(database, "quan_tri", "admin").close();
        return new Office() {
            @Override
            public int port() {
                return server.port();
            }

            @Override
            public LandDatabase through(int port, UUID client) throws RemoteException {
                return server.through(port, "quan_tri", database);
            }

            @Override
            public void close() {
                // The server ends with the tests.
            }
        };
    }
}
