package vn.diaba.store.courier;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandDatabaseContract;

/** The contract, each call by a file and its receipt. */
class FilesLandDatabaseTest extends LandDatabaseContract {
    @TempDir
    Path base;

    @Override
    protected LandDatabase empty() throws Exception {
        Clock clock = Clock.systemUTC();
        LocalAuthority authority =
                LocalAuthority.create(base.resolve("central"), Keys.in(base.resolve("keys")), NO_BAD, clock);
        return new FilesLandDatabase(authority, base, new UUID(3, 3), clock);
    }
}
