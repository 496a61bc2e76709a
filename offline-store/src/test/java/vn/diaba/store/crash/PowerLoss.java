package vn.diaba.store.crash;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What of the writes since a file was last forced is on the disk after the power went, or the program was killed. */
enum PowerLoss {
    /** All of them: the power is there, the program is not. */
    KILLED,
    /** None of them. */
    NOTHING,
    /** Any half of them, in no order. */
    HALF,
    /** All up to some moment. */
    PREFIX,
    /** Any half of them, each broken off after some 512-byte sectors. */
    TORN;

    private static final int SECTOR = 512;

    private static final List<PowerLoss> OF_POWER = List.of(NOTHING, HALF, PREFIX, TORN);

    /** The four kinds in which the power goes. */
    static List<PowerLoss> ofPower() {
        return OF_POWER;
    }

    /** The steps that came to the disk. */
    List<Step> left(List<Step> pending, Random random) {
        if (this == KILLED || this == PREFIX) {
            return pending.subList(0, this == KILLED ? pending.size() : random.nextInt(pending.size() + 1));
        }
        return pending.stream()
                .filter(step -> this != NOTHING && random.nextBoolean())
                .map(step -> this == TORN ? step.torn(random) : step)
                .toList();
    }

    /** Writing, or with no bytes cutting at a place. */
    record Step(long at, byte[] bytes, boolean cuts) {
        private Step torn(Random random) {
            int sectors = (bytes.length + SECTOR - 1) / SECTOR;
            int kept = cuts ? 0 : Math.min(bytes.length, SECTOR * random.nextInt(sectors + 1));
            return new Step(at, Arrays.copyOf(bytes, kept), cuts);
        }
    }
}
