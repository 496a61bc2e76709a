package vn.diaba.cadastre.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;

/** Applies a draft to a copy of the land and looks whether the fault is gone and nothing worse has come. Immutable. */
final class Proof {
    private static final double MARGIN_METRES = 1;

    private final RuleBook book;
    private final Fabric land;
    private final Violation fault;

    Proof(RuleBook book, Fabric land, Violation fault) {
        this.book = book;
        this.land = land;
        this.fault = fault;
    }

    /** The remedy, if the draft is one. */
    Optional<Remedy> of(Draft draft, UUID id) {
        ChangeSet plan = ChangeSet.planned(id, FixPlan.LABEL, draft.changes());
        Fabric copy = land.apply(plan);
        boolean forbidden =
                book.check(land, copy, plan).stream().anyMatch(violation -> violation.severity() == Severity.ERROR);
        if (forbidden) {
            return Optional.empty();
        }
        Scope scope = scope(copy, plan);
        CheckReport before = book.check(land, scope);
        CheckReport after = book.check(copy, scope);
        boolean mended = after.count(fault.rule()) < before.count(fault.rule())
                && count(after, fault) < Math.max(1, count(before, fault));
        if (!mended || !book.newErrors(before, after).isEmpty() || !isNotMore(before, after)) {
            return Optional.empty();
        }
        List<Remedy.AreaChange> areas = areas(copy, plan);
        double largest = areas.stream()
                .mapToDouble(area -> Math.abs(area.after() - area.before()))
                .max()
                .orElse(0);
        boolean safe = draft.isGentle()
                && largest <= book.tolerances().overlapAreaSquareMetres()
                && after.count(Severity.WARNING) <= before.count(Severity.WARNING);
        return Optional.of(new Remedy(
                draft.kind(),
                draft.parcels(),
                plan,
                safe,
                shifts(copy, plan),
                areas,
                Math.toIntExact(after.count(Severity.ERROR))));
    }

    /** Faults of the rule between the same parcels, or some of them where the others have ended. */
    private static long count(CheckReport report, Violation fault) {
        return report.of(fault.rule()).stream()
                .filter(other -> other.parcels().equals(fault.parcels()))
                .count();
    }

    private static boolean isNotMore(CheckReport before, CheckReport after) {
        return after.count(Severity.ERROR) <= before.count(Severity.ERROR);
    }

    /** Remedies that leave fewer errors first, safe ones before others, then those that change areas less. */
    Comparator<Remedy> order() {
        return Comparator.comparingInt(Remedy::errorsLeft)
                .thenComparing(remedy -> !remedy.isSafe())
                .thenComparingDouble(remedy ->
                        Math.rint(remedy.largestAreaChange() / book.tolerances().overlapAreaSquareMetres()));
    }

    /** The parcels changed before and after, those at changed corners, and a window about all places that change. */
    private Scope scope(Fabric copy, ChangeSet plan) {
        Set<ParcelId> touched = new LinkedHashSet<>(fault.parcels());
        Extent window = Extent.of(fault.place());
        for (Change change : plan.changes()) {
            if (change instanceof Change.CornerChange corner) {
                touched.addAll(land.parcelsAt(corner.id()));
                touched.addAll(copy.parcelsAt(corner.id()));
                window = with(window, corner.before());
                window = with(window, corner.after());
            } else if (change instanceof Change.ParcelChange parcel) {
                touched.add(parcel.id());
                window = around(window, parcel, copy);
            }
        }
        Scope around = Scope.around(touched, window.grownBy(MARGIN_METRES));
        return fault.rule().equals("number-is-unique") ? around : around.keepingNumbers();
    }

    private static Extent with(Extent window, @Nullable Corner corner) {
        return corner == null ? window : window.union(Extent.of(corner.position()));
    }

    /** Takes in the corners that only one of the two rings has, with their neighbours. */
    private Extent around(Extent window, Change.ParcelChange change, Fabric copy) {
        Extent all = window;
        List<EastNorth> was = places(land, change.before());
        List<EastNorth> is = places(copy, change.after());
        for (List<EastNorth> ring : List.of(was, is)) {
            List<EastNorth> other = ring == was ? is : was;
            for (int i = 0; i < ring.size(); i++) {
                if (!other.contains(ring.get(i))) {
                    for (int k = -1; k <= 1; k++) {
                        all = all.union(Extent.of(ring.get(Math.floorMod(i + k, ring.size()))));
                    }
                }
            }
        }
        return all;
    }

    private static List<EastNorth> places(Fabric land, @Nullable Parcel parcel) {
        return parcel == null
                ? List.of()
                : parcel.rings()
                        .flatMap(ring -> ring.corners().stream())
                        .map(corner -> land.corner(corner).position())
                        .toList();
    }

    private List<Remedy.Shift> shifts(Fabric copy, ChangeSet plan) {
        List<Remedy.Shift> shifts = new ArrayList<>();
        for (Change change : plan.changes()) {
            if (change instanceof Change.CornerChange corner && corner.before() != null) {
                EastNorth from = corner.before().position();
                EastNorth to = corner.after() == null
                        ? copy.index()
                                .nearestCorner(from, SliverDrafts.WIDEST_METRES * 2)
                                .map(Corner::position)
                                .orElse(from)
                        : corner.after().position();
                shifts.add(new Remedy.Shift(corner.id(), from, to));
            }
        }
        return shifts;
    }

    private List<Remedy.AreaChange> areas(Fabric copy, ChangeSet plan) {
        Set<ParcelId> parcels = new LinkedHashSet<>();
        for (Change change : plan.changes()) {
            if (change instanceof Change.CornerChange corner) {
                parcels.addAll(land.parcelsAt(corner.id()));
            } else if (change instanceof Change.ParcelChange parcel) {
                parcels.add(parcel.id());
            }
        }
        List<Remedy.AreaChange> areas = new ArrayList<>();
        for (ParcelId id : parcels) {
            boolean lives = isLive(land, id) && isLive(copy, id);
            double was = lives ? land.areaOf(id).squareMetres() : 0;
            double is = lives ? copy.areaOf(id).squareMetres() : 0;
            if (was != is) {
                areas.add(new Remedy.AreaChange(id, was, is));
            }
        }
        return areas;
    }

    private static boolean isLive(Fabric land, ParcelId id) {
        return land.findParcel(id).filter(Parcel::isLive).isPresent();
    }
}
