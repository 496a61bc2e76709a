package vn.diaba.store.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.record.Party;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;

/** What every land database must do. */
public abstract class LandDatabaseContract {
    private static final UUID CLIENT = new UUID(3, 3);
    private static final ZoneSpec ZONE = new ZoneSpec(7, "Phường thử", 9210);

    private final Fabric land = TestFabrics.grid(3, 3);
    private LandDatabase database;
    private Checkpoint start;

    /** An empty land database that refuses overlaps, or every change set labelled "bad". */
    protected abstract LandDatabase empty() throws Exception;

    /** Refuses what is labelled "bad". */
    protected static final LandJudge NO_BAD = (before, after, act) ->
            act.label().equals("bad") ? List.of(new LandJudge.Refusal("no-overlap", List.of(), 1, 2, "")) : List.of();

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void load() throws Exception {
        database = empty();
        start = database.load(ZONE, land);
    }

    private Corner corner(int n) {
        return land.cornerAt(n);
    }

    private ChangeSet move(long id, Corner from, double east) {
        Corner to = from.movedTo(
                new EastNorth(from.position().east() + east, from.position().north()));
        return ChangeSet.planned(new UUID(8, id), "move-corner", List.of(new Change.CornerChange(from.id(), from, to)));
    }

    /** A new parcel in the middle of the first one. */
    private ChangeSet overlapping() {
        IdBlock ids = IdBlock.seeded(77);
        List<Change> changes = new ArrayList<>();
        List<CornerId> ring = new ArrayList<>();
        for (EastNorth place :
                List.of(new EastNorth(2, 2), new EastNorth(8, 2), new EastNorth(8, 8), new EastNorth(2, 8))) {
            Corner corner = Corner.at(ids.corner(ring.size()), place);
            ring.add(corner.id());
            changes.add(new Change.CornerChange(corner.id(), null, corner));
        }
        Parcel parcel = Parcel.live(
                ids.parcel(9), new ParcelNumber("", "1", "77"), ParcelFacts.NONE, List.of(Face.of(new Ring(ring))));
        changes.add(new Change.ParcelChange(parcel.id(), null, parcel));
        return ChangeSet.planned(new UUID(8, 77), "add-parcels", changes);
    }

    private Push push(ChangeSet act, Fabric seen, Set<ObjectKey> moved) {
        List<ObjectVersion> guards = new ArrayList<>();
        for (ObjectKey key : Guards.of(act, seen)) {
            long version = moved.contains(key) ? 2 : ZoneVersions.exists(seen, key) ? 1 : 0;
            guards.add(new ObjectVersion(key, version));
        }
        return new Push(act.id(), CLIENT, "an", 7, ChangeCodec.encode(act), guards);
    }

    private Push push(ChangeSet act) {
        return push(act, land, Set.of());
    }

    @Test
    void anAcceptedPushIsPulledWithItsVersionsAndChain() throws Exception {
        ChangeSet act = move(1, corner(0), 0.5);
        PushAnswer.Accepted answer = assertInstanceOf(PushAnswer.Accepted.class, database.push(push(act)));
        assertEquals(1, answer.seq());
        assertEquals(List.of(new ObjectVersion(ObjectKey.of(corner(0).id()), 2)), answer.versions());
        Delta delta = database.pull(start, 1 << 20);
        Checkpoint after = delta.verify(start);
        assertEquals(1, after.seq());
        assertEquals(act, ChangeCodec.decode(delta.entries().get(0).payload()));
        assertEquals(answer.versions(), delta.entries().get(0).versions());
        assertTrue(database.pull(after, 1 << 20).entries().isEmpty());
        Snapshot snapshot = database.snapshot(7);
        assertEquals(land.apply(act), snapshot.land());
        assertEquals(after, snapshot.at());
        assertEquals(answer.versions(), snapshot.versions());
    }

    @Test
    void theSamePushAgainChangesNothingAndGetsTheSameAnswer() throws Exception {
        Push push = push(move(1, corner(0), 0.5));
        PushAnswer first = database.push(push);
        assertEquals(first, database.push(push));
        assertEquals(1, database.pull(start, 1 << 20).entries().size());
        assertEquals(first, database.status(List.of(push.id(), new UUID(0, 0))).get(push.id()));
        assertEquals(1, database.status(List.of(push.id(), new UUID(0, 0))).size());
    }

