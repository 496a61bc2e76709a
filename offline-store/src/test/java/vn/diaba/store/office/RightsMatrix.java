package vn.diaba.store.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.io.WKBWriter;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.remote.Push;
import vn.diaba.store.wire.CentralOffice.Sight;
import vn.diaba.store.wire.Functions;
import vn.diaba.store.wire.WireJson;

/** Every user asks every function about every zone: what is not for him answers like what is not there. */
public final class RightsMatrix {
    /** The workspace that asks. */
    public static final UUID DEVICE = new UUID(3, 3);
    /** Zones there are, numbered from 1. */
    public static final int ZONES = 8;
    /** A name that only those may see who see persons. */
    public static final String NAME = "Nguyễn Thị Bí Mật";
    /** The number to that name. */
    public static final String ID_NUMBER = "079123456789";

    static final int ABSENT = 99;
    private static final int LEAST_CALLS = 500;
    private static final List<String> FUNCTIONS = List.of(
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
            Functions.ZONE_MODE,
            Functions.CONTENT_MISSING,
            Functions.CONTENT_BRING,
            Functions.CONTENT_SETTLE,
            Functions.CONTENT_PART);

    /** One byte, {@code 61}; its hash as sha256sum gives it. */
    private static final String HASH = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4f72b9807785afee48bb";

    private final Map<Integer, Checkpoint> starts = new LinkedHashMap<>();
    private final Fabric land = madeLand();
    private final UUID waiting = new UUID(4, 4);

    /** Asks as one of the accounts. */
    @FunctionalInterface
    public interface Asking {
        /**
         * The answer's text, or {@code fault CODE ARGUMENTS} with the zone's number as Z.
         *
         * @param arguments by name
         */
        String ask(Account account, String function, int zone, Map<String, @Nullable Object> arguments)
                throws Exception;
    }

    private static Fabric madeLand() {
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

    /** The land of each zone. */
    public Fabric land() {
        return land;
    }

    /** Takes down where a zone begins. */
    public void begins(int zone, Checkpoint start) {
        starts.put(zone, start);
        starts.put(ABSENT, new Checkpoint(ABSENT, 0, start.epoch(), 0, "00".repeat(32)));
    }

    /** Those who ask, of all roles. */
    public static List<Account> accounts() {
        return List.of(
                account("không", Role.SURVEYOR),
                account("một", Role.SURVEYOR, new Sight(1, true, true)),
                account("hai", Role.SURVEYOR, new Sight(2, false, false), new Sight(3, true, true)),
                account("xem", Role.CHECKER, new Sight(4, false, true)),
                account("xuất", Role.EXPORT, new Sight(5, true, true)),
                account("duyệt", Role.APPROVER, new Sight(6, true, false), new Sight(7, true, true)),
                account("quản trị", Role.ADMIN),
                account("mù", Role.SURVEYOR, new Sight(1, false, false), new Sight(8, false, false)));
    }

    private static Account account(String name, Role role, Sight... sights) {
        return new Account(name, role, false, Password.ofNobody(), List.of(sights));
    }

    Map<String, @Nullable Object> arguments(String function, int zone) {
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
                        "\\x" + start.chain(),
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
            case Functions.CONTENT_MISSING:
                return WireJson.fields("p_zone", zone, "p_contents", List.of(List.of(HASH, 1)));
            case Functions.CONTENT_BRING:
            case Functions.CONTENT_SETTLE:
            case Functions.CONTENT_PART:
                return WireJson.fields(
                        "p_zone", zone, "p_sha256", HASH, "p_bytes", 1, "p_part", 0, "p_content", "\\x61", "p_from", 0);
            default:
                return WireJson.fields("p_zone", zone);
        }
    }

    /** The parcel whose holder has that name. */
    public ParcelId parcel() {
        return land.parcelAt(0).id();
    }

    /**
     * Asks it all.
     *
     * @param keeping functions by which an administrator keeps all zones, own or not
     */
    public void holds(Asking line, Set<String> keeping) throws Exception {
        int calls = 0;
        for (Account account : accounts()) {
            for (String function : FUNCTIONS) {
                if (account.role() == Role.ADMIN && keeping.contains(function)) {
                    continue;
                }
                String absent = line.ask(account, function, ABSENT, arguments(function, ABSENT));
                for (int zone = 1; zone <= ZONES; zone++) {
                    String answer = line.ask(account, function, zone, arguments(function, zone));
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
        assertTrue(calls >= LEAST_CALLS, "calls " + calls);
    }
}
