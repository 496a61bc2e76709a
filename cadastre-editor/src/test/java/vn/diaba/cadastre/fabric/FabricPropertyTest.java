package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.Ring;

class FabricPropertyTest {
    private static final Extent ALL = new Extent(-1e6, -1e6, 1e6, 1e6);

    /** Each side of each ring as text with the number across it, so that slots do not matter. */
    private static Map<String, List<String>> sideTable(Fabric land) {
        Map<String, List<String>> table = new TreeMap<>();
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                List<String> sides = new ArrayList<>();
                for (int r = 0; r < cursor.rings(); r++) {
                    for (int i = 0; i < cursor.size(r); i++) {
                        int across = cursor.across(r, i);
                        sides.add(cursor.cornerId(r, i) + " "
                                + (across < 0
                                        ? "" + across
                                        : land.parcelAt(across).id().toString()));
                    }
                }
                table.put(cursor.id().toString(), sides);
            }
        }
        return table;
    }

    /** The same land packed from nothing, by the road an import takes. */
    private static Fabric repacked(Fabric land) {
        FabricPacker packer = new FabricPacker();
        Map<CornerId, Integer> slots = new java.util.HashMap<>();
        for (int slot = 0; slot < land.cornerSlots(); slot++) {
            if (land.isCorner(slot)) {
                slots.put(land.cornerAt(slot).id(), LandChange.add(packer, land.cornerAt(slot)));
            }
        }
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            land.findParcelAt(slot).ifPresent(parcel -> LandChange.addParcel(packer, parcel, slots::get));
        }
        return new Fabric(packer.pack(), land.records());
    }

    private static ChangeSet randomAct(Fabric land, Random random, int n) {
        List<Parcel> parcels = TestFabrics.live(land);
        Parcel parcel = parcels.get(random.nextInt(parcels.size()));
        Ring shell = parcel.faces().get(0).shell();
        Corner corner = land.corner(shell.at(random.nextInt(shell.size())));
        List<Change> changes = new ArrayList<>();
        int kind = random.nextInt(4);
        if (kind == 0 || parcels.size() < 3) {
            EastNorth to = new EastNorth(
                    corner.position().east() + random.nextGaussian(),
                    corner.position().north() + random.nextGaussian());
            changes.add(new Change.CornerChange(corner.id(), corner, corner.movedTo(to)));
        } else if (kind == 1) {
            changes.add(new Change.ParcelChange(parcel.id(), parcel, null));
        } else {
            Corner fresh = Corner.at(new CornerId(99, n), new EastNorth(random.nextInt(60), random.nextInt(60)));
            changes.add(new Change.CornerChange(fresh.id(), null, fresh));
            List<CornerId> ring = new ArrayList<>(shell.corners());
            ring.add(random.nextInt(ring.size()), fresh.id());
            Parcel after = parcel.withFaces(List.of(Face.of(new Ring(ring))));
            changes.add(new Change.ParcelChange(parcel.id(), parcel, after));
        }
        return ChangeSet.planned(new UUID(5, n), "random", changes);
    }

    @Test
    void anEditedFabricEqualsTheSameLandPackedAnewAndGoesBackByTheInverse() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            Fabric start = TestFabrics.grid(5, 5);
            Fabric land = start;
            List<ChangeSet> acts = new ArrayList<>();
            for (int n = 0; n < 15; n++) {
                ChangeSet act = randomAct(land, random, n);
                Fabric next = land.apply(act);
                assertEquals(land, next.apply(act.inverse(new UUID(6, n))), "inverse of act " + n + ", seed " + seed);
                land = next;
                acts.add(act);
            }
            Fabric packed = repacked(land);
            assertEquals(packed, land);
            assertEquals(sideTable(packed), sideTable(land), "seed " + seed);
            assertEquals(packed.sharedSideCount(), land.sharedSideCount());
            assertEquals(
                    land.parcelCount(),
                    land.index().parcelsIn(ALL).size(),
                    "every live parcel is found once, seed " + seed);
            ChangeSet sum = acts.stream().reduce(ChangeSet::then).orElseThrow();
            assertEquals(land, start.apply(sum), "the sum of the acts, seed " + seed);
            assertEquals(start, land.apply(sum.inverse(new UUID(7, seed))));
        }
    }

    @Test
    void aBulkChangeGivesTheSameLandAsManySmallOnes() {
        Fabric grid = TestFabrics.grid(60, 60);
        List<Change> moves = new ArrayList<>();
        Fabric oneByOne = grid;
        for (int slot = 0; slot < grid.cornerSlots(); slot++) {
            Corner corner = grid.cornerAt(slot);
            EastNorth to = new EastNorth(
                    corner.position().east() + 0.5, corner.position().north() - 0.25);
            Change move = new Change.CornerChange(corner.id(), corner, corner.movedTo(to));
            moves.add(move);
            oneByOne = oneByOne.apply(ChangeSet.planned(new UUID(8, slot), "move", List.of(move)));
        }
        Fabric atOnce = grid.apply(ChangeSet.planned(new UUID(8, 8), "move-all", moves));
        assertEquals(oneByOne, atOnce);
        assertEquals(sideTable(oneByOne), sideTable(atOnce));
        assertEquals(3600, oneByOne.index().parcelsIn(ALL).size());
    }
}
