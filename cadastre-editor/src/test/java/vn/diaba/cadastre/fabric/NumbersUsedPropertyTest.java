package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;

/** How often a number is cited is known after any acts as reading all parcels tells it. */
class NumbersUsedPropertyTest {
    @Test
    void countsCarriedOnAreThoseReadAnew() {
        Random random = new Random(8);
        Fabric land = TestFabrics.grid(9, 9);
        for (int n = 0; n < 200; n++) {
            List<Parcel> parcels = TestFabrics.live(land);
            Parcel one = parcels.get(random.nextInt(parcels.size()));
            Parcel copy = Parcel.live(new ParcelId(9, n), one.number(), one.facts(), one.faces());
            List<Change> changes = new ArrayList<>();
            switch (random.nextInt(3)) {
                case 0 -> changes.add(new Change.ParcelChange(copy.id(), null, copy));
                case 1 -> changes.add(new Change.ParcelChange(one.id(), one, null));
                default -> {
                    ParcelNumber number = new ParcelNumber("", "0" + random.nextInt(2), "" + random.nextInt(50));
                    changes.add(new Change.ParcelChange(one.id(), one, one.withNumber(number)));
                }
            }
            check(land);
            land = land.apply(ChangeSet.planned(new UUID(5, n), "random", changes));
            if (random.nextInt(10) == 0) {
                land = land.apply(
                        ChangeSet.planned(new UUID(6, n), "random", changes).inverse(new UUID(7, n)));
            }
        }
        check(land);
    }

    private static void check(Fabric land) {
        Map<List<String>, Integer> counts = new HashMap<>();
        TestFabrics.live(land).forEach(parcel -> counts.merge(key(parcel.number()), 1, Integer::sum));
        ParcelCursor cursor = land.cursor();
        for (Parcel parcel : TestFabrics.live(land)) {
            cursor.at(land.slotOf(parcel.id()));
            assertEquals(counts.get(key(parcel.number())), land.countOfNumber(cursor));
        }
    }

    private static List<String> key(ParcelNumber number) {
        return List.of(ParcelNumber.canonical(number.sheet()), ParcelNumber.canonical(number.number()));
    }
}
