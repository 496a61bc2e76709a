package vn.diaba.cadastre.division;

import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;

/**
 * How the cuts of a division run. Sides and corners of a parcel are counted from 1 through all its rings in their order;
 * side K runs from corner K to the next of its ring. Immutable.
 */
public sealed interface CutDirection {
    /** Cuts parallel to a side; parts are counted from that side inwards. */
    record AlongSide(int side) implements CutDirection {
        @Override
        public Sweep sweep(Fabric fabric, Parcel parcel) throws ImpossibleEditException {
            double[] d = NumberedSides.direction(fabric, parcel, side);
            return ParallelSweep.of(NumberedSides.outline(fabric, parcel), d[0], d[1]);
        }
    }

    /** Cuts square to a side; parts are counted along it, with the land on the left. */
    record AcrossSide(int side) implements CutDirection {
        @Override
        public Sweep sweep(Fabric fabric, Parcel parcel) throws ImpossibleEditException {
            double[] d = NumberedSides.direction(fabric, parcel, side);
            return ParallelSweep.of(NumberedSides.outline(fabric, parcel), d[1], -d[0]);
        }
    }

    /** Cuts along a bearing from grid north; parts are counted from the right of one who looks that way to the left. */
    record AtBearing(Bearing bearing) implements CutDirection {
        @Override
        public Sweep sweep(Fabric fabric, Parcel parcel) {
            double angle = Math.toRadians(bearing.degrees());
            return ParallelSweep.of(NumberedSides.outline(fabric, parcel), Math.sin(angle), Math.cos(angle));
        }
    }

    /** Cuts from a corner; parts are counted counter-clockwise about it, from the side on whose left the land lies. */
    record AboutCorner(int corner) implements CutDirection {
        @Override
        public Sweep sweep(Fabric fabric, Parcel parcel) throws ImpossibleEditException {
            return NumberedSides.turning(fabric, parcel, corner);
        }
    }

    /**
     * Cuts square to the longest side on a road, or where no road is known to the longest side at all, so that every part
     * has a share of the front.
     */
    static CutDirection natural(Fabric fabric, Parcel parcel) {
        int road = Frontage.longest(fabric, parcel.id());
        return new AcrossSide(road > 0 ? road : NumberedSides.longest(fabric, parcel));
    }

    /**
     * The line that moves over the parcel.
     *
     * @throws ImpossibleEditException {@code side-not-there}, {@code corner-not-of-parcel} with the parcel's label, the
     *     number asked for and how many there are
     */
    Sweep sweep(Fabric fabric, Parcel parcel) throws ImpossibleEditException;

    /**
     * The area that is behind the cut when it goes through a place: the parts up to that cut together.
     *
     * @return square metres, from 0 to the parcel's area
     * @throws ImpossibleEditException as {@link #sweep}
     */
    default double squareMetresBehind(Fabric fabric, Parcel parcel, EastNorth place) throws ImpossibleEditException {
        LandOutline land = NumberedSides.outline(fabric, parcel);
        Sweep sweep = sweep(fabric, parcel);
        double at = sweep.placeOf(place.east() - land.originEast, place.north() - land.originNorth);
        return Math.max(0, sweep.behind(land, Math.min(Math.max(at, sweep.start()), sweep.end())));
    }
}
