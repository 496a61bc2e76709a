package vn.diaba.cadastre.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.rule.Violation;

/** Ways to mend overlaps and gaps of any width: the ground in question goes to one parcel, whole. Stateless. */
final class ShareDrafts {
    private static final int MOST_RECEIVERS = 2;

    private ShareDrafts() {}

    /** Shapes that cross themselves are mended first: what would be given is not known before. */
    private static boolean areValid(Fabric land, Violation fault) {
        return fault.parcels().stream().allMatch(id -> land.shapeOf(id).isValid());
    }

    /** The overlap stays with one parcel and is cut off the other. */
    static List<Draft> overlap(Fabric land, Violation fault, Supplier<CornerId> fresh) {
        if (!areValid(land, fault)) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        for (ParcelId stays : fault.parcels()) {
            for (ParcelId loses : fault.parcels()) {
                if (!stays.equals(loses)) {
                    Geometry left =
                            OverlayNGRobust.overlay(land.shapeOf(loses), land.shapeOf(stays), OverlayNG.DIFFERENCE);
                    reshaped(land, loses, left, fault, fresh)
                            .ifPresent(work -> drafts.add(
                                    new Draft("remedy-give-overlap", false, List.of(stays), work.changes())));
                }
            }
        }
        return drafts;
    }

    /** The gap goes to one of the parcels around it, those with the longest border on it first. */
    static List<Draft> gap(Fabric land, Violation fault, Supplier<CornerId> fresh) {
        if (fault.wkt() == null || !areValid(land, fault)) {
            return List.of();
        }
        Geometry gap = SliverDrafts.shape(fault);
        List<ParcelId> ranked = fault.parcels().stream()
                .sorted(Comparator.comparingDouble((ParcelId id) -> -border(land, id, gap)))
                .limit(MOST_RECEIVERS)
                .toList();
        List<Draft> drafts = new ArrayList<>();
        for (ParcelId gets : ranked) {
            Geometry more = OverlayNGRobust.overlay(land.shapeOf(gets), gap, OverlayNG.UNION);
            reshaped(land, gets, more, fault, fresh)
                    .ifPresent(work -> drafts.add(new Draft("remedy-give-gap", false, List.of(gets), work.changes())));
        }
        return drafts;
    }

    private static double border(Fabric land, ParcelId id, Geometry gap) {
        Geometry common =
                OverlayNGRobust.overlay(land.shapeOf(id).getBoundary(), gap.getBoundary(), OverlayNG.INTERSECTION);
        return common.getLength();
    }

    /** A parcel takes another shape: corners that lie there are used, others made and put on the neighbours' sides. */
    private static java.util.Optional<RingWork> reshaped(
            Fabric land, ParcelId id, Geometry shape, Violation fault, Supplier<CornerId> fresh) {
        if (shape.isEmpty()) {
            return java.util.Optional.empty();
        }
        RingWork work = new RingWork(land);
        Map<EastNorth, CornerId> known = new HashMap<>();
        List<ParcelId> around = new ArrayList<>(fault.parcels());
        for (ParcelId neighbour : land.index().parcelsIn(extent(shape))) {
            if (!around.contains(neighbour)
                    && land.parcel(neighbour).set() == land.parcel(id).set()) {
                around.add(neighbour);
            }
        }
        for (ParcelId neighbour : around) {
            land.parcel(neighbour)
                    .rings()
                    .flatMap(ring -> ring.corners().stream())
                    .forEach(corner -> known.putIfAbsent(land.corner(corner).position(), corner));
        }
        List<Face> faces = new ArrayList<>();
        for (int g = 0; g < shape.getNumGeometries(); g++) {
            if (!(shape.getGeometryN(g) instanceof Polygon polygon)) {
                continue;
            }
            Ring shell = ring(polygon.getExteriorRing(), work, known, fresh);
            List<Ring> holes = new ArrayList<>();
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                Ring hole = ring(polygon.getInteriorRingN(h), work, known, fresh);
                if (hole != null) {
                    holes.add(hole);
                }
            }
            if (shell != null) {
                faces.add(new Face(shell, holes));
            }
        }
        if (faces.size() != land.parcel(id).faces().size()) {
            return java.util.Optional.empty();
        }
        work.put(land.parcel(id).withFaces(faces));
        SliverDrafts.stitch(work, around, shape, 0);
        return java.util.Optional.of(work);
    }

    private static vn.diaba.cadastre.measure.Extent extent(Geometry shape) {
        var box = shape.getEnvelopeInternal();
        return new vn.diaba.cadastre.measure.Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    private static @Nullable Ring ring(
            LinearRing line, RingWork work, Map<EastNorth, CornerId> known, Supplier<CornerId> fresh) {
        List<CornerId> corners = new ArrayList<>();
        for (Coordinate place : line.getCoordinates()) {
            CornerId corner = known.computeIfAbsent(new EastNorth(place.x, place.y), at -> {
                Corner made = Corner.at(fresh.get(), at);
                work.add(made);
                return made.id();
            });
            if (corners.isEmpty() || !corners.get(corners.size() - 1).equals(corner)) {
                corners.add(corner);
            }
        }
        while (corners.size() > 1 && corners.get(0).equals(corners.get(corners.size() - 1))) {
            corners.remove(corners.size() - 1);
        }
        return RingWork.ringOf(corners);
    }
}
