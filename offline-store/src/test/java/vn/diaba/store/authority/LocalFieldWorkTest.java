package vn.diaba.store.authority;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.FieldWorkContract;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;

/** Field work with an embedded land database. */
class LocalFieldWorkTest extends FieldWorkContract {
    @TempDir
    Path base;

    private LocalAuthority authority;

    @Override
    protected LandDatabase admin() throws Exception {
        authority = LocalAuthority.create(
                base.resolve("central"), Keys.in(base.resolve("keys")), LandJudge.LENIENT, Clock.systemUTC());
        return authority;
    }

    @Override
    protected LandDatabase user(String name) {
        return authority;
    }

    @AfterEach
    void close() throws Exception {
        authority.close();
    }
}
