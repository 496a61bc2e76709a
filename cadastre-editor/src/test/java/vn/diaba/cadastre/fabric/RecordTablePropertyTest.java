package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/** The packed parties and rights against a plain map of them. */
class RecordTablePropertyTest {
    private final Map<UUID, LandRecord> expected = new HashMap<>();
    private RecordTable table = RecordTable.EMPTY;

    @RepeatedTest(5)
    void packedRecordsAreWhatWasPut(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        IdBlock[] blocks = {IdBlock.seeded(1), IdBlock.seeded(2)};
        List<ParcelId> parcels = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            parcels.add(blocks[random.nextInt(2)].parcel(5000 + i));
        }
        for (int step = 0; step < 120; step++) {
            RecordTable before = table;
            Map<UUID, LandRecord> was = new HashMap<>(expected);
            RecordTableEdit edit = table.edit();
            int changes = step == 60 ? 1500 : 1 + random.nextInt(30);
            for (int i = 0; i < changes; i++) {
                UUID id = blocks[random.nextInt(2)].uuid(random.nextInt(900));
                if (expected.containsKey(id) && random.nextInt(3) == 0) {
                    edit.remove(id);
                    expected.remove(id);
                } else {
                    LandRecord entry = random.nextBoolean()
                            ? new Party(id, "Nguyễn Thị " + step, i % 3 == 0 ? "001" + i : "", "GDC", "")
                            : new Right(
                                    id,
                                    blocks[random.nextInt(2)].uuid(random.nextInt(900)),
                                    parcels.get(random.nextInt(parcels.size())),
                                    1 + random.nextInt(3),
                                    3);
                    edit.put(entry);
                    expected.put(id, entry);
                }
            }
            table = edit.done();
            assertSame(table, expected, parcels);
            assertSame(before, was, parcels);
        }
    }

    private static void assertSame(RecordTable table, Map<UUID, LandRecord> expected, List<ParcelId> parcels) {
        assertEquals(expected.size(), table.size());
        expected.forEach((id, entry) -> assertEquals(entry, table.find(id)));
        Set<LandRecord> all = new HashSet<>();
        table.forEach(all::add);
        assertEquals(new HashSet<>(expected.values()), all);
        for (ParcelId parcel : parcels) {
            Set<LandRecord> wanted = new HashSet<>(expected.values());
            wanted.removeIf(
                    entry -> !(entry instanceof Right right && right.parcel().equals(parcel)));
            List<Right> found = table.rightsOf(parcel);
            assertEquals(wanted.size(), found.size());
            assertEquals(wanted, new HashSet<>(found));
        }
    }

    @Test
    void tablesWithTheSameRecordsAreEqualWhereverTheyLie() {
        IdBlock ids = IdBlock.seeded(3);
        Party one = new Party(ids.uuid(1), "Một", "", "", "");
        Party two = new Party(ids.uuid(2), "Hai", "", "", "");
        RecordTableEdit forth = RecordTable.EMPTY.edit();
        forth.put(one);
        forth.put(two);
        RecordTableEdit back = RecordTable.EMPTY.edit();
        back.put(two);
        back.put(one);
        RecordTable table = forth.done();
        assertEquals(table, back.done());
        RecordTableEdit less = table.edit();
        less.remove(one.id());
        assertNotEquals(table, less.done());
    }
}
