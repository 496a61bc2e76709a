package vn.diaba.store.postgis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.remote.FieldWorkContract;
import vn.diaba.store.remote.LandDatabase;

/** Field work on a real server, each user with a role. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class PostgisFieldWorkPostgisTest extends FieldWorkContract {
    private final PostgisServer server;
    private final List<LandDatabase> open = new ArrayList<>();
    private final Set<String> scoped = new HashSet<>();
    private String database = "";

    PostgisFieldWorkPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Override
    protected LandDatabase admin() throws Exception {
        database = server.database();
        open.add(server.user(database, "quan_tri", "admin"));
        return open.get(0);
    }

    @Override
    protected LandDatabase user(String name) throws Exception {
        LandDatabase there = server.user(database, name, "surveyor");
        open.add(there);
        if (scoped.add(name)) {
            server.sql(database, "SELECT sync_api.scope_put('" + name + "', " + ZONE + ", true, true, false)");
        }
        return there;
    }

    @AfterEach
    void close() throws Exception {
        for (LandDatabase one : open) {
            one.close();
        }
    }
}
