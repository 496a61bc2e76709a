package vn.diaba.store.http;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.remote.FieldWorkContract;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.wire.CentralOffice.Sight;

/** Field work over HTTP, each user with an account. */
class HttpsFieldWorkTest extends FieldWorkContract {
    @TempDir
    Path base;

    private TestOffice office;

    @Override
    protected LandDatabase admin() throws Exception {
        office = new TestOffice(base, LandJudge.LENIENT, null, Clock.systemUTC());
        return office.administrator(client("quan_tri"));
    }

    @Override
    protected LandDatabase user(String name) throws Exception {
        office.surveyor(name);
        office.register.scope("test", name, new Sight(ZONE, true, true), false);
        return office.as(name, client(name));
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }
}