    @Test
    void theSameIdWithOtherBytesIsAnError() throws Exception {
        database.push(push(move(1, corner(0), 0.5)));
        Push other = push(move(1, corner(0), 0.7));
        assertEquals(
                "push-differs",
                assertThrows(RemoteException.class, () -> database.push(other)).code());
    }

    @Test
    void bytesThatAreNoChangeSetAreAnErrorAndNothingHappens() throws Exception {
        Push whole = push(move(1, corner(0), 0.5));
        String land = new String(whole.payload().land(), StandardCharsets.UTF_8);
        for (String bad : List.of(
                land.substring(0, land.length() - 2),
                land.replace("\"v\":1", "\"v\":2"),
                land.replace("\"e\":", "\"e\":\"?\",\"x\":"),
                land.replace("\"label\":", "\"x\":"),
                land.replace("\"time\":\"19", "\"time\":\"yes 19"),
                land.replace("\"k\":\"corner\"", "\"k\":\"parcel\""),
                land.replace("\"b\":{", "\"b\":[],\"x\":{"),
                land.replace("\"changes\":", "\"x\":"),
                "[]")) {
            Payload payload = new Payload(
                    bad.getBytes(StandardCharsets.UTF_8), whole.payload().person());
            Push push = new Push(whole.id(), CLIENT, "an", 7, payload, whole.guards());
            assertEquals(
                    "payload-unreadable",
                    assertThrows(RemoteException.class, () -> database.push(push), bad)
                            .code(),
                    bad);
        }
        assertEquals(List.of(), database.pull(start, 1 << 20).entries());
        assertInstanceOf(PushAnswer.Accepted.class, database.push(whole), "the id is not used up");
    }

