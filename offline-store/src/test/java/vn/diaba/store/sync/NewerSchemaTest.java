package vn.diaba.store.sync;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.authority.TestAuthority;
import vn.diaba.store.remote.LandDatabase;

/** Over the land database in a folder. */
class NewerSchemaTest extends NewerSchemaContract {
    private LocalAuthority authority;

    @BeforeEach
    void office() throws Exception {
        authority = TestAuthority.in(base);
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
