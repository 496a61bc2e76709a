package vn.diaba.cadastre.division;

import java.util.Random;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Parcel;

/** Random places for tests. */
final class TestPlaces {
    private TestPlaces() {}

    static EastNorth inside(Fabric land, Parcel parcel, Random random) {
        Geometry shape = land.shapeOf(parcel.id());
        Envelope box = shape.getEnvelopeInternal();
        for (int n = 0; n < 200; n++) {
            Coordinate place = new Coordinate(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            if (SimplePointInAreaLocator.locate(place, shape) == Location.INTERIOR) {
                return new EastNorth(place.x, place.y);
            }
        }
        Coordinate any = shape.getInteriorPoint().getCoordinate();
        return new EastNorth(any.x, any.y);
    }
}
