package vn.diaba.store.http;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.ContentsContract;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.wire.CentralOffice.Sight;

/** Contents over HTTP, each user with an account. */
class HttpsContentsTest extends ContentsContract {
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
    protected LandDatabase user(String name, boolean writes, boolean seesPersons) throws Exception {
        if (known.add(name)) {
            office.register.add("test", name, Role.SURVEYOR, TestOffice.PASSWORD.toCharArray());
        }
        office.register.scope("test", name, new Sight(ZONE, writes, seesPersons), false);
        office.register.scope("test", name, new Sight(OTHER, writes, seesPersons), false);
        return office.as(name, client(name));
    }

    @Override
    protected List<String> readings() throws Exception {
        return office.register.done().stream()
                .filter(one -> one.what().equals("content-read"))
                .map(one -> one.user() + " " + one.subject().split(" ", 2)[1])
                .toList();
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }
}
