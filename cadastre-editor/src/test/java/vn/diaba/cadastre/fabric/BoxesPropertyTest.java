package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.measure.Extent;

/** What is found by place after many changes is what looking at every extent finds. */
class BoxesPropertyTest {
    private static final double SIDE = 1000;

    @Test
    void aWindowShowsWhatMeetsItHoweverManyChangesThereWere() {
        Random random = new Random(3);
        int slots = 3000;
        @Nullable Extent[] now = new Extent[40_000];
        for (int slot = 0; slot < slots; slot++) {
            now[slot] = box(random);
        }
        Boxes boxes = Boxes.over(slots, slot -> now[slot]);
        for (int step = 0; step < 1500; step++) {
            int[] changed = new int[step % 100 == 7 ? 300 : 1 + random.nextInt(6)];
            for (int i = 0; i < changed.length; i++) {
                changed[i] = random.nextInt(4) == 0 ? slots++ : random.nextInt(slots);
                now[changed[i]] = random.nextInt(5) == 0 ? null : box(random);
            }
            Boxes before = boxes;
            BitSet old = step % 50 == 0 ? found(before, EVERYWHERE) : new BitSet();
            boxes = boxes.with(changed, slots, slot -> now[slot]);
            if (step % 50 == 0) {
                assertEquals(old, found(before, EVERYWHERE), "earlier extents stay as they were");
            }
            Extent window = box(random).grownBy(40);
            BitSet found = found(boxes, window);
            for (int slot = 0; slot < slots; slot++) {
                Extent box = now[slot];
                if (box != null && box.intersects(window)) {
                    assertTrue(found.get(slot), "missed in step " + step);
                } else if (box == null || !box.intersects(window.grownBy(0.01))) {
                    assertTrue(!found.get(slot), "not there in step " + step);
                }
            }
        }
        assertEquals(
                Arrays.stream(now).filter(box -> box != null).count(),
                found(boxes, EVERYWHERE).cardinality());
    }

    private static final Extent EVERYWHERE = new Extent(-1e6, -1e6, 1e6, 1e6);

    private static BitSet found(Boxes boxes, Extent window) {
        BitSet found = new BitSet();
        boxes.query(window, slot -> {
            assertTrue(!found.get(slot), "found once");
            found.set(slot);
        });
        return found;
    }

    private static Extent box(Random random) {
        double west = SIDE * random.nextDouble();
        double south = SIDE * random.nextDouble();
        return new Extent(west, south, west + 30 * random.nextDouble(), south + 30 * random.nextDouble());
    }
}
