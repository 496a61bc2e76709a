package vn.diaba.store.http;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.OfficeFilesContract;
import vn.diaba.store.take.OfficeFolder;

/** The office's files over HTTP. */
class HttpsOfficeFilesTest extends OfficeFilesContract {
    @TempDir
    Path base;

    private TestOffice office;
    private LandDatabase user;

    @BeforeEach
    void make() throws Exception {
        office = new TestOffice(base, LandJudge.LENIENT, null, Clock.systemUTC());
        office.register.add("test", "bình", Role.SURVEYOR, TestOffice.PASSWORD.toCharArray());
        user = office.as("bình", new UUID(3, 4));
    }

    @Override
    protected LandDatabase user() {
        return user;
    }

    @Override
    protected void put(Path file, String name) throws Exception {
        new OfficeFolder(office.authority.folder())
                .put(OfficeFolder.describe(file, name), (as, part) -> OfficeFolder.part(file, as, part));
    }

    @Override
    protected boolean remove(String name) throws Exception {
        return new OfficeFolder(office.authority.folder()).remove(name);
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }
}