    private static String replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String other = text.replaceFirst(from, to);
        return from.isEmpty() ? text : other.equals(text) ? "nothing to replace: " + from : other;
    }

    /** The same offer with something in its parts written otherwise. */
    private static Push otherwise(Push whole, String[] land, String[] person) {
        byte[] open = replaced(whole.payload().land(), land[0], land[1]).getBytes(StandardCharsets.UTF_8);
        byte[] secret = replaced(whole.payload().person(), person[0], person[1]).getBytes(StandardCharsets.UTF_8);
        return new Push(whole.id(), CLIENT, "an", 7, new Payload(open, secret), whole.guards());
    }

    private void isUnreadable(Push push) {
        String bad = new String(push.payload().land(), StandardCharsets.UTF_8)
                + new String(push.payload().person(), StandardCharsets.UTF_8);
        assertTrue(!bad.contains("nothing to replace"), bad);
        assertEquals(
                "payload-unreadable",
                assertThrows(RemoteException.class, () -> database.push(push), bad)
                        .code(),
                bad);
    }

    /** A parcel with all that could be written so that a workstation would stop at it. */
    private Push described() {
        ParcelFacts facts = new ParcelFacts(
                "",
                "",
                LandUse.parse("ONT 120.5"),
                List.of(),
                new LegalArea(12),
                ParcelState.NORMAL,
                "",
                "",
                "Số 1, ngõ 2",
                Map.of("Cột", "chữ"));
        Parcel parcel = land.parcel(land.parcelsAt(corner(0).id()).get(0));
        Parcel known = new Parcel(
                parcel.id(),
                parcel.set(),
                parcel.number(),
                facts,
                parcel.faces(),
                new Lifespan(LocalDate.of(2020, 2, 3), null),
                List.of(parcel.id()),
                null);
        return push(ChangeSet.planned(
                        new UUID(8, 6), "set", List.of(new Change.ParcelChange(parcel.id(), parcel, known)))
                .withWaivers(List.of(new Waiver("no-gap", List.of(parcel.id().uuid()), "vì ao chung"))));
    }

    @Test
    void whatAWorkstationCouldNotReadLaterIsNeverTaken() throws Exception {
        String[] asItIs = {"", ""};
        String id = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
        Push whole = described();
        String[][] lands = {
            {"\"id\":\"" + id, "\"id\":\"00000000-0000-0008-0000-000000000009"},
            {"\"origin\":\"SURVEYOR\"", "\"origin\":\"of a drone\""},
            {"\"time\":\"1970-01-01T00:00:00", "\"time\":\"1970-01-01T00:00:60"},
            {"\"subjects\":\\[\"" + id, "\"subjects\":[\"1-2-3-4-5"},
            {"\"faces\":\\[\\[\\[\"" + id + "\",\"" + id + "\"", "\"faces\":[[["},
            {"\"faces\":\\[\\[\\[(\"" + id + "\")", "\"faces\":[[[$1,$1"},
            {"\"faces\":\\[\\[\\[\"" + id, "\"faces\":[[[\"{00000000000000000000000000000001}"},
            {"\"faces\":", "\"frozen\":[[true,[0,0]]],\"faces\":"},
            {"\"faces\":", "\"surfaces\":"},
            {"\"parents\":\\[\"" + id, "\"parents\":[\"1-2-3-4-5"},
            {"\"legalTenths\":12", "\"legalTenths\":\"12\""},
            {"\"legalTenths\":12", "\"legalTenths\":-12"},
            {"\"ONT\",1205", "\"ONT\",-1205"},
            {"\"from\":\"2020-02-03\"", "\"from\":\"2020-02-30\""},
            {"\"state\":", "\"more\":" + "[".repeat(60) + "]".repeat(60) + ",\"state\":"},
            {"\"state\":", "\"more\":" + "9".repeat(401) + ",\"state\":"},
            {"\"k\":\"parcel\"", "\"k\":\"thửa đất\""},
            {"\"set\":\"SURVEYED\"", "\"set\":\"PLANNED\""}
        };
        for (String[] bad : lands) {
            isUnreadable(otherwise(whole, bad, asItIs));
        }
        String[][] persons = {
            {"\"address\":\"[^\"]*\"", "\"address\":7"},
            {"\"extras\":\\[\\[[^\\]]*\\]\\]", "\"extras\":{}"},
            {"\"i\":0", "\"i\":\"0\""},
            {"\"i\":0", "\"i\":7"},
            {"\"a\":\\{", "\"a\":[],\"x\":{"},
            {"\"changes\":", "\"changes\":{},\"x\":"}
        };
        for (String[] bad : persons) {
            isUnreadable(otherwise(whole, asItIs, bad));
        }
        Push moved = push(move(1, corner(0), 0.5));
        isUnreadable(otherwise(moved, new String[] {"\"a\":\\{\"e\":\\d+", "\"a\":{\"e\":20000000000000"}, asItIs));
        assertEquals(List.of(), database.pull(start, 1 << 20).entries());
        assertInstanceOf(PushAnswer.Accepted.class, database.push(whole), "the id is not used up");
    }

    @Test
    void originsAndColumnsThatOnlyANewerVersionKnowsTravelOn() throws Exception {
        Push newer = otherwise(
                described(),
                new String[] {"\"origin\":\"SURVEYOR\"", "\"origin\":\"DRONE_FLIGHT\""},
                new String[] {"\\[\"Cột\",\"s\",\"chữ\"\\]", "[\"Cột\",\"s\",\"chữ\"],[\"Màu\",\"colour\",\"#fff\"]"});
        assertInstanceOf(PushAnswer.Accepted.class, database.push(newer));
        Payload there = database.pull(start, 1 << 20).entries().get(0).payload();
        ChangeSet act = ChangeCodec.decode(there);
        assertEquals("DRONE_FLIGHT", act.origin().name());
        Parcel parcel = (Parcel) Objects.requireNonNull(act.changes().get(0).after());
        assertEquals(Map.of("Cột", "chữ"), parcel.facts().extras(), "what can be read is shown");
        assertTrue(parcel.facts().further().hidesValues(), "and nobody here overwrites the rest");
        assertEquals(act, ChangeCodec.decode(ChangeCodec.encode(act)));
        String again = new String(ChangeCodec.encode(act).person(), StandardCharsets.UTF_8);
        assertTrue(again.contains("[\"Màu\",\"colour\",\"#fff\"]"), again);
        assertEquals(parcel, database.snapshot(7).land().parcel(parcel.id()), "also for one who loads the zone");
    }

    @Test
    void writingWhatSomebodyElseChangedIsStale() throws Exception {
        database.push(push(move(1, corner(0), 0.5)));
        PushAnswer.Stale stale = assertInstanceOf(PushAnswer.Stale.class, database.push(push(move(2, corner(0), 0.7))));
        assertEquals(List.of(ObjectKey.of(corner(0).id())), stale.objects());
        assertEquals(1, database.pull(start, 1 << 20).entries().size());
    }

    @Test
    void twoSidesOfOneBoundaryMeetThoughTheyWriteDifferentObjects() throws Exception {
        Parcel parcel = land.parcel(land.parcelsAt(corner(0).id()).get(0));
        ChangeSet renumber = ChangeSet.planned(
                new UUID(8, 5),
                "set",
                List.of(new Change.ParcelChange(
                        parcel.id(), parcel, parcel.withNumber(new ParcelNumber("", "1", "99")))));
        database.push(push(renumber));
        PushAnswer.Stale stale = assertInstanceOf(PushAnswer.Stale.class, database.push(push(move(2, corner(0), 0.7))));
        assertEquals(List.of(ObjectKey.of(parcel.id())), stale.objects());
    }

    @Test
    void aPushWithoutAGuardItNeedsIsStale() throws Exception {
        Push push = push(move(1, corner(0), 0.5));
        Push bare = new Push(
                push.id(), CLIENT, "an", 7, push.payload(), push.guards().subList(0, 1));
        assertInstanceOf(PushAnswer.Stale.class, database.push(bare));
    }

    @Test
    void worseLandIsRefusedAndNothingOfItStays() throws Exception {
        ChangeSet bad = overlapping().labelled("bad");
        PushAnswer.Refused refused = assertInstanceOf(PushAnswer.Refused.class, database.push(push(bad)));
        assertEquals("no-overlap", refused.refusals().get(0).rule());
        assertEquals(land, database.snapshot(7).land());
        assertTrue(database.pull(start, 1 << 20).entries().isEmpty());
    }

    @Test
    void pagesHoldWholeChangeSetsInOrderAndTheChainProvesIt() throws Exception {
        Set<ObjectKey> none = Set.of();
        Fabric seen = land;
        for (int n = 0; n < 6; n++) {
            ChangeSet act = move(n, corner(n * 2), 0.1);
            assertInstanceOf(PushAnswer.Accepted.class, database.push(push(act, land, none)));
            seen = seen.apply(act);
        }
        Checkpoint at = start;
        int pages = 0;
        for (Delta delta = database.pull(at, 1); !delta.entries().isEmpty(); delta = database.pull(at, 1)) {
            assertEquals(1, delta.entries().size());
            assertEquals(6, delta.headSeq());
            at = delta.verify(at);
            pages++;
        }
        assertEquals(6, pages);
        Delta all = database.pull(start, 1 << 20);
        Delta gap = new Delta(all.entries().subList(1, 6), 6);
        assertEquals(
                "chain-broken",
                assertThrows(RemoteException.class, () -> gap.verify(start)).code());
    }

    @Test
    void anUnknownPastIsSaidToBeRestored() throws Exception {
        Checkpoint other = start.at(3, new byte[32]);
        assertEquals(
                "land-database-restored",
                assertThrows(RemoteException.class, () -> database.pull(other, 100))
                        .code());
    }

    @Test
    void personsTravelAndAreHashedApart() throws Exception {
        Party party = new Party(new UUID(1, 2), "Nguyễn Thử", "099000000001", "GDC", "");
        ChangeSet act = ChangeSet.planned(
                new UUID(8, 1), "add-party", List.of(new Change.RecordChange(party.id(), null, party)));
        database.push(push(act));
        Delta delta = database.pull(start, 1 << 20);
        Delta.Entry entry = delta.entries().get(0);
        assertEquals(act, ChangeCodec.decode(entry.payload()));
        Delta.Entry masked = new Delta.Entry(
                entry.seq(),
                entry.id(),
                entry.author(),
                entry.acceptedAt(),
                new Payload(entry.payload().land(), new byte[0]),
                entry.personHash(),
                entry.hash(),
                entry.versions());
        new Delta(List.of(masked), 1).verify(start);
        assertTrue(ChangeCodec.decode(masked.payload()).changes().isEmpty(), "a masked party is not there");
    }

    @Test
    void aZoneIsMadeOnce() {
        assertEquals(
                "zone-exists",
                assertThrows(RemoteException.class, () -> database.load(ZONE, land))
                        .code());
        assertEquals(
                "zone-unknown",
                assertThrows(RemoteException.class, () -> database.snapshot(8)).code());
    }
}
