package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

class PlacedObjectsTest {
    private final Random random = new Random(7);

    private EastNorth place() {
        return new EastNorth(1000 * random.nextDouble(), 1000 * random.nextDouble());
    }

    private PlacedRecord random(UUID id) {
        EastNorth a = place();
        if (random.nextInt(3) == 0) {
            return SurveyPoint.at(id, SurveyPoint.Role.CONTROL, "" + random.nextInt(99), a);
        }
        EastNorth b = new EastNorth(a.east() + random.nextGaussian() * 20, a.north() + random.nextGaussian() * 20);
        return MapObject.of(id, 1 + random.nextInt(63), ObjectShape.line(List.of(a, b)), "");
    }

    private static ChangeSet act(List<Change> changes) {
        return ChangeSet.planned(UUID.randomUUID(), "objects", changes);
    }

    private static Set<UUID> in(Fabric land, Extent window) {
        Set<UUID> found = new TreeSet<>();
        land.index().objectsIn(window, one -> assertTrue(found.add(one.id()), "each once"));
        return found;
    }

    /** Against a plain list, through adding, moving, removing, many at once and few, and all the way back. */
    @Test
    void objectsAreFoundByPlaceThroughAnyEditsAndUndone() {
        Map<UUID, PlacedRecord> all = new HashMap<>();
        List<Fabric> states = new ArrayList<>(List.of(Fabric.empty()));
        List<ChangeSet> acts = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            Fabric land = states.get(n);
            List<Change> changes = new ArrayList<>();
            int size = n % 20 == 5 ? 3000 : 1 + random.nextInt(40);
            for (int k = 0; k < size; k++) {
                UUID id = new UUID(n % 20 == 5 ? 100 + n : 5, random.nextInt(n % 20 == 5 ? 1_000_000 : 300));
                if (changes.stream().limit(50).anyMatch(c -> c.id().equals(id)) || (size > 50 && all.containsKey(id))) {
                    continue;
                }
                PlacedRecord before = all.get(id);
                PlacedRecord after = before != null && random.nextBoolean() ? null : random(id);
                changes.removeIf(c -> size <= 50 && c.id().equals(id));
                if (after == null) {
                    all.remove(id);
                } else {
                    all.put(id, after);
                }
                changes.add(new Change.RecordChange(id, before, after));
            }
            changes = new ArrayList<>(changes.stream()
                    .collect(Collectors.toMap(Change::id, c -> c, Change::then))
                    .values());
            acts.add(act(changes));
            states.add(land.apply(acts.get(n)));
            Fabric now = states.get(n + 1);
            assertEquals(all.size(), now.objectCount());
            for (int q = 0; q < 5; q++) {
                Extent window = Extent.of(place()).grownBy(60);
                Set<UUID> expected = all.values().stream()
                        .filter(one -> one.extent().intersects(window))
                        .map(PlacedRecord::id)
                        .collect(Collectors.toCollection(TreeSet::new));
                assertEquals(expected, in(now, window));
            }
        }
        Fabric land = states.get(60);
        for (int n = 59; n >= 0; n--) {
            land = land.apply(acts.get(n).inverse(UUID.randomUUID()));
            assertEquals(states.get(n), land);
            assertEquals(states.get(n).objectCount(), land.objectCount());
        }
    }

    @Test
    void theNearestPositionIsASnapTarget() {
        UUID wall = new UUID(1, 1);
        MapObject line =
                MapObject.of(wall, 14, ObjectShape.line(List.of(new EastNorth(0, 0), new EastNorth(10, 0))), "");
        UUID label = new UUID(1, 2);
        MapObject text = MapObject.of(label, 15, ObjectShape.point(new EastNorth(5, 0)), "b2");
        Fabric land = Fabric.empty()
                .apply(act(List.of(
                        new Change.RecordChange(wall, null, line), new Change.RecordChange(label, null, text))));
        EastNorth pointer = new EastNorth(9.8, 0.1);
        assertEquals(
                new EastNorth(10, 0),
                land.index().nearestObjectPosition(pointer, 0.5).orElseThrow());
        assertTrue(land.index().nearestObjectPosition(pointer, 0.2).isEmpty());
        assertEquals(
                wall,
                land.index()
                        .nearestObject(new EastNorth(8, 0.1), 0.5)
                        .orElseThrow()
                        .id());
        assertEquals(
                label,
                land.index()
                        .nearestObject(new EastNorth(5, 0), 0.5)
                        .orElseThrow()
                        .id(),
                "label on a line");
        assertEquals(new Extent(0, 0, 10, 0), land.index().objectExtent().orElseThrow());
    }

    @Test
    void anActThatDoesNotStartFromTheseObjectsIsRefused() {
        UUID id = new UUID(1, 1);
        PlacedRecord one = random(id);
        Fabric land = Fabric.empty().apply(act(List.of(new Change.RecordChange(id, null, one))));
        assertThrows(
                IllegalArgumentException.class,
                () -> land.apply(act(List.of(new Change.RecordChange(id, null, random(id))))));
    }
}
