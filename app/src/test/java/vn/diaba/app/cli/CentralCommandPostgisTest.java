package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.postgis.PostgisServer;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.ZoneSpec;

/** The keeper's commands on a land database on PostgreSQL, from the account to what was done with it. */
@Tag("postgis")
@ExtendWith(PostgisServer.class)
class CentralCommandPostgisTest {
    private static final String NEW_PASSWORD = "mật khẩu của Lan";

    @TempDir
    Path home;

    private final PostgisServer server;
    private TestConsole console;
    private String database = "";
    private String keeper = "";
    private String lan = "";

    CentralCommandPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @BeforeEach
    void open() throws Exception {
        console = new TestConsole(home).set("DIABA_PASSWORD", NEW_PASSWORD);
        database = server.database();
        try (LandDatabase admin = server.user(database, "truong", "admin")) {
            admin.load(new ZoneSpec(1, "Một", 9210, 79), TestFabrics.grid(3, 2));
        }
        server.sql(
                database, "ALTER ROLE truong CREATEROLE", "GRANT diaba_user, diaba_admin TO truong WITH ADMIN OPTION");
        keeper = Files.writeString(home.resolve("keeper"), server.password()).toString();
        lan = "lan_" + database;
    }

    /** Runs a keeper's line and reads what it answers. */
    private List<JsonObject> keeps(String list, String... arguments) throws CodecException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", server.url("truong", database), "--url-password-file", keeper));
        String said = console.json(0, all.toArray(new String[0]));
        return Json.read(said.getBytes(StandardCharsets.UTF_8)).list(list).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private JsonObject account(List<JsonObject> accounts) throws CodecException {
        for (JsonObject account : accounts) {
            if (account.text("name").equals(lan)) {
                return account;
            }
        }
        throw new AssertionError("no account " + lan);
    }

    private int syncs(String workspace) {
        return console.run("sync", workspace, "--central", server.url(lan, database), "--zone", "1");
    }

    @Test
    void anAccountIsMadeGivenAZoneAndSwitchedOff() throws Exception {
        String workspace = home.resolve("w").toString();
        assertEquals(0, console.run("new", workspace, "--crs", "9210"), console::err);

        JsonObject made = account(keeps("accounts", "central", "user", "add", lan, "--role", "surveyor"));
        assertEquals("surveyor", made.text("role"));
        assertEquals(List.of(), made.list("zones"));
        assertEquals(3, syncs(workspace), "sees no zone yet");

        JsonObject scoped =
                account(keeps("accounts", "central", "user", "scope", lan, "--zone", "1", "--write", "--persons"));
        JsonObject zone = (JsonObject) scoped.list("zones").get(0);
        assertEquals(1, zone.number("zone"));
        assertEquals(true, zone.fields().get("write"));
        assertEquals(0, syncs(workspace), () -> console.out() + console.err());

        JsonObject off = account(keeps("accounts", "central", "user", "disable", lan));
        assertEquals(true, off.fields().get("disabled"));
        assertEquals(3, syncs(workspace), "switched off");
        JsonObject on = account(keeps("accounts", "central", "user", "enable", lan));
        assertEquals(false, on.fields().get("disabled"));
        assertEquals(0, syncs(workspace), () -> console.out() + console.err());

        List<JsonObject> devices = keeps("devices", "central", "device", "list");
        assertEquals(1, devices.size(), "a keeper at his desk is no workspace");
        String id =
                devices.stream().filter(this::isLans).findFirst().orElseThrow().text("id");
        for (JsonObject device : keeps("devices", "central", "device", "revoke", id)) {
            assertEquals(isLans(device), device.fields().get("revoked"));
        }

        List<String> byKeeper = new ArrayList<>();
        List<String> byLan = new ArrayList<>();
        for (JsonObject entry : keeps("entries", "central", "audit")) {
            if (entry.text("subject").equals(lan) || entry.text("subject").equals(id)) {
                (entry.text("user").equals("truong") ? byKeeper : byLan).add(entry.text("what"));
            }
        }
        assertEquals(
                List.of("account-added", "account-scope", "account-disabled", "account-added", "device-revoked"),
                byKeeper);
        assertEquals(List.of("sign-in-new-device"), byLan);
        assertTrue(keeps("heads", "central", "audit", "--heads").stream()
                .anyMatch(head -> "admin_log".equals(head.fields().get("log"))));
    }

    private boolean isLans(JsonObject device) {
        return lan.equals(device.fields().get("user"));
    }

    @Test
    void oneWhoIsNoKeeperMakesNoAccount() throws Exception {
        keeps("accounts", "central", "user", "add", lan, "--role", "surveyor");
        assertEquals(
                3,
                console.run("central", "user", "add", "khac", "--url", server.url(lan, database)),
                () -> console.out() + console.err());
        assertTrue(keeps("accounts", "central", "user", "list").stream()
                .noneMatch(one -> "khac".equals(one.fields().get("name"))));
    }
}
