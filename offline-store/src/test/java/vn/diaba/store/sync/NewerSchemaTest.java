package vn.diaba.store.sync;

import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;

/** Over the land database in a folder. */
class NewerSchemaTest extends NewerSchemaContract {
    private LocalAuthority authority;

    @BeforeEach
    void office() throws Exception {
        authority = LocalAuthority.create(
                base.resolve("c"), Keys.in(base.resolve("k")), LandJudge.LENIENT, Clock.systemUTC());
    }

    @AfterEach
    void close() throws Exception {
        authority.close();
    }

    @Override
    LandDatabase line(UUID client) {
        return authority;
    }
}
