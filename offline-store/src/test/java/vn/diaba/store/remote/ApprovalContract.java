package vn.diaba.store.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.Party;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectVersion;

/** What every land database must do with the proposals of a zone of approval. */
public abstract class ApprovalContract {
    /** The zone of all tests. */
    protected static final int ZONE = 7;

    private static final UUID NOBODYS = new UUID(9, 9);

    /** Refuses a second parcel that is labelled "bad". */
    protected static final LandJudge NO_SECOND =
            (before, after, act) -> act.label().equals("bad") && before.parcelCount() > 9
                    ? List.of(new LandJudge.Refusal("no-overlap", List.of(), 1, 2, ""))
                    : List.of();

    private final Fabric land = TestFabrics.grid(3, 3);
    private LandDatabase an;
    private LandDatabase binh;
    private LandDatabase chi;
    private Checkpoint start;

    /** An empty land database as its administrator {@code quan_tri} reaches it. */
    protected abstract LandDatabase admin() throws Exception;

    /** An account of it: {@code surveyor} or {@code approver}, who writes in the zone and sees persons; or without it. */
    protected abstract LandDatabase user(String name, String role, boolean scoped) throws Exception;

    /** The workspace a user asks from. */
    protected static UUID client(String name) {
        return new UUID(5, name.hashCode());
    }

    @BeforeEach
    void zone() throws Exception {
        LandDatabase admin = admin();
        start = admin.load(new ZoneSpec(ZONE, "Phường thử", 9210, 79), land);
        admin.proposals().mode(ZONE, true);
        an = user("an", "surveyor", true);
        binh = user("binh", "approver", true);
        chi = user("chi", "approver", true);
    }

    private Push push(String author, ChangeSet act) {
        List<ObjectVersion> guards = new ArrayList<>();
        Guards.of(act, land).forEach(key -> guards.add(new ObjectVersion(key, ZoneVersions.exists(land, key) ? 1 : 0)));
        return new Push(act.id(), client(author), author, ZONE, ChangeCodec.encode(act), guards);
    }

    private ChangeSet move(long id, int corner, double east) {
        Corner from = land.cornerAt(corner);
        Corner to = from.movedTo(
                new EastNorth(from.position().east() + east, from.position().north()));
        return ChangeSet.planned(new UUID(8, id), "move-corner", List.of(new Change.CornerChange(from.id(), from, to)));
    }

    /** A new parcel in the open. */
    private static ChangeSet added(long id) {
        IdBlock ids = IdBlock.seeded(id);
        List<Change> changes = new ArrayList<>();
        List<CornerId> ring = new ArrayList<>();
        for (EastNorth place :
                List.of(new EastNorth(200, 200), new EastNorth(210, 200), new EastNorth(210, 210 + id))) {
            Corner corner = Corner.at(ids.corner(ring.size()), place);
            ring.add(corner.id());
            changes.add(new Change.CornerChange(corner.id(), null, corner));
        }
        Parcel parcel = Parcel.live(
                ids.parcel(9), new ParcelNumber("", "1", "9" + id), ParcelFacts.NONE, List.of(Face.of(new Ring(ring))));
        changes.add(new Change.ParcelChange(parcel.id(), null, parcel));
        return ChangeSet.planned(new UUID(8, id), "add-parcels", changes).labelled("bad");
    }

    private static String code(Executable call) {
        return assertThrows(RemoteException.class, call).code();
    }

    private static List<Proposals.Proposal> open(LandDatabase as) throws RemoteException {
        return as.proposals().list(ZONE, Set.of());
    }

