package vn.diaba.cadastre.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Violation;

/** The rules and the generator know nothing of each other; what one plants the other must find. */
class PlantedFaultsFoundTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_26})
    void everyPlantedFaultIsFound(long seed) {
        SampleWard ward = SampleWard.generate(seed);
        Fabric land = land(ward.drafts());
        List<Violation> found =
                RuleBook.standard(Tolerances.STANDARD).check(land, Scope.ALL).violations();
        for (PlantedFault fault : ward.truth()) {
            assertTrue(
                    found.stream()
                            .anyMatch(v -> v.rule().equals(fault.rule())
                                    && new HashSet<>(fault.sourceIds()).containsAll(keys(land, v))
                                    && v.place().distanceTo(fault.place()) < 40),
                    fault::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_26})
    void nothingIsFoundButThePlantedFaults(long seed) {
        SampleWard ward = SampleWard.generate(seed);
        Fabric land = land(ward.drafts());
        for (Violation v :
                RuleBook.standard(Tolerances.STANDARD).check(land, Scope.ALL).violations()) {
            // a parcel that came twice overlaps itself as well
            Set<String> meant = v.rule().equals("no-overlap") ? Set.of("no-overlap", "no-duplicate") : Set.of(v.rule());
            assertTrue(
                    ward.truth().stream()
                            .anyMatch(fault -> meant.contains(fault.rule())
                                    && new HashSet<>(fault.sourceIds()).containsAll(keys(land, v))),
                    v::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theCleanWardHasNoViolationAtAll(long seed) {
        Fabric land = land(SampleWard.clean(seed, 3000));
        assertEquals(
                List.of(),
                RuleBook.standard(Tolerances.STANDARD).check(land, Scope.ALL).violations());
    }

    private static List<String> keys(Fabric land, Violation violation) {
        List<String> keys = new ArrayList<>();
        violation.parcels().forEach(id -> keys.add(land.parcel(id).facts().sourceId()));
        return keys;
    }

    private static Fabric land(List<Draft> drafts) {
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(1), 0);
        drafts.forEach(builder::add);
        return Fabric.empty()
                .apply(ChangeSet.planned(
                        new UUID(1, 1), "add-parcels", builder.build().changes()));
    }
}
