package vn.diaba.cadastre.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;

/**
 * Judges an act by difference: what was wrong before may stay wrong, nothing new may come and nothing may grow. A fault
 * of a piece counts as the fault of the parcel it was cut from, one of a merged parcel as that of any part. Stateless.
 */
final class Verdict {
    private static final double GROWTH_SQUARE_METRES = 0.01;
    private static final double GROWTH_METRES = 0.001;

    private Verdict() {}

    /**
     * The violations an act brings.
     *
     * @return those in the act's neighbourhood that were not there before or have grown, of every severity
     */
    static List<Violation> news(Judge judge, Fabric before, Fabric after, ChangeSet act) {
        Scope scope = Neighbourhood.of(before, after, act).orElse(null);
        if (scope == null) {
            return List.of();
        }
        List<Violation> now = judge.violations(after, scope);
        if (now.isEmpty()) {
            return List.of();
        }
        List<Violation> old = new ArrayList<>(judge.violations(before, scope));
        List<Violation> news = new ArrayList<>();
        for (Violation violation : now) {
            Violation match = match(old, violation, before, after);
            if (match == null) {
                news.add(violation);
            } else if (violation.rule().equals(match.rule()) && grew(match, violation)) {
                news.add(violation);
            }
        }
        return news;
    }

    private static @org.jspecify.annotations.Nullable Violation match(
            List<Violation> old, Violation violation, Fabric before, Fabric after) {
        Set<ParcelId> origins = new HashSet<>();
        for (ParcelId parcel : violation.parcels()) {
            origins.addAll(Neighbourhood.origins(before, after, parcel));
        }
        Violation nearest = null;
        for (Violation candidate : old) {
            boolean same = candidate.rule().equals(violation.rule())
                    && (candidate.parcels().isEmpty()
                            ? violation.parcels().isEmpty()
                            : origins.containsAll(candidate.parcels()));
            if (same
                    && (nearest == null
                            || candidate.place().distanceTo(violation.place())
                                    < nearest.place().distanceTo(violation.place()))) {
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static boolean grew(Violation old, Violation now) {
        return now.areaSquareMetres() > old.areaSquareMetres() + GROWTH_SQUARE_METRES
                || now.widthMetres() > old.widthMetres() + GROWTH_METRES;
    }

    /** Those that forbid the act: errors not waived. Nothing waives a ring that crosses itself. */
    static List<Violation> forbidding(List<Violation> news, List<Waiver> waivers) {
        return news.stream()
                .filter(violation -> violation.severity() == Severity.ERROR)
                .filter(violation -> violation.rule().equals("ring-is-simple")
                        || waivers.stream().noneMatch(waiver -> waives(waiver, violation)))
                .toList();
    }

    private static boolean waives(Waiver waiver, Violation violation) {
        return waiver.rule().equals(violation.rule())
                && (waiver.subjects().isEmpty()
                        || violation.parcels().stream().map(ParcelId::uuid).anyMatch(waiver.subjects()::contains));
    }
}
