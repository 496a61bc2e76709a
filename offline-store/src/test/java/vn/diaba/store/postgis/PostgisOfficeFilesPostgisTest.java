package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.OfficeFilesContract;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.OfficeFile;

/** The office's files on a real server. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class PostgisOfficeFilesPostgisTest extends OfficeFilesContract {
    @TempDir
    Path base;

    private final PostgisServer server;
    private String database = "";
    private LandDatabase user;
    private PostgisOffice office;

    PostgisOfficeFilesPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @BeforeEach
    void make() throws Exception {
        database = server.database();
        server.user(database, "quan_tri", "admin").close();
        user = server.user(database, "an", "surveyor");
        office = new PostgisOffice(server.address("quan_tri", database));
    }

    @Override
    protected LandDatabase user() {
        return user;
    }

    @Override
    protected void put(Path file, String name) throws Exception {
        office.put(file, name);
    }

    @Override
    protected boolean remove(String name) throws Exception {
        return office.remove(name);
    }

    @Test
    void onlyAnAdministratorPutsFilesAndItIsWrittenDown() throws Exception {
        Path file = Files.write(base.resolve("a"), new byte[] {1});
        PostgisOffice surveyor = new PostgisOffice(server.address("an", database));
        assertEquals(
                "land-database-denied",
                assertThrows(RemoteException.class, () -> surveyor.put(file, "office.json"))
                        .code());
        surveyor.close();
        office.put(file, "office.json");
        assertEquals(
                List.of("quan_tri office.json"),
                office.done().stream()
                        .filter(one -> one.what().equals("office-file-put"))
                        .map(one -> one.user() + " " + one.subject())
                        .toList());
    }

    @Test
    void partsThatCameBeforeABreakAreNotSentAgain() throws Exception {
        byte[] bytes = new byte[OfficeFile.PART_BYTES + 1];
        new Random(9).nextBytes(bytes);
        Path file = Files.write(base.resolve("b"), bytes);
        OfficeFile as = vn.diaba.store.take.OfficeFolder.describe(file, "basemap/b");
        server.sql(
                database,
                "INSERT INTO sync.office_part(sha256, part, content) VALUES ('" + as.sha256()
                        + "', 0, decode(repeat('00', 262144), 'hex'))");
        office.put(file, "basemap/b");
        assertEquals(0, user.officeFiles().part(as, 0)[0] | user.officeFiles().part(as, 0)[9]);
        assertEquals(bytes[OfficeFile.PART_BYTES], user.officeFiles().part(as, 1)[0]);
    }

    @Test
    void helloSaysRoleAndDays() throws Exception {
        Hello.Grant grant = assertNotNullAnd(user.hello(PostgisServer.client()).grant());
        assertEquals("an surveyor 14", grant.user() + " " + grant.role() + " " + grant.days());
        server.sql(database, "UPDATE sync.server SET offline_days = 3");
        assertEquals(
                3, assertNotNullAnd(user.hello(PostgisServer.client()).grant()).days());
    }

    private static <T> T assertNotNullAnd(T value) {
        assertNotNull(value);
        return value;
    }

    @AfterEach
    void close() throws Exception {
        user.close();
        office.close();
    }
}
