package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

class FabricImageTest {
    private final Random random = new Random(4);

    private static byte[] open(Fabric land) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FabricImage.writeOpen(land, out);
        return out.toByteArray();
    }

    private static byte[] secret(Fabric land) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FabricImage.writeSecret(land, out);
        return out.toByteArray();
    }

    private static FabricImage.Rest rest(Fabric land) {
        Map<SideKey, SideFacts> sides = new HashMap<>();
        land.forEachSide(sides::put);
        List<LandRecord> placed = new ArrayList<>();
        land.forEachObject(placed::add);
        return new FabricImage.Rest(sides, placed);
    }

    private static Fabric copy(Fabric land) throws IOException {
        return FabricImage.read(
                new ByteArrayInputStream(open(land)), new ByteArrayInputStream(secret(land)), rest(land));
    }

    @Test
    void aCopyIsTheSameLandAndTakesTheSameActs() throws Exception {
        Fabric land = TestFabrics.grid(20, 15);
        Fabric copy = copy(land);
        for (int n = 0; n < 300; n++) {
            ChangeSet act = ChangeSet.planned(new UUID(1, n), "random", change(land, n));
            land = land.apply(act);
            copy = n % 37 == 0 ? copy(land) : copy.apply(act);
        }
        assertEquals(land, copy);
        assertEquals(land.sharedSideCount(), copy.sharedSideCount());
        for (Extent window : List.of(new Extent(-5, -5, 45, 35), new Extent(100, 100, 101, 180))) {
            assertEquals(
                    new java.util.HashSet<>(land.index().parcelsIn(window)),
                    new java.util.HashSet<>(copy.index().parcelsIn(window)));
        }
        for (Parcel parcel : TestFabrics.live(land)) {
            assertEquals(
                    new java.util.HashSet<>(land.rightsOf(parcel.id())),
                    new java.util.HashSet<>(copy.rightsOf(parcel.id())));
        }
    }

    private List<Change> change(Fabric land, int n) {
        List<Parcel> live = TestFabrics.live(land);
        Parcel one = live.get(random.nextInt(live.size()));
        Corner corner = land.corner(one.rings().findFirst().orElseThrow().at(0));
        UUID id = new UUID(3, random.nextInt(20));
        LandRecord before = land.findRecord(id).orElse(null);
        switch (random.nextInt(6)) {
            case 0:
                EastNorth to = new EastNorth(
                        corner.position().east() + 0.1, corner.position().north());
                Observation seen = new Observation("RTK", 0.01, java.time.LocalDate.of(2026, 1, 1 + n % 9), "Lan", "");
                return List.of(
                        new Change.CornerChange(corner.id(), corner, new Corner(corner.id(), to, "mốc " + n, seen)));
            case 1:
                return List.of(new Change.ParcelChange(one.id(), one, null));
            case 2:
                Parcel twin = Parcel.live(new ParcelId(9, n), one.number(), one.facts(), one.faces());
                return List.of(new Change.ParcelChange(twin.id(), null, twin));
            case 3:
                SideKey side = new SideKey(
                        corner.id(), one.rings().findFirst().orElseThrow().at(1));
                SideFacts facts = new SideFacts(10, "tường", "" + n, SideFacts.Agreement.AGREED);
                return List.of(new Change.SideChange(side, land.findSide(side).orElse(null), facts));
            case 4:
                LandRecord after = before != null && random.nextInt(3) == 0 ? null : entry(id, one, corner, n);
                return List.of(new Change.RecordChange(id, before, after));
            default:
                Parcel other = one.withNumber(new ParcelNumber("", "1", "" + n));
                return List.of(new Change.ParcelChange(one.id(), one, other));
        }
    }

    /** A record whose kind is told by its id. */
    private static LandRecord entry(UUID id, Parcel parcel, Corner corner, int n) {
        int kind = (int) id.getLeastSignificantBits() % 3;
        return kind == 0
                ? new Party(id, "Vũ " + n, "001", "GDC", "")
                : kind == 1
                        ? new Right(id, new UUID(3, 3), parcel.id(), 1, 2)
                        : MapObject.of(id, 27, ObjectShape.point(corner.position()), "cây " + n);
    }

    @Test
    void noLandHasAnImageToo() throws Exception {
        assertEquals(Fabric.empty(), copy(Fabric.empty()));
    }

    @Test
    void anImageThatEndsEarlyIsAnError() throws Exception {
        Fabric land = TestFabrics.grid(3, 3);
        byte[] open = open(land);
        byte[] secret = secret(land);
        FabricImage.Rest rest = rest(land);
        for (int cut = 1; cut < open.length; cut += 97) {
            byte[] part = Arrays.copyOf(open, open.length - cut);
            assertThrows(
                    IOException.class,
                    () -> FabricImage.read(new ByteArrayInputStream(part), new ByteArrayInputStream(secret), rest));
        }
        byte[] part = Arrays.copyOf(secret, secret.length - 1);
        assertThrows(
                EOFException.class,
                () -> FabricImage.read(new ByteArrayInputStream(open), new ByteArrayInputStream(part), rest));
    }
}
