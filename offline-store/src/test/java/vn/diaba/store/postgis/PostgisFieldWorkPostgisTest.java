package vn.diaba.store.postgis;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.diaba.store.remote.FieldWorkContract;
import vn.diaba.store.remote.LandDatabase;

/** Field work on a real server, each user with a role. */
@Tag("postgis")
class PostgisFieldWorkPostgisTest extends FieldWorkContract {
    @RegisterExtension
    final PostgisAccounts accounts = new PostgisAccounts();

    private final Set<String> scoped = new HashSet<>();

    @Override
    protected LandDatabase admin() throws Exception {
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
}
