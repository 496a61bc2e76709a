package vn.diaba.cadastre.fabric;

import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;
import vn.diaba.cadastre.measure.EastNorth;

/** Tells whether a position lies in a parcel: the even-odd rule over all its rings, with JTS's exact predicates. */
final class PointInParcel {
    private PointInParcel() {}

    static boolean contains(ParcelCursor cursor, EastNorth place) {
        RayCrossingCounter counter = new RayCrossingCounter(new Coordinate(place.east(), place.north()));
        for (int r = 0; r < cursor.rings(); r++) {
            int n = cursor.size(r);
            Coordinate from = new Coordinate(cursor.east(r, n - 1), cursor.north(r, n - 1));
            for (int i = 0; i < n; i++) {
                Coordinate to = new Coordinate(cursor.east(r, i), cursor.north(r, i));
                counter.countSegment(from, to);
                from = to;
            }
        }
        return counter.getLocation() != Location.EXTERIOR;
    }
}
