package vn.diaba.cadastre.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.rule.Violation;

/**
 * Ways to mend narrow overlaps and gaps: one parcel's sides stay, the corners of the others that lie along the fault join
 * its corners or are put on its sides. Stateless.
 */
final class SliverDrafts {
    /** Wider faults are no matter of joining corners. */
    static final double WIDEST_METRES = 1.5;
    /** How much farther than the fault is wide a corner may go, since faults are not as wide everywhere. */
    private static final double SLACK = 1.6;

    private static final double SAME_METRES = 0.00005;
    private static final int MOST_PARCELS = 6;

    private SliverDrafts() {}

    static Geometry shape(Violation fault) {
        try {
            return new WKTReader().read(java.util.Objects.requireNonNull(fault.wkt()));
        } catch (ParseException neverOurs) {
            throw new IllegalStateException(fault.wkt(), neverOurs);
        }
    }

    /** One draft for each parcel whose sides may stay, the better-surveyed and older first. */
    static List<Draft> attach(Fabric land, Violation fault) {
        List<Draft> drafts = new ArrayList<>();
        if (fault.wkt() == null
                || !(fault.widthMetres() <= WIDEST_METRES)
                || fault.parcels().size() > MOST_PARCELS) {
            return drafts;
        }
        Geometry shape = shape(fault);
        double reach = fault.widthMetres() * SLACK + SAME_METRES;
        List<ParcelId> ranked = fault.parcels().stream()
                .sorted(Comparator.comparing((ParcelId id) -> best(land, id, shape), Standing.ORDER))
                .toList();
        for (ParcelId stays : ranked) {
            RingWork work = new RingWork(land);
            for (ParcelId other : ranked) {
                if (!other.equals(stays)) {
                    join(work, land, new Fault(shape, reach, stays, other));
                }
            }
            stitch(work, fault.parcels(), shape, reach);
            drafts.add(new Draft("remedy-attach", false, List.of(stays), work.changes()));
        }
        return drafts;
    }

    private record Fault(Geometry shape, double reach, ParcelId stays, ParcelId other) {}

    /** The best corner of a parcel along the fault. */
    private static Corner best(Fabric land, ParcelId id, Geometry shape) {
        return along(new RingWork(land), id, shape).stream()
                .map(land::corner)
                .min(Standing.ORDER)
                .orElseGet(
                        () -> land.corner(land.parcel(id).faces().get(0).shell().at(0)));
    }

    /** Corners of a parcel on the border of the fault, as far as they are those of the land. */
    private static Set<CornerId> along(RingWork work, ParcelId id, Geometry shape) {
        Set<CornerId> found = new LinkedHashSet<>();
        Geometry border = shape.getBoundary();
        work.parcel(id).rings().flatMap(ring -> ring.corners().stream()).forEach(corner -> {
            EastNorth place = work.place(corner);
            if (border.distance(point(shape, place)) <= 2 * SAME_METRES) {
                found.add(corner);
            }
        });
        return found;
    }

    private static Geometry point(Geometry shape, EastNorth place) {
        return shape.getFactory().createPoint(new org.locationtech.jts.geom.Coordinate(place.east(), place.north()));
    }

    /** Corners of the other parcel join the staying one's corners within reach; what is left is put on its sides. */
    private static void join(RingWork work, Fabric land, Fault fault) {
        Set<CornerId> anchors = new LinkedHashSet<>();
        work.parcel(fault.stays)
                .rings()
                .flatMap(ring -> ring.corners().stream())
                .forEach(anchors::add);
        for (CornerId corner : along(work, fault.other, fault.shape)) {
            if (anchors.contains(corner)) {
                continue;
            }
            EastNorth place = work.place(corner);
            Optional<CornerId> twin = anchors.stream()
                    .filter(anchor -> work.place(anchor).distanceTo(place) <= fault.reach)
                    .min(Comparator.comparingDouble(anchor -> work.place(anchor).distanceTo(place)));
            if (twin.isPresent()) {
                work.replace(corner, twin.get());
            } else {
                putOnSide(work, fault, corner);
            }
        }
    }

    private static void putOnSide(RingWork work, Fault fault, CornerId corner) {
        EastNorth place = work.place(corner);
        Optional<SideKey> side = RingWork.sidesOf(work.parcel(fault.stays)).stream()
                .filter(key -> distance(work, key, place) <= fault.reach)
                .min(Comparator.comparingDouble(key -> distance(work, key, place)));
        if (side.isPresent()) {
            EastNorth a = work.place(side.get().first());
            EastNorth b = work.place(side.get().second());
            double share = PlaneMath.footShare(a, b, place);
            if (share > 0 && share < 1) {
                work.move(corner, PlaneMath.along(a, b, share));
                work.insert(side.get(), corner);
            }
        }
    }

    private static double distance(RingWork work, SideKey side, EastNorth place) {
        return PlaneMath.distanceToSegment(work.place(side.first()), work.place(side.second()), place);
    }

    /** Corners of the parcels about the fault that now lie on each other's sides are put on them. */
    static void stitch(RingWork work, List<ParcelId> parcels, Geometry shape, double reach) {
        Geometry near = shape.getEnvelope();
        for (ParcelId one : parcels) {
            for (ParcelId other : parcels) {
                if (one.equals(other)) {
                    continue;
                }
                Set<CornerId> have = new LinkedHashSet<>();
                work.parcel(one)
                        .rings()
                        .flatMap(ring -> ring.corners().stream())
                        .forEach(have::add);
                List<CornerId> candidates = work.parcel(other)
                        .rings()
                        .flatMap(ring -> ring.corners().stream())
                        .filter(corner -> !have.contains(corner))
                        .filter(corner -> near.distance(point(shape, work.place(corner))) <= reach + 1)
                        .distinct()
                        .toList();
                for (CornerId corner : candidates) {
                    RingWork.sidesOf(work.parcel(one)).stream()
                            .filter(side -> distance(work, side, work.place(corner)) <= 2 * SAME_METRES)
                            .findFirst()
                            .ifPresent(side -> work.insert(side, corner));
                }
            }
        }
    }
}
