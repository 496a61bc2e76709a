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
class MaskedReaderPostgisTest extends MaskedReaderContract {
    private final PostgisLines lines;

    MaskedReaderPostgisTest(PostgisServer server) {
        lines = new PostgisLines(server);
    }

    @AfterEach
    void close() throws Exception {
        lines.close();
    }

    @Override
    LandDatabase whole(UUID client) throws Exception {
        return lines.as("truong", "admin");
    }

    @Override
    LandDatabase masked(UUID client) throws Exception {
        LandDatabase line = lines.as("mo", "surveyor");
        lines.sql("SELECT sync_api.scope_put('mo', " + ZONE + ", true, false, false)");
        return line;
    }
}
