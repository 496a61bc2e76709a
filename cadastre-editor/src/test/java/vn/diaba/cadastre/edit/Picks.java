package vn.diaba.cadastre.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import vn.diaba.cadastre.corner.Resurvey;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideKey;

/** What a hand at a mouse may point at, by seed. The land must hold a parcel. */
final class Picks {
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    final Fabric land;
    final Random random;
    final IdBlock ids;
    private final List<Parcel> parcels;

    Picks(Fabric land, Random random, IdBlock ids) {
        this.land = land;
        this.random = random;
        this.ids = ids;
        parcels = new ArrayList<>(TestFabrics.live(land));
        parcels.sort((a, b) -> a.id().compareTo(b.id()));
    }

    boolean isSeldom() {
        return random.nextInt(9) == 0;
    }

    List<Parcel> parcels() {
        return parcels;
    }

    Parcel parcel() {
        return parcels.get(random.nextInt(parcels.size()));
    }

    /** A parcel that shares a corner with another; seldom that other itself. */
    ParcelId beside(Parcel parcel) {
        ParcelId found = parcel.id();
        for (int n = 0; n < 6 && found.equals(parcel.id()); n++) {
            Ring ring = ring(parcel);
            List<ParcelId> users = land.parcelsAt(ring.at(random.nextInt(ring.size())));
            found = users.get(random.nextInt(users.size()));
        }
        return found;
    }

    Ring ring(Parcel parcel) {
        List<Ring> rings = parcel.rings().toList();
        return rings.get(random.nextInt(rings.size()));
    }

    CornerId corner() {
        Ring ring = ring(parcel());
        return ring.at(random.nextInt(ring.size()));
    }

    SideKey side() {
        return side(parcel());
    }

    SideKey side(Parcel parcel) {
        Ring ring = ring(parcel);
        int i = random.nextInt(ring.size());
        return new SideKey(ring.at(i), ring.at(i + 1));
    }

    EastNorth at(CornerId corner) {
        return land.corner(corner).position();
    }

    /** The mean of a ring's corners. */
    EastNorth middle(Ring ring) {
        double east = 0;
        double north = 0;
        for (CornerId corner : ring.corners()) {
            east += at(corner).east() / ring.size();
            north += at(corner).north() / ring.size();
        }
        return new EastNorth(east, north);
    }

    /** A place near another: a hair, a hand or some metres away, or exactly where a corner is. */
    EastNorth near(EastNorth place) {
        double[] reach = {1e-4, 0.01, 1, 5};
        int k = random.nextInt(reach.length + 1);
        return k == reach.length
                ? at(corner())
                : moved(place, reach[k] * random.nextGaussian(), reach[k] * random.nextGaussian());
    }

    static EastNorth moved(EastNorth place, double east, double north) {
        return new EastNorth(place.east() + east, place.north() + north);
    }

    EastNorth on(SideKey side) {
        double share = random.nextDouble();
        EastNorth a = at(side.first());
        EastNorth b = at(side.second());
        return new EastNorth(a.east() + share * (b.east() - a.east()), a.north() + share * (b.north() - a.north()));
    }

    /** A place within a parcel as a rule, within its extent always. */
    EastNorth inside(Parcel parcel) {
        Geometry shape = land.shapeOf(parcel.id());
        Envelope box = shape.getEnvelopeInternal();
        EastNorth place = new EastNorth(box.getMinX(), box.getMinY());
        for (int n = 0; n < 20; n++) {
            place = new EastNorth(
                    box.getMinX() + random.nextDouble() * box.getWidth(),
                    box.getMinY() + random.nextDouble() * box.getHeight());
            Coordinate at = new Coordinate(place.east(), place.north());
            if (SimplePointInAreaLocator.isContained(at, shape)) {
                break;
            }
        }
        return place;
    }

    /** A line over a parcel: from a corner or far outside, through the middle or by corners, to the far end or not. */
    List<EastNorth> line(Parcel parcel) {
        EastNorth from = at(corner());
        EastNorth middle = random.nextInt(3) == 0 ? near(at(side(parcel).first())) : inside(parcel);
        double east = middle.east() - from.east();
        double north = middle.north() - from.north();
        double more = isSeldom() ? 0.1 : 1 + 3 * random.nextDouble();
        EastNorth to = random.nextBoolean() ? at(side(parcel).second()) : moved(middle, more * east, more * north);
        EastNorth start = random.nextBoolean() ? from : moved(from, -0.2 * east, -0.2 * north);
        return random.nextBoolean() ? List.of(start, to) : List.of(start, middle, near(middle), to);
    }

    Resurvey told() {
        return random.nextBoolean()
                ? Resurvey.NOTHING
                : new Resurvey(new Observation("GNSS", 0.03, DAY, "Minh", "S900"), random.nextBoolean() ? "cọc" : null);
    }
}
