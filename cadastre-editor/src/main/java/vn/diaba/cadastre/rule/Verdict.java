package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.ParcelId;

/** Tells the errors an edit brings from those that were there. Immutable. */
final class Verdict {
    /** A width is only measured to a few parts in a hundred where a fault has many corners. */
    private static final double WIDTH_SHARE = 0.1;

    private final Tolerances tolerances;
    private final UnaryOperator<ParcelId> ancestor;

    Verdict(Tolerances tolerances, UnaryOperator<ParcelId> ancestor) {
        this.tolerances = tolerances;
        this.ancestor = ancestor;
    }

    private record Subject(String rule, Set<ParcelId> parcels) {}

    List<Violation> newErrors(List<Violation> before, List<Violation> after) {
        Map<Subject, List<Violation>> known = grouped(before);
        List<Violation> fresh = new ArrayList<>();
        grouped(after).forEach((subject, now) -> {
            List<Violation> then = known.getOrDefault(subject, List.of());
            fresh.addAll(grown(then, now));
        });
        fresh.removeIf(v -> v.rule().equals("no-gap") && isPartOfAny(v, before));
        List<Violation> ordered = new ArrayList<>(after);
        ordered.retainAll(new HashSet<>(fresh));
        return List.copyOf(ordered);
    }

    private Map<Subject, List<Violation>> grouped(List<Violation> violations) {
        Map<Subject, List<Violation>> groups = new HashMap<>();
        for (Violation violation : violations) {
            if (violation.severity() == Severity.ERROR) {
                Set<ParcelId> parcels = new HashSet<>();
                violation.parcels().forEach(parcel -> parcels.add(ancestor.apply(parcel)));
                groups.computeIfAbsent(new Subject(violation.rule(), parcels), s -> new ArrayList<>())
                        .add(violation);
            }
        }
        return groups;
    }

    /** Of faults with an area those that make the sum larger, of others as many as are more than there were. */
    private List<Violation> grown(List<Violation> then, List<Violation> now) {
        if (then.isEmpty()) {
            return now;
        }
        if (Double.isNaN(now.get(0).areaSquareMetres())) {
            return surplus(then, now);
        }
        double areaGrowth = area(now) - area(then);
        double width = width(then);
        boolean isWider = width(now) - width > Math.max(tolerances.overlapWidthMetres(), WIDTH_SHARE * width);
        return areaGrowth > tolerances.overlapAreaSquareMetres() || isWider ? now : List.of();
    }

    private static List<Violation> surplus(List<Violation> then, List<Violation> now) {
        List<Violation> left = new ArrayList<>(now);
        for (Violation old : then) {
            left.stream()
                    .min((a, b) -> Double.compare(
                            a.place().distanceTo(old.place()), b.place().distanceTo(old.place())))
                    .ifPresent(left::remove);
        }
        return left;
    }

    private static double area(List<Violation> violations) {
        return violations.stream().mapToDouble(Violation::areaSquareMetres).sum();
    }

    private static double width(List<Violation> violations) {
        return violations.stream()
                .mapToDouble(Violation::widthMetres)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private boolean isPartOfAny(Violation hole, List<Violation> before) {
        Geometry now = shape(hole);
        for (Violation old : before) {
            Geometry then = old.rule().equals("no-gap") ? shape(old) : null;
            if (now != null
                    && then != null
                    && then.getEnvelopeInternal().intersects(now.getEnvelopeInternal())
                    && OverlayNGRobust.overlay(now, then, OverlayNG.DIFFERENCE).getArea()
                            <= tolerances.overlapAreaSquareMetres()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Geometry shape(Violation violation) {
        try {
            return violation.wkt() == null ? null : new WKTReader().read(violation.wkt());
        } catch (ParseException neverOurs) {
            throw new IllegalStateException(violation.wkt(), neverOurs);
        }
    }
}
