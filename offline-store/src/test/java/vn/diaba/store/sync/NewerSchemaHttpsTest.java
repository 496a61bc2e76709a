package vn.diaba.store.sync;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.diaba.store.http.TestOffice;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;

/** Over HTTP, signed in. */
class NewerSchemaHttpsTest extends NewerSchemaContract {
    private TestOffice office;

    @BeforeEach
    void open() throws Exception {
        office = new TestOffice(base, LandJudge.LENIENT, null, Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Override
    LandDatabase line(UUID client) throws Exception {
        return office.as("an", client);
    }
}
