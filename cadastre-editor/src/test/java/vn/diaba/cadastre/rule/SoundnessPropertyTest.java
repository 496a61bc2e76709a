package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.operation.valid.IsValidOp;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.fabric.Soundness;
import vn.diaba.cadastre.fabric.TestFabrics;

/** What is noted of parcels is true of them after whatever happened to the land since. */
class SoundnessPropertyTest {
    @Test
    void notesHoldAfterActsWithoutSense() {
        int sound = 0;
        int partnered = 0;
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            Fabric land = TestFabrics.grid(6, 6);
            for (int n = 0; n < 20; n++) {
                Checks.BOOK.check(land, random.nextBoolean() ? Scope.ALL : Scope.around(java.util.Set.of(), null));
                ChangeSet act = RandomActs.next(land, random, n);
                land = land.apply(act);
                Soundness notes = land.soundness();
                ParcelCursor cursor = land.cursor();
                Map<Long, Integer> ways = ways(land);
                for (int slot = 0; slot < land.parcelSlots(); slot++) {
                    if (!cursor.at(slot)) {
                        continue;
                    }
                    if (notes.isSound(slot)) {
                        sound++;
                        assertTrue(new IsValidOp(land.shapeOf(cursor.id())).isValid(), "seed " + seed + ", act " + n);
                        for (int r = 0; r < cursor.rings(); r++) {
                            assertTrue(cursor.signedArea(r) >= 0 == cursor.isShell(r), "seed " + seed + ", act " + n);
                        }
                    }
                    if (notes.isPartnered(slot)) {
                        partnered++;
                        assertTrue(hasPartners(cursor, ways), "seed " + seed + ", act " + n);
                    }
                }
            }
        }
        assertTrue(sound > 5000 && partnered > 1000, sound + " sound, " + partnered + " partnered");
    }

    /** For each way from a corner to the next the one parcel that goes it, −1 when several do. */
    private static Map<Long, Integer> ways(Fabric land) {
        Map<Long, Integer> ways = new HashMap<>();
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                for (int r = 0; r < cursor.rings(); r++) {
                    for (int i = 0; i < cursor.size(r); i++) {
                        ways.merge(way(cursor, r, i, false), slot, (a, b) -> -1);
                    }
                }
            }
        }
        return ways;
    }

    private static long way(ParcelCursor cursor, int ring, int side, boolean back) {
        long from = cursor.corner(ring, side);
        long to = cursor.corner(ring, side + 1 == cursor.size(ring) ? 0 : side + 1);
        return back ? to << 32 | from : from << 32 | to;
    }

    private static boolean hasPartners(ParcelCursor cursor, Map<Long, Integer> ways) {
        for (int r = 0; r < cursor.rings(); r++) {
            for (int i = 0; i < cursor.size(r); i++) {
                int other = ways.getOrDefault(way(cursor, r, i, true), -1);
                if (other < 0 || other == cursor.slot() || ways.get(way(cursor, r, i, false)) != cursor.slot()) {
                    return false;
                }
            }
        }
        return true;
    }
}
