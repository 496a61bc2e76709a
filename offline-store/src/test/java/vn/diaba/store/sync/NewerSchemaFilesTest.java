package vn.diaba.store.sync;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.authority.TestAuthority;
import vn.diaba.store.courier.FilesLandDatabase;
import vn.diaba.store.remote.LandDatabase;

/** By files and receipts. */
class NewerSchemaFilesTest extends NewerSchemaContract {
    private final Map<UUID, LandDatabase> lines = new HashMap<>();
    private FilesLandDatabase files;

    @BeforeEach
    void office() throws Exception {
        Clock clock = Clock.systemUTC();
        LocalAuthority authority = TestAuthority.in(base);
        files = new FilesLandDatabase(authority, base, new UUID(3, 3), clock);
    }

    @AfterEach
    void close() throws Exception {
        files.close();
    }

    @Override
    LandDatabase line(UUID client) throws Exception {
        if (!lines.containsKey(client)) {
            lines.put(client, files.at(client));
        }
        return lines.get(client);
    }
}
