package vn.diaba.store.postgis;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.diaba.store.remote.ApprovalContract;
import vn.diaba.store.remote.LandDatabase;

/** Proposals on a real server. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class PostgisApprovalPostgisTest extends ApprovalContract {
    private final PostgisServer server;
    private final List<LandDatabase> open = new ArrayList<>();
    private String database = "";

    PostgisApprovalPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Override
    protected LandDatabase admin() throws Exception {
        database = server.database();
        return user("quan_tri", "admin", false);
    }

    @Override
    protected LandDatabase user(String name, String role, boolean scoped) throws Exception {
        LandDatabase there = server.user(database, name, role);
        open.add(there);
        if (scoped) {
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
