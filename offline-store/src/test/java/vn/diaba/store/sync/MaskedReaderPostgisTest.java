package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.List;
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
    private final PostgisServer server;
    private final List<LandDatabase> lines = new ArrayList<>();
    private String database = "";

    MaskedReaderPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @AfterEach
    void close() throws Exception {
        for (LandDatabase line : lines) {
            line.close();
        }
    }

    @Override
    LandDatabase whole(UUID client) throws Exception {
        database = database.isEmpty() ? server.database() : database;
        LandDatabase line = server.user(database, "truong", "admin");
        lines.add(line);
        return line;
    }

    @Override
    LandDatabase masked(UUID client) throws Exception {
        LandDatabase line = server.user(database, "mo", "surveyor");
        lines.add(line);
        server.sql(database, "SELECT sync_api.scope_put('mo', " + ZONE + ", true, false, false)");
        return line;
    }
}
