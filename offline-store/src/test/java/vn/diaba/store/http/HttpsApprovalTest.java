package vn.diaba.store.http;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.ApprovalContract;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.wire.CentralOffice.Sight;

/** Proposals of an embedded land database, through its accounts and its server. */
class HttpsApprovalTest extends ApprovalContract {
    @TempDir
    Path base;

    private TestOffice office;

    @Override
    protected LandDatabase admin() throws Exception {
        office = new TestOffice(base, NO_SECOND, null, Clock.systemUTC());
        return office.administrator(client("quan_tri"));
    }

    @Override
    protected LandDatabase user(String name, String role, boolean scoped) throws Exception {
        office.register.add("test", name, Role.of(role), TestOffice.PASSWORD.toCharArray());
        if (scoped) {
            office.register.scope("test", name, new Sight(ZONE, true, true), false);
        }
        return office.as(name, client(name));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }
}
