package vn.diaba.store.http;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.FieldWorkContract;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.wire.CentralOffice.Sight;

/** Field work over HTTP, each user with an account. */
class HttpsFieldWorkTest extends FieldWorkContract {
    @TempDir
    Path base;

    private final Set<String> known = new HashSet<>();
    private TestOffice office;

    @Override
    protected LandDatabase admin() throws Exception {
        office = new TestOffice(base, LandJudge.LENIENT, null, Clock.systemUTC());
        office.register.add("test", "quan_tri", Role.ADMIN, TestOffice.PASSWORD.toCharArray());
        known.add("an");
        return office.as("quan_tri", client("quan_tri"));
    }

    @Override
    protected LandDatabase user(String name) throws Exception {
        if (known.add(name)) {
            office.register.add("test", name, Role.SURVEYOR, TestOffice.PASSWORD.toCharArray());
        }
        office.register.scope("test", name, new Sight(ZONE, true, true), false);
        return office.as(name, client(name));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }
}
