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
class NewerSchemaPostgisTest extends NewerSchemaContract {
    private final PostgisServer server;
    private final List<LandDatabase> lines = new ArrayList<>();
    private String database = "";

    NewerSchemaPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @AfterEach
    void close() throws Exception {
        for (LandDatabase line : lines) {
            line.close();
        }
    }

    @Override
    LandDatabase line(UUID client) throws Exception {
        database = database.isEmpty() ? server.database() : database;
        LandDatabase line = server.user(database, "truong", "admin");
        lines.add(line);
        return line;
    }
}
