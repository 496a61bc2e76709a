package vn.diaba.store.postgis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.SampleCommune;
import vn.diaba.store.remote.TwoParcels;
import vn.diaba.store.remote.ZoneSpec;

/** An administrator's work over JDBC: accounts, scopes, workspaces, the log. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class PostgisOfficePostgisTest {
    private static final char[] PASSWORD = "một mật khẩu mới".toCharArray();

    private final PostgisServer server;
    private final Fabric land = SampleCommune.of(150);
    private String database = "";

    PostgisOfficePostgisTest(PostgisServer server) {
        this.server = server;
    }

    @BeforeEach
    void make() throws Exception {
        database = server.database();
        try (LandDatabase admin = server.user(database, "truong", "admin")) {
            admin.load(new ZoneSpec(1, "Một", 9210, 79), land);
        }
        server.sql(
                database, "ALTER ROLE truong CREATEROLE", "GRANT diaba_user, diaba_admin TO truong WITH ADMIN OPTION");
    }

    private PostgisOffice office() throws Exception {
        return new PostgisOffice(server.address("truong", database));
    }

    private PostgisLandDatabase as(String user) throws Exception {
        return new PostgisLandDatabase(PostgisAddress.of(
                PostgisAddress.SCHEME + "//127.0.0.1:" + server.port() + "/" + database + "?user=" + user,
                PASSWORD::clone));
    }

    private static String code(Executable call) {
        return assertThrows(RemoteException.class, call).code();
    }

    @Test
    void anAccountIsMadeScopedDisabledAndEnabledAndEachStepCountsAtOnce() throws Exception {
        String name = "lan_" + database;
        try (PostgisOffice office = office();
                LandDatabase lan = as(name)) {
            office.add(name, "surveyor", PASSWORD);
            assertTrue(lan.hello(new UUID(5, 5)).zones().isEmpty());
            office.scope(name, new PostgisOffice.Zone(1, false, false), false);
            assertEquals("land-database-denied", code(() -> lan.push(TwoParcels.renumbered(land, 0, 1))));
            office.scope(name, new PostgisOffice.Zone(1, true, true), false);
            lan.push(TwoParcels.renumbered(land, 0, 1));
            assertEquals(
                    List.of(new PostgisOffice.Account(
                            name, "surveyor", false, List.of(new PostgisOffice.Zone(1, true, true)))),
                    office.accounts().stream()
                            .filter(one -> one.name().equals(name))
                            .toList());
            office.disable(name, true);
            assertEquals("account-off", code(() -> lan.hello(new UUID(5, 5))));
            office.disable(name, false);
            office.scope(name, new PostgisOffice.Zone(1, false, false), true);
            assertTrue(lan.hello(new UUID(5, 5)).zones().isEmpty());
            assertEquals("account-unknown", code(() -> office.disable("khong_ai", true)));
            assertEquals(
                    List.of(
                            "account-added",
                            "account-scope",
                            "account-scope",
                            "account-disabled",
                            "account-added",
                            "account-scope"),
                    office.done().stream()
                            .filter(one -> one.subject().equals(name))
                            .map(PostgisOffice.Done::what)
                            .toList());
            assertTrue(office.done().stream()
                    .filter(one -> one.subject().equals(name))
                    .allMatch(one -> one.user().equals("truong")));
        }
    }

    @Test
    void aWorkspaceIsListedWithItsUserAndNothingIsTakenFromOneThatWasRevoked() throws Exception {
        UUID device = TwoParcels.renumbered(land, 0, 1).client();
        try (PostgisOffice office = office();
                LandDatabase truong = new PostgisLandDatabase(server.address("truong", database))) {
            truong.hello(device);
            PostgisOffice.Device listed = office.devices().get(0);
            assertEquals(device, listed.id());
            assertEquals("truong", listed.user());
            office.revoke(device);
            assertTrue(office.devices().get(0).revoked());
            assertEquals("device-revoked", code(() -> truong.hello(device)));
            assertEquals("device-revoked", code(() -> truong.push(TwoParcels.renumbered(land, 0, 1))));
            assertEquals("device-unknown", code(() -> office.revoke(new UUID(9, 9))));
            assertEquals(
                    List.of("sign-in-new-device", "device-revoked"),
                    office.done().stream()
                            .filter(one -> one.subject().equals(device.toString()))
                            .map(PostgisOffice.Done::what)
                            .toList());
        }
    }

    @Test
    void oneWhoIsNoAdministratorIsDeniedAllOfIt() throws Exception {
        server.user(database, "an", "surveyor").close();
        try (PostgisOffice an = new PostgisOffice(server.address("an", database))) {
            for (Executable call : List.<Executable>of(
                    an::accounts,
                    an::devices,
                    an::done,
                    an::heads,
                    () -> an.add("ke_gian", "admin", PASSWORD),
                    () -> an.revoke(new UUID(3, 3)))) {
                assertEquals("land-database-denied", code(call));
            }
        }
    }
}
