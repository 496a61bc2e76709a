package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * Finds ground that parcels of a set surround and none covers: the bounded faces of the open sides' linework along which
 * land lies only outside, and whose inside no parcel covers. Confined to one thread.
 */
final class GapSearch {
    private final Look look;
    private final Outline room;

    GapSearch(Look look) {
        this.look = look;
        room = look.outlines.room();
    }

    /** The gaps of both sets; in a window those that meet it and have no more than some hundred parcels around. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        for (ParcelSet set : ParcelSet.values()) {
            if (look.isWhole()) {
                gaps.addAll(gaps(set, linework(set)));
            } else {
                Surroundings around = new Surroundings(look, set);
                List<Gap> first = gaps(set, linework(around));
                if (!first.isEmpty()) {
                    first.forEach(gap -> around.addWithin(gap.shape().getEnvelopeInternal()));
                    gaps.addAll(gaps(set, linework(around)));
                }
            }
        }
        return gaps;
    }

    private List<Gap> gaps(ParcelSet set, Linework lines) {
        List<FaceWalk.Walk> walks = new FaceWalk(lines.noded()).walks();
        List<FaceWalk.Walk> islands = new ArrayList<>();
        List<FaceWalk.Walk> holes = new ArrayList<>();
        for (FaceWalk.Walk walk : walks) {
            if (walk.area() < 0) {
                islands.add(walk);
            } else if (walk.area() > 0 && walk.isLow() && look.sees(boxOf(walk))) {
                holes.add(walk);
            }
        }
        List<Gap> gaps = new ArrayList<>();
        for (FaceWalk.Walk hole : holes) {
            gap(hole, islands, set).ifPresent(gaps::add);
        }
        return gaps;
    }

    /** All open sides of a set. */
    private Linework linework(ParcelSet set) {
        Linework lines = new Linework();
        BitSet tangled = new BitSet();
        tangled.or(look.overlaps().slots());
        look.corners().beside().forEach(near -> tangled.or(near.parcels()));
        look.corners().apart().forEach(near -> tangled.or(near.parcels()));
        BitSet parcels = look.subjects();
        for (int slot = parcels.nextSetBit(0); slot >= 0; slot = parcels.nextSetBit(slot + 1)) {
            Outline o = look.outlines.read(slot, room);
            if (o.set() != set) {
                continue;
            }
            if (!look.shapes.isValid(slot)) {
                lines.add(look.shapes.land(slot), slot);
                continue;
            }
            boolean mayMeet = tangled.get(slot);
            for (int i = 0; i < o.size; i++) {
                if (look.partners.isOpen(o, i)) {
                    lines.add(o, i, mayMeet || besideFaulty(o, i));
                }
            }
        }
        return lines;
    }

    /** The open sides around a window; any of them may meet away from their ends. */
    private Linework linework(Surroundings around) {
        Linework lines = new Linework();
        int last = -1;
        for (long side : around.sides()) {
            int slot = (int) (side >>> 32);
            if (look.shapes.isValid(slot)) {
                lines.add(look.outlines.read(slot, room), (int) side, true);
            } else if (slot != last) {
                lines.add(look.shapes.land(slot), slot);
            }
            last = slot;
        }
        return lines;
    }

    private boolean besideFaulty(Outline o, int side) {
        int across = o.across[side];
        return across >= 0 && !look.shapes.isValid(across);
    }

    private Optional<Gap> gap(FaceWalk.Walk hole, List<FaceWalk.Walk> islands, ParcelSet set) {
        Geometry shape = shape(hole, islands);
        Coordinate inside = shape.getInteriorPoint().getCoordinate();
        if (inside == null || isCovered(inside, set)) {
            return Optional.empty();
        }
        return Optional.of(new Gap(shape, hole.parcels(), hole.points().length - 1));
    }

    private static Geometry shape(FaceWalk.Walk hole, List<FaceWalk.Walk> islands) {
        Polygon outer = Outline.FACTORY.createPolygon(hole.points());
        Envelope box = outer.getEnvelopeInternal();
        List<Polygon> within = new ArrayList<>();
        IndexedPointInAreaLocator locator = null;
        for (FaceWalk.Walk island : islands) {
            if (box.contains(boxOf(island))) {
                locator = locator == null ? new IndexedPointInAreaLocator(outer) : locator;
                if (locator.locate(island.points()[0]) == Location.INTERIOR) {
                    within.add(Outline.FACTORY.createPolygon(island.points()));
                }
            }
        }
        LinearRing[] rings = within.stream()
                .filter(island -> within.stream().noneMatch(wider -> wider != island && isIn(island, wider)))
                .map(Polygon::getExteriorRing)
                .toArray(LinearRing[]::new);
        Polygon shape = Outline.FACTORY.createPolygon(outer.getExteriorRing(), rings);
        return shape.isValid() ? shape : GeometryFixer.fix(shape);
    }

    private static boolean isIn(Polygon island, Polygon wider) {
        return wider.getEnvelopeInternal().contains(island.getEnvelopeInternal())
                && SimplePointInAreaLocator.locate(island.getCoordinate(), wider) == Location.INTERIOR;
    }

    private boolean isCovered(Coordinate place, ParcelSet set) {
        boolean[] covered = {false};
        look.fabric.index().parcelsIn(new Extent(place.x, place.y, place.x, place.y), slot -> {
            covered[0] = covered[0]
                    || (look.outlines.read(slot, room).set() == set && look.shapes.holds(slot, place.x, place.y));
        });
        return covered[0];
    }

    private static Envelope boxOf(FaceWalk.Walk walk) {
        Envelope box = new Envelope();
        for (Coordinate point : walk.points()) {
            box.expandToInclude(point);
        }
        return box;
    }
}
