package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import vn.diaba.cadastre.fabric.Draft.Holder;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneMath;

/** A parcel while the ward is being made: its outline may still change. Confined to one thread. */
final class Plot {
    /** How land is used, as far as drawing it is concerned. */
    enum Kind {
        ROAD,
        WATER,
        HOUSE,
        GARDEN,
        ORCHARD,
        FIELD,
        PUBLIC
    }

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    final Kind kind;
    final String landUse;
    /** A street's or institution's name; "" where there is none. */
    final String title;
    /** Whether it came from a commune that was joined to the ward. */
    final boolean former;

    List<EastNorth> ring;
    final List<List<EastNorth>> holes = new ArrayList<>();
    String oldSheet = "";
    String oldNumber = "";
    String sheet = "";
    String number = "";
    String sourceId = "";
    String street = "";
    int house;
    int quarter;
    Holder user = People.WARD;
    EastNorth label = new EastNorth(0, 0);

    Plot(Kind kind, String landUse, String title, boolean former, List<EastNorth> ring) {
        this.kind = kind;
        this.landUse = landUse;
        this.title = title;
        this.former = former;
        this.ring = new ArrayList<>(ring);
    }

    /** The outline and the holes. */
    List<List<EastNorth>> rings() {
        List<List<EastNorth>> rings = new ArrayList<>(holes);
        rings.add(0, ring);
        return rings;
    }

    /** Square metres of the outline less the holes. */
    double area() {
        double area = PlaneMath.area(ring).squareMetres();
        for (List<EastNorth> hole : holes) {
            area -= PlaneMath.area(hole).squareMetres();
        }
        return area;
    }

    /** A position inside it, away from holes, where its label stands. */
    EastNorth inside() {
        Point inside = polygon().getInteriorPoint();
        return new EastNorth(inside.getX(), inside.getY());
    }

    /** Its land as JTS has it, east as x. */
    Polygon polygon() {
        LinearRing shell = closed(ring);
        return GEOMETRY.createPolygon(shell, holes.stream().map(Plot::closed).toArray(LinearRing[]::new));
    }

    private static LinearRing closed(List<EastNorth> ring) {
        Coordinate[] coordinates = new Coordinate[ring.size() + 1];
        for (int i = 0; i < coordinates.length; i++) {
            EastNorth p = ring.get(i % ring.size());
            coordinates[i] = new Coordinate(p.east(), p.north());
        }
        return GEOMETRY.createLinearRing(coordinates);
    }

    /** Whether a person owns it and may have it split or merged. */
    boolean isPrivate() {
        return kind == Kind.HOUSE || kind == Kind.GARDEN || kind == Kind.ORCHARD || kind == Kind.FIELD;
    }
}
