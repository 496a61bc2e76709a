package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelId;

/** What a look at the neighbourhood of an act finds is what a look at all the land finds there. */
class IncrementalPropertyTest {
    private static final Set<String> OF_PARCELS = Set.of("no-sliver", "number-is-unique", "area-agrees");

    @Test
    void aWindowShowsWhatTheWholeShowsThere() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Fabric land = TestFabrics.grid(6, 6);
            for (int n = 0; n < 12; n++) {
                ChangeSet act = RandomActs.next(land, random, n);
                Fabric next = land.apply(act);
                Scope scope = RandomActs.scope(land, next, act);
                for (Fabric moment : List.of(land, next)) {
                    compare(moment, scope, "seed " + seed + ", act " + n);
                }
                land = next;
            }
        }
    }

    @Test
    void theErrorsAnActBringsAreTheSameFromWindowsAndFromWholes() {
        int acts = 0;
        int declined = 0;
        for (int seed = 100; seed < 130; seed++) {
            Random random = new Random(seed);
            Fabric land = TestFabrics.grid(6, 6);
            for (int n = 0; n < 10; n++) {
                ChangeSet act = RandomActs.next(land, random, n);
                Fabric next = land.apply(act);
                Scope scope = RandomActs.scope(land, next, act);
                List<Violation> near =
                        Checks.BOOK.newErrors(Checks.BOOK.check(land, scope), Checks.BOOK.check(next, scope));
                List<Violation> all =
                        Checks.BOOK.newErrors(Checks.BOOK.check(land, Scope.ALL), Checks.BOOK.check(next, Scope.ALL));
                assertEquals(keys(all), keys(near), "seed " + seed + ", act " + n);
                acts++;
                declined += near.isEmpty() ? 0 : 1;
                land = next;
            }
        }
        assertEquals(300, acts);
        assertEquals(true, declined > 100 && declined < 300, declined + " of 300 bring errors");
    }

    /** As after the redo of an import: more parcels than are compared each with each. */
    @Test
    void aWindowOverManyParcelsShowsWhatTheWholeShows() {
        Random random = new Random(7);
        Fabric land = TestFabrics.grid(13, 13);
        for (int n = 0; n < 10; n++) {
            land = land.apply(RandomActs.next(land, random, n));
        }
        Set<ParcelId> all = new HashSet<>();
        ParcelCursor cursor = land.cursor();
        Extent extent = null;
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                all.add(cursor.id());
                extent = extent == null ? cursor.extent() : extent.union(cursor.extent());
            }
        }
        Scope scope = Scope.around(all, Objects.requireNonNull(extent).grownBy(1));
        assertEquals(
                keys(Checks.BOOK.check(land, Scope.ALL).violations()),
                keys(Checks.BOOK.check(land, scope).violations()));
    }

    private static void compare(Fabric land, Scope scope, String when) {
        List<Violation> whole = Checks.BOOK.check(land, Scope.ALL).violations();
        List<Violation> seen = Checks.BOOK.check(land, scope).violations();
        Set<String> extra = new HashSet<>(keys(seen));
        extra.removeAll(keys(whole));
        assertEquals(Set.of(), extra, "only in the window, " + when);
        Set<String> missing =
                keys(whole.stream().filter(v -> isIn(v, land, scope)).toList());
        missing.removeAll(keys(seen));
        assertEquals(Set.of(), missing, "missed in the window, " + when);
    }

    private static boolean isIn(Violation violation, Fabric land, Scope scope) {
        if (OF_PARCELS.contains(violation.rule())) {
            return violation.parcels().stream().anyMatch(id -> touched(scope).contains(id));
        }
        Extent window = Objects.requireNonNull(scope.window());
        Geometry frame = new GeometryFactory()
                .toGeometry(new Envelope(window.west(), window.east(), window.south(), window.north()));
        if (violation.wkt() == null) {
            return frame.intersects(new GeometryFactory()
                    .createPoint(new Coordinate(
                            violation.place().east(), violation.place().north())));
        }
        try {
            return new WKTReader().read(violation.wkt()).getBoundary().intersects(frame);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<ParcelId> touched(Scope scope) {
        return Objects.requireNonNull(scope.parcels());
    }

    private static Set<String> keys(List<Violation> violations) {
        return violations.stream()
                .map(v -> v.rule() + v.parcels() + v.place() + Math.round(v.areaSquareMetres() * 1000) + v.severity())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
