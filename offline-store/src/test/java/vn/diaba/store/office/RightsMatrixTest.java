package vn.diaba.store.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKBWriter;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.Party;
import vn.diaba.cadastre.model.Right;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.LocalAuthority;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.wire.CentralOffice.Sight;
import vn.diaba.store.wire.Functions;
import vn.diaba.store.wire.LandService;
import vn.diaba.store.wire.WireJson;

/** Every user asks every function about every zone: what is not for him answers like what is not there. */
class RightsMatrixTest {
    private static final UUID DEVICE = new UUID(3, 3);
    private static final String NAME = "Nguyễn Thị Bí Mật";
    private static final String ID_NUMBER = "079123456789";
    private static final int ZONES = 8;
    private static final int ABSENT = 99;

    @TempDir
    Path base;

    private final Clock clock = Clock.systemUTC();
    private final LandService service = new LandService(clock, 1 << 24);
    private final List<Account> accounts = new ArrayList<>();
    private final Map<Integer, Checkpoint> starts = new LinkedHashMap<>();
    private final Fabric land = land();
    private final UUID waiting = new UUID(4, 4);
    private LocalAuthority authority;
    private Register register;

    private static Fabric land() {
        Fabric grid = TestFabrics.grid(2, 2);
        Party party = new Party(new UUID(1, 2), NAME, ID_NUMBER, "GDC", "12 phố Kín");
        Right right = new Right(new UUID(1, 3), party.id(), grid.parcelAt(0).id(), 1, 1);
        return grid.apply(ChangeSet.planned(
                new UUID(1, 4),
                "add-party",
                List.of(
                        new Change.RecordChange(party.id(), null, party),
                        new Change.RecordChange(right.id(), null, right))));
    }

    @BeforeEach
    void office() throws Exception {
        authority = LocalAuthority.create(base.resolve("c"), Keys.in(base.resolve("k")), LandJudge.LENIENT, clock);
        register = Register.of(authority, clock);
        for (int zone = 1; zone <= ZONES; zone++) {
            starts.put(zone, authority.load(new ZoneSpec(zone, "Khu " + zone, 9200 + zone), land));
        }
        starts.put(ABSENT, new Checkpoint(ABSENT, 0, starts.get(1).epoch(), 0, "00".repeat(32)));
        accounts.add(account("không", Role.SURVEYOR));
        accounts.add(account("một", Role.SURVEYOR, new Sight(1, true, true)));
        accounts.add(account("hai", Role.SURVEYOR, new Sight(2, false, false), new Sight(3, true, true)));
        accounts.add(account("xem", Role.CHECKER, new Sight(4, false, true)));
        accounts.add(account("xuất", Role.EXPORT, new Sight(5, true, true)));
        accounts.add(account("duyệt", Role.APPROVER, new Sight(6, true, false), new Sight(7, true, true)));
        accounts.add(account("quản trị", Role.ADMIN));
        accounts.add(account("mù", Role.SURVEYOR, new Sight(1, false, false), new Sight(8, false, false)));
    }

    @AfterEach
    void close() throws Exception {
        authority.close();
    }

    private static Account account(String name, Role role, Sight... sights) {
        return new Account(name, role, false, Password.ofNobody(), List.of(sights));
    }

    private GuardedDatabase as(Account account) {
        Token token = new Token(
                register.central(),
                account.name(),
                account.role(),
                DEVICE,
                account.sights(),
                clock.instant(),
                clock.instant());
        return new GuardedDatabase(authority, register, new Register.Caller(account, token), DEVICE);
    }

    private Map<String, @Nullable Object> arguments(String function, int zone) {
        Checkpoint start = starts.get(zone);
        switch (function) {
            case Functions.PUSH:
                ChangeSet act = ChangeSet.planned(
                        UUID.randomUUID(), "set", List.of(new Change.ParcelChange(parcel(), null, null)));
                return WireJson.push(new Push(act.id(), DEVICE, "x", zone, ChangeCodec.encode(act), List.of()));
            case Functions.PULL:
                return WireJson.fields(
                        "p_zone",
                        zone,
                        "p_epoch",
                        start.epoch(),
                        "p_after",
                        0,
                        "p_chain",
                        start.chain(),
                        "p_max_bytes",
                        1000);
            case Functions.SNAPSHOT_PART:
                return WireJson.fields("p_zone", zone, "p_token", new UUID(0, zone), "p_part", "land", "p_from", 0);
            case Functions.NEIGHBOURS:
                byte[] shape = new WKBWriter().write(land.shapeOf(parcel()));
                return WireJson.fields("p_zone", zone, "p_shape", WireJson.hex(shape), "p_metres", 5.0);
            case Functions.REVEAL_PII:
                return WireJson.fields(
                        "p_zone", zone, "p_parcel", parcel().toString(), "p_reason", "hồ sơ số 12 ngày 2/11");
            case Functions.PROPOSALS:
                return WireJson.fields("p_zone", zone, "p_known", List.of());
            case Functions.PROPOSAL_APPROVE:
            case Functions.PROPOSAL_WITHDRAW:
                return WireJson.fields("p_zone", zone, "p_id", waiting);
            case Functions.PROPOSAL_DECLINE:
                return WireJson.fields("p_zone", zone, "p_id", waiting, "p_reason", "đo lại cho rõ");
            case Functions.ZONE_MODE:
                return WireJson.fields("p_zone", zone, "p_mode", "direct");
            default:
                return WireJson.fields("p_zone", zone);
        }
    }

