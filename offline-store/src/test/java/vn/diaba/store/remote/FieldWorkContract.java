package vn.diaba.store.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.LandPart;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.PartSize;
import vn.diaba.store.take.Reservation;

/** What every land database must do for those who work on a part of a zone: nine squares numbered 1 to 9 on sheet 1. */
public abstract class FieldWorkContract {
    /** The zone of all tests. */
    protected static final int ZONE = 7;

    private static final Area SHEET = new Area(Set.of("1"), List.of(), Set.of(), 0);

    private final Fabric land = TestFabrics.grid(3, 3);
    private LandDatabase an;
    private LandDatabase binh;

    /** An empty land database as its administrator {@code quan_tri} reaches it. */
    protected abstract LandDatabase admin() throws Exception;

    /** An account of it, a surveyor who writes in the zone and sees persons; asked again, a line of its own. */
    protected abstract LandDatabase user(String name) throws Exception;

    /** The workspace a user asks from. */
    protected static UUID client(String name) {
        return new UUID(5, name.hashCode());
    }

    @BeforeEach
    void zone() throws Exception {
        admin().load(new ZoneSpec(ZONE, "Phường thử", 9210, 79), land);
        an = user("an");
        binh = user("binh");
    }

    private static NumberReserve.Run reserve(LandDatabase there, String user, long id, int count) throws Exception {
        return there.fieldWork().reserve(ZONE, new Reservation(new UUID(8, id), client(user), "", "01", count));
    }

    private static NumberReserve.Run run(long first, long last) {
        return new NumberReserve.Run("", "1", first, last);
    }

    @Test
    void numbersFollowTheLargestOfTheSheetAndThoseReservedBefore() throws Exception {
        assertEquals(run(10, 59), reserve(an, "an", 1, 50));
        assertEquals(run(60, 61), reserve(binh, "binh", 2, 2));
    }

    @Test
    void theSameRequestGetsTheSameNumbersAfterALostAnswer() throws Exception {
        NumberReserve.Run first = reserve(an, "an", 1, 50);
        reserve(binh, "binh", 2, 2);
        assertEquals(first, reserve(an, "an", 1, 50));
    }

    @Test
    void manyClientsAtOnceNeverGetTheSameNumber() throws Exception {
        int clients = 4;
        int requests = 6;
        int count = 7;
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<List<NumberReserve.Run>>> all = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                String name = c % 2 == 0 ? "an" : "binh";
                LandDatabase line = user(name);
                int from = 100 * c;
                all.add(threads.submit(() -> {
                    List<NumberReserve.Run> runs = new ArrayList<>();
                    for (int r = 0; r < requests; r++) {
                        runs.add(reserve(line, name, from + r, count));
                    }
                    return runs;
                }));
            }
            List<Long> given = new ArrayList<>();
            for (Future<List<NumberReserve.Run>> one : all) {
                one.get().forEach(run -> LongStream.rangeClosed(run.first(), run.last())
                        .forEach(given::add));
            }
            assertEquals(
                    LongStream.range(10, 10 + clients * requests * count)
                            .boxed()
                            .toList(),
                    given.stream().sorted().toList());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aNumberReservedForOneIsRefusedToOthers() throws Exception {
        reserve(an, "an", 1, 5);
        Parcel parcel = land.parcelAt(0);
        ChangeSet act = ChangeSet.planned(
                new UUID(8, 9),
                "set-parcel",
                List.of(new Change.ParcelChange(
                        parcel.id(), parcel, parcel.withNumber(new ParcelNumber("", "1", "12")))));
        PushAnswer.Refused refused = assertInstanceOf(PushAnswer.Refused.class, binh.push(push("binh", act)));
        assertEquals("number-is-unique", refused.refusals().get(0).rule());
        assertEquals(List.of(parcel.id()), refused.refusals().get(0).parcels());
        assertInstanceOf(PushAnswer.Accepted.class, an.push(push("an", act)));
        assertEquals(run(15, 15), reserve(an, "an", 2, 1));
    }

    private Push push(String author, ChangeSet act) {
        List<ObjectVersion> guards = new ArrayList<>();
        Guards.of(act, land).forEach(key -> guards.add(new ObjectVersion(key, ZoneVersions.exists(land, key) ? 1 : 0)));
        return new Push(act.id(), client(author), author, ZONE, ChangeCodec.encode(act), guards);
    }

    @Test
    void aCaseStandsForTheParcelsItCitesAndComesAlong() throws Exception {
        CaseFile file = CaseFile.opened(
                new UUID(5, 3), "12/2026", "TN", List.of(land.parcelAt(0).id()));
        CaseFile far = CaseFile.opened(
                new UUID(5, 4), "13/2026", "TN", List.of(land.parcelAt(8).id()));
        ChangeSet act = ChangeSet.planned(
                new UUID(8, 9),
                "open-case",
                List.of(
                        new Change.RecordChange(file.id(), null, file.described("bà Hoa", "")),
                        new Change.RecordChange(far.id(), null, far)));
        assertInstanceOf(PushAnswer.Accepted.class, an.push(push("an", act)));
        Area asked = new Area(Set.of(), List.of(), Set.of(), Set.of(" 12/2026"), 0.5);
        Snapshot part = binh.part(ZONE, asked);
        assertEquals(4, part.land().parcelCount());
        assertEquals(List.of(file.described("bà Hoa", "")), part.land().cases());
        assertEquals(new Area(Set.of(), List.of(), Set.of(land.parcelAt(0).id()), 0.5), asked.settled(part.land()));
        assertEquals(
                List.of(1, 4),
                List.of(binh.size(ZONE, asked).own(), binh.size(ZONE, asked).parcels()));
        RemoteException none = assertThrows(
                RemoteException.class,
                () -> binh.size(ZONE, new Area(Set.of(), List.of(), Set.of(), Set.of("14/2026"), 0.5)));
        assertEquals("case-not-found [14/2026, 12/2026, 13/2026]", none.code() + " " + none.arguments());
    }

    @Test
    void othersSeeWhereOneWorksUntilItEnds() throws Exception {
        assertEquals(List.of(), binh.fieldWork().leases(ZONE));
        an.fieldWork().lease(ZONE, client("an"), "an", SHEET);
        List<Lease> seen = binh.fieldWork().leases(ZONE);
        assertEquals(1, seen.size());
        assertEquals("an", seen.get(0).user());
        assertEquals(SHEET, seen.get(0).area());
        assertEquals(client("an"), seen.get(0).client());
        an.fieldWork().lease(ZONE, client("an"), "an", SHEET);
        assertEquals(
                2, binh.fieldWork().lease(ZONE, client("binh"), "binh", SHEET).size());
        List<Lease> left = an.fieldWork().lease(ZONE, client("an"), "an", Area.NONE);
        assertEquals(List.of("binh"), left.stream().map(Lease::user).toList());
    }

    @Test
    void aPartIsItsParcelsWithTheirNeighbours() throws Exception {
        Area corner = new Area(Set.of(), List.of(), Set.of(land.parcelAt(0).id()), 0.5);
        Snapshot part = an.part(ZONE, corner);
        assertEquals(4, part.land().parcelCount());
        assertEquals(9, part.land().cornerCount());
        assertEquals(LandPart.of(land, corner), part.land());
        assertEquals(an.snapshot(ZONE).at(), part.at());
        PartSize size = an.size(ZONE, corner);
        assertEquals(List.of(1, 4), List.of(size.own(), size.parcels()));
        assertTrue(size.bytes() > 0);
        assertTrue(IntStream.range(0, 4)
                .allMatch(slot -> part.land().parcelAt(slot).isLive()));
    }
}
