package vn.diaba.store.http;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.content.Content;
import vn.diaba.store.office.KeptContents;
import vn.diaba.store.remote.ContentsContract;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.wire.CentralOffice.Sight;

/** Contents over HTTP, each user with an account. */
class HttpsContentsTest extends ContentsContract {
    @TempDir
    Path base;

    private TestOffice office;

    @Override
    protected LandDatabase admin() throws Exception {
        office = new TestOffice(base, LandJudge.LENIENT, null, Clock.systemUTC());
        return office.administrator(client("quan_tri"));
    }

    @Override
    protected LandDatabase user(String name, boolean writes, boolean seesPersons) throws Exception {
        office.surveyor(name);
        office.register.scope("test", name, new Sight(ZONE, writes, seesPersons), false);
        office.register.scope("test", name, new Sight(OTHER, writes, seesPersons), false);
        return office.as(name, client(name));
    }

    @Override
    protected List<String> readings() throws Exception {
        return KeptContents.readings(office.register);
    }

    @Override
    protected Provable proof() {
        return office.authority.logs();
    }

    @Override
    protected void alter(Content content) throws Exception {
        KeptContents.alter(base, content);
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }
}
