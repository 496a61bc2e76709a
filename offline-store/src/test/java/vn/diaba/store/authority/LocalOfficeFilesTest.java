package vn.diaba.store.authority;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.OfficeFilesContract;
import vn.diaba.store.take.OfficeFolder;

/** Files of an embedded land database. */
class LocalOfficeFilesTest extends OfficeFilesContract {
    @TempDir
    Path base;

    private LocalAuthority authority;

    @BeforeEach
    void make() throws Exception {
        authority = TestAuthority.in(base);
    }

    @Override
    protected LandDatabase user() {
        return authority;
    }

    @Override
    protected void put(Path file, String name) throws Exception {
        new OfficeFolder(authority.folder())
                .put(OfficeFolder.describe(file, name), (as, part) -> OfficeFolder.part(file, as, part));
    }

    @Override
    protected boolean remove(String name) throws Exception {
        return new OfficeFolder(authority.folder()).remove(name);
    }

    @AfterEach
    void close() throws Exception {
        authority.close();
    }
}
