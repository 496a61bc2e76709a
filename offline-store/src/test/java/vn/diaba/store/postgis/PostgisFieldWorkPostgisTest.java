package vn.diaba.store.postgis;

import java.util.HashSet;
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
    private final Set<String> scoped = new HashSet<>();
    private PostgisAccounts accounts;

    PostgisFieldWorkPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Override
    protected LandDatabase admin() throws Exception {
        accounts = new PostgisAccounts(server);
        return accounts.admin();
    }

    @Override
    protected LandDatabase user(String name) throws Exception {
        LandDatabase there = accounts.user(name, "surveyor");
        if (scoped.add(name)) {
            accounts.scope(name, ZONE);
        }
        return there;
    }

    @AfterEach
    void close() throws Exception {
        accounts.close();
    }
}
