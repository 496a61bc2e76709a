package vn.diaba.store.sync;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.postgis.PostgisServer;
import vn.diaba.store.remote.LandDatabase;

/** Over PostgreSQL. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class NewerSchemaPostgisTest extends NewerSchemaContract {
    private final PostgisLines lines;

    NewerSchemaPostgisTest(PostgisServer server) {
        lines = new PostgisLines(server);
    }

    @AfterEach
    void close() throws Exception {
        lines.close();
    }

    @Override
    LandDatabase line(UUID client) throws Exception {
        return lines.as("truong", "admin");
    }
}
