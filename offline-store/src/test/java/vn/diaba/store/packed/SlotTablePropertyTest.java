package vn.diaba.store.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Slots of ids in runs, alone, and put twice, against a plain map. */
class SlotTablePropertyTest {
    @RepeatedTest(40)
    void eachIdHasTheSlotItWasGivenLast(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        SlotTable table = new SlotTable();
        Map<UUID, Integer> expected = new HashMap<>();
        int slot = 0;
        for (int n = 0; n < 60; n++) {
            long high = random.nextInt(2);
            long low = random.nextInt(4) == 0 ? Long.MAX_VALUE - random.nextInt(30) : random.nextInt(400) - 100;
            int length = random.nextInt(4) == 0 ? 1 + random.nextInt(90) : 1 + random.nextInt(3);
            for (int i = 0; i < length; i++) {
                table.put(high, low + i, slot);
                expected.put(new UUID(high, low + i), slot++);
            }
            slot += random.nextInt(2);
            for (int i = 0; i < 40; i++) {
                UUID id = new UUID(random.nextInt(2), random.nextInt(600) - 150);
                assertEquals(
                        expected.getOrDefault(id, -1),
                        table.slot(id.getMostSignificantBits(), id.getLeastSignificantBits()));
            }
            expected.forEach((id, at) ->
                    assertEquals(at, table.slot(id.getMostSignificantBits(), id.getLeastSignificantBits())));
        }
    }
}
