package vn.diaba.cadastre.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;

/** Every injected fault is named by its rule, and nothing is said of land that was left alone. */
class DefectFixturesTest {
    private static final int ROWS = 31;
    private static final int COLUMNS = 52;

    @Test
    void theCoverageItselfHasNoFault() {
        for (int seed = 1; seed <= 5; seed++) {
            Fabric land = new LatticeCoverage(ROWS, COLUMNS, seed).land();
            assertEquals(List.of(), Checks.BOOK.check(land, Scope.ALL).violations(), "seed " + seed);
        }
    }

    @Test
    void everyKindIsFoundByItsRuleAndNothingElse() {
        Map<DefectFixtures.Kind, Integer> found = new EnumMap<>(DefectFixtures.Kind.class);
        for (int seed = 1; seed <= 12; seed++) {
            LatticeCoverage coverage = new LatticeCoverage(ROWS, COLUMNS, seed);
            DefectFixtures fixtures = new DefectFixtures(coverage, ROWS, seed);
            Fabric land = coverage.land();
            Map<ParcelId, String> keys = Checks.sources(land);
            List<Violation> violations = Checks.BOOK.check(land, Scope.ALL).violations();
            Set<Violation> unexplained = new HashSet<>(violations);
            for (DefectFixtures.Defect defect : fixtures.defects) {
                assertTrue(
                        violations.stream()
                                .anyMatch(v -> v.rule().equals(defect.kind().rule)
                                        && named(v, keys).containsAll(defect.damaged())),
                        () -> defect.kind() + " of " + defect.damaged());
                unexplained.removeIf(v -> named(v, keys).stream().anyMatch(defect.damaged()::contains)
                        && defect.near().containsAll(named(v, keys)));
                found.merge(defect.kind(), 1, Integer::sum);
            }
            assertEquals(Set.of(), unexplained, "seed " + seed);
        }
        assertEquals(10, found.size());
        assertTrue(found.values().stream().allMatch(n -> n >= 100), found.toString());
    }

    private static Set<String> named(Violation violation, Map<ParcelId, String> keys) {
        return violation.parcels().stream().map(keys::get).collect(Collectors.toSet());
    }
}
