package vn.diaba.store.authority;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.remote.FieldWorkContract;
import vn.diaba.store.remote.LandDatabase;

/** Field work with an embedded land database. */
class LocalFieldWorkTest extends FieldWorkContract {
    @TempDir
    Path base;

    private LocalAuthority authority;

    @Override
    protected LandDatabase admin() throws Exception {
        authority = TestAuthority.in(base);
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
