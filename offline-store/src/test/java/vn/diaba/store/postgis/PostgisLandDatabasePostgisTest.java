package vn.diaba.store.postgis;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandDatabaseContract;

/** The contract of every land database, on a real server. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class PostgisLandDatabasePostgisTest extends LandDatabaseContract {
    private final PostgisServer server;

    PostgisLandDatabasePostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Override
    protected LandDatabase empty() throws Exception {
        String database = server.database();
        return server.user(database, "quan_tri", "admin");
    }
}