    @Test
    void aPushWaitsAndIsNoLandUntilAnotherPersonApproves() throws Exception {
        Push push = push("an", move(1, 0, 0.5));
        assertTrue(an.hello(client("an")).zones().get(0).approval());
        assertInstanceOf(PushAnswer.Proposed.class, an.push(push));
        assertInstanceOf(PushAnswer.Proposed.class, an.push(push), "the same again");
        assertEquals("push-differs", code(() -> an.push(push("an", move(1, 0, 0.7)))));
        assertTrue(an.pull(start, 1 << 20).entries().isEmpty());
        assertEquals(land, chi.snapshot(ZONE).land());
        assertTrue(an.status(List.of(push.id())).isEmpty());
        Proposals.Proposal seen = open(chi).get(0);
        assertEquals(push.id(), seen.id());
        assertEquals("an", seen.author());
        assertEquals(push.payload(), seen.payload());
        assertTrue(seen.current());
        assertFalse(chi.proposals().list(ZONE, Set.of(push.id())).get(0).isWhole());
        assertEquals("land-database-denied", code(() -> an.proposals().approve(ZONE, push.id())));
        assertInstanceOf(PushAnswer.Accepted.class, binh.proposals().approve(ZONE, push.id()));
        assertInstanceOf(PushAnswer.Accepted.class, binh.proposals().approve(ZONE, push.id()), "the same again");
        Delta delta = an.pull(start, 1 << 20);
        assertEquals("an", delta.entries().get(0).author());
        assertEquals(1, delta.verify(start).seq());
        assertTrue(open(chi).isEmpty());
        assertInstanceOf(PushAnswer.Accepted.class, an.push(push), "the author learns of it by offering it too");
        assertFalse(an.proposals().withdraw(ZONE, push.id()), "too late");
        assertEquals(Set.of(push.id()), an.status(List.of(push.id())).keySet());
    }

    @Test
    void aCaseIsNoLandAndIsTakenAtOnceButNothingElseWithIt() throws Exception {
        CaseFile file = CaseFile.opened(
                        new UUID(5, 3),
                        "12/2026",
                        "TN",
                        List.of(land.parcelAt(0).id()))
                .described("bà Hoa", "");
        Change.RecordChange opened = new Change.RecordChange(file.id(), null, file);
        Party party = new Party(new UUID(5, 4), "Trần Thị Hoa", "", "", "");
        Change.RecordChange joined = new Change.RecordChange(party.id(), null, party);
        assertInstanceOf(
                PushAnswer.Proposed.class,
                an.push(push("an", ChangeSet.planned(new UUID(8, 1), "open-case", List.of(opened, joined)))));
        assertInstanceOf(
                PushAnswer.Accepted.class,
                an.push(push("an", ChangeSet.planned(new UUID(8, 2), "open-case", List.of(opened)))));
        assertEquals(List.of(file), chi.snapshot(ZONE).land().cases());
        assertEquals(
                List.of(new UUID(8, 1)),
                open(chi).stream().map(Proposals.Proposal::id).toList());
    }

    /** Red when an author can make the own work land. */
    @Test
    protected void nobodyApprovesWhatIsTheirOwn() throws Exception {
        Push own = push("binh", move(1, 0, 0.5));
        assertInstanceOf(PushAnswer.Proposed.class, binh.push(own));
        assertEquals("four-eyes", code(() -> binh.proposals().approve(ZONE, own.id())));
        assertTrue(an.pull(start, 1 << 20).entries().isEmpty());
        assertInstanceOf(
                PushAnswer.Proposed.class,
                an.push(new Push(own.id(), client("an"), "an", ZONE, own.payload(), own.guards())),
                "the same bytes from another");
        assertEquals("four-eyes", code(() -> binh.proposals().approve(ZONE, own.id())), "its author stays its author");
        assertInstanceOf(PushAnswer.Accepted.class, chi.proposals().approve(ZONE, own.id()));
    }

    @Test
    void whatChangedSinceSpeaksAgainstApprovalUntilTheAuthorBringsItUpToDate() throws Exception {
        Push first = push("an", move(1, 0, 0.5));
        Push second = push("binh", move(2, 0, 0.7));
        an.push(first);
        binh.push(second);
        assertInstanceOf(PushAnswer.Accepted.class, chi.proposals().approve(ZONE, first.id()));
        assertFalse(open(chi).get(0).current());
        PushAnswer.Stale stale =
                assertInstanceOf(PushAnswer.Stale.class, chi.proposals().approve(ZONE, second.id()));
        assertFalse(stale.objects().isEmpty());
        assertEquals(second.id(), open(chi).get(0).id(), "it stays open");
        assertEquals(1, an.pull(start, 1 << 20).entries().size());
    }

