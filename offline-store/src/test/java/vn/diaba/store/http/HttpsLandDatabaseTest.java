package vn.diaba.store.http;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandDatabaseContract;

/** The contract over HTTPS on the loopback, with a certificate of its own. */
class HttpsLandDatabaseTest extends LandDatabaseContract {
    @TempDir
    static Path certificates;

    private static TestCertificate certificate;

    @TempDir
    Path base;

    private TestOffice office;

    @BeforeAll
    static void certify() throws Exception {
        certificate = TestCertificate.good(certificates);
    }

    @Override
    protected LandDatabase empty() throws Exception {
        office = new TestOffice(base, NO_BAD, certificate, Clock.systemUTC());
        return office.as("an", new UUID(3, 3));
    }

    @AfterEach
    void closeOffice() throws Exception {
        office.close();
    }
}