    private vn.diaba.cadastre.model.ParcelId parcel() {
        return land.parcelAt(0).id();
    }

    private String ask(Account account, String function, int zone) throws Exception {
        JsonObject arguments = Json.read(Json.write(arguments(function, zone)));
        try {
            Object answer = service.answer(as(account), function, arguments);
            return new String(Json.write(answer), StandardCharsets.UTF_8);
        } catch (RemoteException e) {
            return "fault " + e.code() + " " + e.arguments().toString().replace(Integer.toString(zone), "Z");
        }
    }

    @Test
    void whatIsForbiddenAnswersLikeWhatIsAbsent() throws Exception {
        int calls = 0;
        for (Account account : accounts) {
            for (String function : List.of(
                    Functions.PUSH,
                    Functions.PULL,
                    Functions.SNAPSHOT_BEGIN,
                    Functions.SNAPSHOT_PART,
                    Functions.NEIGHBOURS,
                    Functions.REVEAL_PII,
                    Functions.ZONE_PAGE,
                    Functions.ZONE_DONE,
                    Functions.PROPOSALS,
                    Functions.PROPOSAL_APPROVE,
                    Functions.PROPOSAL_DECLINE,
                    Functions.PROPOSAL_WITHDRAW,
                    Functions.ZONE_MODE)) {
                String absent = ask(account, function, ABSENT);
                for (int zone = 1; zone <= ZONES; zone++) {
                    String answer = ask(account, function, zone);
                    calls++;
                    String what = account.name() + " " + function + " " + zone;
                    if (account.sight(zone).isEmpty()) {
                        assertEquals(absent, answer, what);
                        assertTrue(answer.startsWith("fault "), what);
                    }
                    if (!account.seesPersons(zone)) {
                        assertFalse(answer.contains(NAME) || answer.contains(ID_NUMBER), what);
                    }
                }
            }
        }
        assertTrue(calls >= 500, "calls " + calls);
    }

    @Test
    void helloTellsOfOnesOwnZonesOnly() throws Exception {
        for (Account account : accounts) {
            JsonObject arguments = Json.read(Json.write(WireJson.fields("p_client", DEVICE, "p_protocol", 1)));
            JsonObject answer = Json.read(Json.write(service.answer(as(account), Functions.HELLO, arguments)));
            assertEquals(account.sights().size(), answer.list("zones").size(), account.name());
        }
    }

    @Test
    void rightsAreWhatTheyAreFor() throws Exception {
        assertTrue(ask(accounts.get(1), Functions.REVEAL_PII, 1).contains(ID_NUMBER));
        assertTrue(ask(accounts.get(1), Functions.SNAPSHOT_BEGIN, 1).contains("token"));
        assertTrue(ask(accounts.get(2), Functions.REVEAL_PII, 2).contains("land-database-denied"));
        assertTrue(ask(accounts.get(2), Functions.PUSH, 2).contains("land-database-denied"));
        assertTrue(ask(accounts.get(4), Functions.PUSH, 5).contains("land-database-denied"));
        assertFalse(ask(accounts.get(5), Functions.PUSH, 6).contains("denied"), "persons are kept for him");
        assertTrue(ask(accounts.get(1), Functions.ZONE_BEGIN, 50).contains("land-database-denied"));
    }

    @Test
    void aLookAtPersonsIsWrittenDownBeforeItIsAnswered() throws Exception {
        ask(accounts.get(1), Functions.REVEAL_PII, 1);
        ask(accounts.get(2), Functions.REVEAL_PII, 2);
        List<Register.Done> shown = register.done().stream()
                .filter(one -> one.what().equals("persons-shown"))
                .toList();
        assertEquals(1, shown.size());
        assertEquals("một", shown.get(0).user());
        assertTrue(shown.get(0).subject().endsWith(parcel().toString()));
        assertFalse(shown.get(0).detail().contains("hồ sơ"), "the reason may name persons: it is sealed");
    }

    @Test
    void aMaskedSnapshotAndPullHaveNobodyInThemAndTheChainHolds() throws Exception {
        Account blind = accounts.get(7);
        assertEquals(4, as(blind).snapshot(1).land().parcelCount());
        assertTrue(as(blind).snapshot(1).land().rightsOf(parcel()).isEmpty());
        Party late = new Party(new UUID(1, 9), NAME, ID_NUMBER, "GDC", "");
        ChangeSet act =
                ChangeSet.planned(new UUID(8, 1), "add-party", List.of(new Change.RecordChange(late.id(), null, late)));
        as(accounts.get(1))
                .push(new Push(
                        act.id(),
                        DEVICE,
                        "x",
                        1,
                        ChangeCodec.encode(act),
                        List.of(new vn.diaba.store.codec.ObjectVersion(
                                vn.diaba.store.codec.ObjectKey.of(act.changes().get(0)), 0))));
        var delta = as(blind).pull(starts.get(1), 1000);
        assertEquals(1, delta.entries().size());
        assertEquals("một", delta.entries().get(0).author(), "signed with the account, whatever the client says");
        assertEquals(0, delta.entries().get(0).payload().person().length);
        assertEquals(1, delta.verify(starts.get(1)).seq());
    }
}