    @Test
    void theLandOfThatMomentIsJudged() throws Exception {
        Push first = push("an", added(1));
        Push second = push("an", added(2));
        assertInstanceOf(PushAnswer.Proposed.class, an.push(first));
        assertInstanceOf(PushAnswer.Proposed.class, an.push(second));
        assertInstanceOf(PushAnswer.Accepted.class, chi.proposals().approve(ZONE, first.id()));
        PushAnswer.Refused refused =
                assertInstanceOf(PushAnswer.Refused.class, chi.proposals().approve(ZONE, second.id()));
        assertEquals("no-overlap", refused.refusals().get(0).rule());
        assertEquals(1, open(chi).size());
        assertEquals(10, an.snapshot(ZONE).land().parcelCount());
    }

    @Test
    void whatIsDeclinedGoesBackToItsAuthorWithTheReason() throws Exception {
        Push push = push("an", move(1, 0, 0.5));
        an.push(push);
        assertEquals("decline-needs-reason", code(() -> chi.proposals().decline(ZONE, push.id(), " ")));
        assertEquals("land-database-denied", code(() -> an.proposals().decline(ZONE, push.id(), "đo lại mốc")));
        chi.proposals().decline(ZONE, push.id(), "đo lại mốc 12");
        chi.proposals().decline(ZONE, push.id(), "đo lại mốc 12");
        assertTrue(open(binh).isEmpty());
        Proposals.Proposal back = open(an).get(0);
        assertEquals(Proposals.State.DECLINED, back.state());
        assertEquals("chi đo lại mốc 12", back.by() + " " + back.reason());
        assertEquals(new PushAnswer.Declined("chi", "đo lại mốc 12"), an.push(push));
        assertEquals("proposal-unknown", code(() -> binh.proposals().approve(ZONE, push.id())));
    }

    @Test
    void whatIsTakenBackIsGoneUntilItIsOfferedAgain() throws Exception {
        Push push = push("an", move(1, 0, 0.5));
        an.push(push);
        assertEquals("land-database-denied", code(() -> binh.proposals().withdraw(ZONE, push.id())));
        assertTrue(an.proposals().withdraw(ZONE, push.id()));
        assertTrue(an.proposals().withdraw(ZONE, push.id()));
        assertTrue(an.proposals().withdraw(ZONE, NOBODYS));
        assertTrue(open(chi).isEmpty());
        assertEquals("proposal-unknown", code(() -> chi.proposals().approve(ZONE, push.id())));
        assertInstanceOf(PushAnswer.Proposed.class, an.push(push));
        assertInstanceOf(PushAnswer.Accepted.class, chi.proposals().approve(ZONE, push.id()));
    }

    @Test
    void personsTravelWithAProposalToThoseWhoMaySeeThem() throws Exception {
        Party party = new Party(new UUID(1, 2), "Nguyễn Thử", "099000000001", "GDC", "");
        ChangeSet act = ChangeSet.planned(
                new UUID(8, 1), "add-party", List.of(new Change.RecordChange(party.id(), null, party)));
        an.push(push("an", act));
        assertEquals(act, ChangeCodec.decode(open(chi).get(0).payload()));
    }

    @Test
    void aZoneThatIsNotForOneAnswersLikeOneThatIsNotThere() throws Exception {
        Push push = push("an", move(1, 0, 0.5));
        an.push(push);
        Proposals stranger = user("dung", "approver", false).proposals();
        for (UUID id : List.of(push.id(), NOBODYS)) {
            assertEquals("zone-unknown", code(() -> stranger.approve(ZONE, id)));
            assertEquals("zone-unknown", code(() -> stranger.decline(ZONE, id, "không phải của tôi")));
            assertEquals("zone-unknown", code(() -> stranger.withdraw(ZONE, id)));
            assertEquals("zone-unknown", code(() -> stranger.list(ZONE, Set.of(id))));
        }
        assertEquals("land-database-denied", code(() -> chi.proposals().mode(ZONE, false)));
        assertEquals("proposal-unknown", code(() -> chi.proposals().approve(ZONE, NOBODYS)));
        assertInstanceOf(PushAnswer.Accepted.class, chi.proposals().approve(ZONE, push.id()));
    }
}
