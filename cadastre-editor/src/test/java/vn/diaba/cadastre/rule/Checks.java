package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/** Runs the standard rules in tests and gives what they say in numbers of parcels. */
final class Checks {
    static final RuleBook BOOK = RuleBook.standard(Tolerances.STANDARD);

    private Checks() {}

    /** The violations of one rule over shapes, parcels numbered from 1 in their order. */
    static List<Violation> of(String rule, String... shapes) {
        return of(rule, TestFabrics.fromWkt(shapes));
    }

    static List<Violation> of(String rule, Fabric land) {
        return BOOK.only(List.of(rule)).check(land, Scope.ALL).violations();
    }

    /** Ids of the rules that find an error. */
    static Set<String> errors(Fabric land) {
        return BOOK.check(land, Scope.ALL).violations().stream()
                .filter(v -> v.severity() == Severity.ERROR)
                .map(Violation::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Source keys of all parcels. */
    static Map<ParcelId, String> sources(Fabric land) {
        Map<ParcelId, String> sources = new HashMap<>();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            land.findParcelAt(slot).ifPresent(parcel -> sources.put(parcel.id(), source(parcel)));
        }
        return sources;
    }

    private static String source(Parcel parcel) {
        return parcel.facts().sourceId();
    }

    /** The numbers of the parcels a violation names, ascending: {@code 1+2}. */
    static String named(Fabric land, Violation violation) {
        List<String> names = new ArrayList<>();
        for (ParcelId id : violation.parcels()) {
            names.add(source(land.parcel(id)));
        }
        return names.stream()
                .sorted((a, b) -> a.length() != b.length() ? a.length() - b.length() : a.compareTo(b))
                .collect(Collectors.joining("+"));
    }

    /** What a rule says of shapes, a line each: {@code 1+2 at 5.0 5.0}. */
    static List<String> said(String rule, String... shapes) {
        Fabric land = TestFabrics.fromWkt(shapes);
        return of(rule, land).stream()
                .map(v -> named(land, v) + " at " + v.place().east() + " "
                        + v.place().north())
                .sorted()
                .toList();
    }
}
