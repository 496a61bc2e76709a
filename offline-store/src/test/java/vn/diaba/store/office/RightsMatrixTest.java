package vn.diaba.store.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Party;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.wire.Functions;
import vn.diaba.store.wire.LandService;
import vn.diaba.store.wire.WireJson;

/** Every user asks every function about every zone: what is not for him answers like what is not there. */
class RightsMatrixTest {
    private static final UUID DEVICE = RightsMatrix.DEVICE;
    private static final String NAME = RightsMatrix.NAME;
    private static final String ID_NUMBER = RightsMatrix.ID_NUMBER;

    @TempDir
    Path base;

    private final Clock clock = Clock.systemUTC();
    private final LandService service = new LandService(clock, 1 << 24);
    private final List<Account> accounts = RightsMatrix.accounts();
    private final RightsMatrix matrix = new RightsMatrix();
    private final Map<Integer, Checkpoint> starts = new LinkedHashMap<>();
    private LocalAuthority authority;
    private Register register;

    @BeforeEach
    void office() throws Exception {
        authority = LocalAuthority.create(base.resolve("c"), Keys.in(base.resolve("k")), LandJudge.LENIENT, clock);
        register = Register.of(authority, clock);
        for (int zone = 1; zone <= RightsMatrix.ZONES; zone++) {
            Checkpoint start = authority.load(new ZoneSpec(zone, "Khu " + zone, 9200 + zone), matrix.land());
            starts.put(zone, start);
            matrix.begins(zone, start);
        }
    }

    @AfterEach
    void close() throws Exception {
        authority.close();
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

    private ParcelId parcel() {
        return matrix.parcel();
    }

    private String ask(Account account, String function, int zone) throws Exception {
        return ask(account, function, zone, matrix.arguments(function, zone));
    }

    private String ask(Account account, String function, int zone, Map<String, @Nullable Object> given)
            throws Exception {
        JsonObject arguments = Json.read(Json.write(given));
        try {
            Object answer = service.answer(as(account), function, arguments);
            return new String(Json.write(answer), StandardCharsets.UTF_8);
        } catch (RemoteException e) {
            return "fault " + e.code() + " " + e.arguments().toString().replace(Integer.toString(zone), "Z");
        }
    }

    @Test
    void whatIsForbiddenAnswersLikeWhatIsAbsent() throws Exception {
        matrix.holds(this::ask, Set.of());
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
