package vn.diaba.cadastre.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.rule.Violation;

/** Ways to mend faults of single corners: apart, beside a side, too near each other, at the tip of a spike. Stateless. */
final class CornerDrafts {
    /** Half a grid step: two positions this near are one. */
    private static final double SAME_METRES = 0.00005;

    private CornerDrafts() {}

    /** Corners on one grid point become one. */
    static List<Draft> apart(Fabric land, Violation fault) {
        List<Corner> here = near(land, fault.parcels(), fault.place(), SAME_METRES);
        return here.size() < 2 ? List.of() : welds(land, here);
    }

    /** The first stays for all the others; then the other way round. */
    private static List<Draft> welds(Fabric land, List<Corner> corners) {
        List<Corner> ranked = corners.stream().sorted(Standing.ORDER).toList();
        List<Draft> drafts = new ArrayList<>();
        for (Corner stays : ranked) {
            RingWork work = new RingWork(land);
            for (Corner gone : ranked) {
                if (!gone.equals(stays)) {
                    work.replace(gone.id(), stays.id());
                }
            }
            drafts.add(new Draft("remedy-weld", true, land.parcelsAt(stays.id()), work.changes()));
        }
        return drafts;
    }

    /** A corner beside a side is put on it, or joined with the side's end, or taken away where it is no bend. */
    static List<Draft> beside(Fabric land, Violation fault, Tolerances limits) {
        double reach = limits.edgeMatchMetres() + SAME_METRES;
        List<Draft> drafts = new ArrayList<>();
        for (Corner corner : near(land, fault.parcels(), fault.place(), SAME_METRES)) {
            List<Corner> twins = new ArrayList<>(near(land, fault.parcels(), corner.position(), reach));
            if (twins.size() > 1) {
                drafts.addAll(welds(land, twins));
            }
            insert(land, fault, corner, reach).ifPresent(drafts::add);
            RingWork taken = new RingWork(land);
            List<ParcelId> users = land.parcelsAt(corner.id());
            users.stream()
                    .filter(id -> isNoBend(land.parcel(id), corner, land, reach))
                    .forEach(id -> taken.remove(id, corner.id()));
            drafts.add(new Draft("remedy-remove-corner", true, users, taken.changes()));
        }
        return drafts;
    }

    private static java.util.Optional<Draft> insert(Fabric land, Violation fault, Corner corner, double reach) {
        RingWork work = new RingWork(land);
        Set<SideKey> sides = new LinkedHashSet<>();
        List<ParcelId> users = land.parcelsAt(corner.id());
        for (ParcelId id : fault.parcels()) {
            Parcel parcel = land.parcel(id);
            if (!users.contains(id)) {
                RingWork.sidesOf(parcel).stream()
                        .filter(side -> distance(land, side, corner.position()) <= reach)
                        .forEach(sides::add);
            }
        }
        sides.forEach(side -> work.insert(side, corner.id()));
        return sides.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Draft("remedy-insert-corner", true, users, work.changes()));
    }

    static double distance(Fabric land, SideKey side, EastNorth place) {
        return PlaneMath.distanceToSegment(
                land.corner(side.first()).position(), land.corner(side.second()).position(), place);
    }

    private static boolean isNoBend(Parcel parcel, Corner corner, Fabric land, double reach) {
        return parcel.rings().allMatch(ring -> {
            int at = ring.corners().indexOf(corner.id());
            return at < 0
                    || PlaneMath.distanceToSegment(
                                    land.corner(ring.at(at - 1)).position(),
                                    land.corner(ring.at(at + 1)).position(),
                                    corner.position())
                            <= reach;
        });
    }

    /** The ends of a side too short become one. */
    static List<Draft> shortSide(Fabric land, Violation fault, Tolerances limits) {
        for (ParcelId id : fault.parcels()) {
            for (SideKey side : RingWork.sidesOf(land.parcel(id))) {
                Corner a = land.corner(side.first());
                Corner b = land.corner(side.second());
                boolean here = a.position().distanceTo(fault.place()) <= SAME_METRES
                        || b.position().distanceTo(fault.place()) <= SAME_METRES;
                if (here && a.position().distanceTo(b.position()) < limits.minimumEdgeMetres()) {
                    return welds(land, List.of(a, b));
                }
            }
        }
        return List.of();
    }

    /** The tip of a spike is taken away, and its foot too where nothing but a corner out and back is left of it. */
    static List<Draft> spike(Fabric land, Violation fault, Tolerances limits) {
        List<Draft> drafts = new ArrayList<>();
        for (Corner tip : near(land, fault.parcels(), fault.place(), SAME_METRES)) {
            for (boolean foot : List.of(true, false)) {
                RingWork work = new RingWork(land);
                for (ParcelId id : fault.parcels()) {
                    work.remove(id, tip.id());
                    if (foot) {
                        work.change(id, ring -> withoutShortSides(ring, tip, land.parcel(id), work, limits));
                    }
                }
                drafts.add(new Draft("remedy-remove-spike", true, fault.parcels(), work.changes()));
            }
        }
        return drafts;
    }

    /** Where the tip was, its neighbours may now lie on one place: one of them goes. */
    private static @Nullable Ring withoutShortSides(
            Ring ring, Corner tip, Parcel before, RingWork work, Tolerances limits) {
        Set<CornerId> feet = new LinkedHashSet<>();
        before.rings().forEach(old -> {
            int at = old.corners().indexOf(tip.id());
            if (at >= 0) {
                feet.add(old.at(at - 1));
                feet.add(old.at(at + 1));
            }
        });
        List<CornerId> left = new ArrayList<>(ring.corners());
        for (int i = 0; i < left.size() && left.size() > 3; i++) {
            CornerId a = left.get(i);
            CornerId b = left.get((i + 1) % left.size());
            boolean shortSide = work.place(a).distanceTo(work.place(b)) < limits.minimumEdgeMetres();
            if (shortSide && feet.contains(a) && feet.contains(b)) {
                left.remove(Standing.ORDER.compare(work.corner(a), work.corner(b)) <= 0 ? b : a);
            }
        }
        return RingWork.ringOf(RingWork.collapsed(left));
    }

    /** Corners of parcels near a place, the nearest first. */
    static List<Corner> near(Fabric land, List<ParcelId> parcels, EastNorth place, double metres) {
        Set<CornerId> ids = new LinkedHashSet<>();
        for (ParcelId parcel : parcels) {
            land.parcel(parcel).rings().flatMap(ring -> ring.corners().stream()).forEach(ids::add);
        }
        return ids.stream()
                .map(land::corner)
                .filter(corner -> corner.position().distanceTo(place) <= metres)
                .sorted(Comparator.comparingDouble(
                        (Corner corner) -> corner.position().distanceTo(place)))
                .toList();
    }
}
