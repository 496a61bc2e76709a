package vn.diaba.app.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;

/**
 * Land as somebody proposes it. Immutable; the shapes must not be changed.
 *
 * @param author who
 * @param shapes polygons of parcels and polygons, lines and points of objects as they would be, those that would be gone
 *     and leave nothing in their place as they are; parcels that only get corners on their straight sides are left out; east,
 *     north in metres
 */
public record ProposedLand(String author, List<Geometry> shapes) {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double NEAR_METRES = 0.001;

    /** Copies the list. */
    public ProposedLand {
        shapes = List.copyOf(shapes);
    }

    /** What an act would do to the land here; a parcel of which a corner is not known here is left out. */
    static ProposedLand of(ChangeSet act, String author, Fabric land) {
        Map<CornerId, Change.CornerChange> corners = new HashMap<>();
        Map<ParcelId, Change.ParcelChange> parcels = new HashMap<>();
        Set<ParcelId> concerned = new LinkedHashSet<>();
        List<Geometry> shapes = new ArrayList<>();
        for (Change change : act.changes()) {
            if (change instanceof Change.CornerChange corner) {
                corners.put(corner.id(), corner);
                concerned.addAll(land.parcelsAt(corner.id()));
            } else if (change instanceof Change.ParcelChange parcel) {
                parcels.put(parcel.id(), parcel);
                concerned.add(parcel.id());
            } else if (change instanceof Change.RecordChange) {
                Object value = change.after() == null ? change.before() : change.after();
                if (value instanceof PlacedRecord placed) {
                    add(placed.shape(), shapes);
                }
            }
        }
        Function<CornerId, @Nullable EastNorth> places = id -> place(corners.get(id), id, land);
        List<Geometry> neighbours = new ArrayList<>();
        List<Geometry> gone = new ArrayList<>();
        for (ParcelId id : concerned) {
            Change.ParcelChange change = parcels.get(id);
            Parcel before = change == null ? land.findParcel(id).orElse(null) : change.before();
            Parcel after = change == null ? before : change.after();
            if (after != null && !after.faces().isEmpty()) {
                List<Geometry> faces = faces(after, places);
                boolean stays = isOfFaces(before, after)
                        && land.findParcel(id).isPresent()
                        && isSame(land.shapeOf(id), FACTORY.buildGeometry(faces));
                (stays ? neighbours : shapes).addAll(faces);
            } else if (before != null) {
                gone.addAll(faces(before, places));
            }
        }
        for (Geometry old : gone) {
            Geometry inside = old.getInteriorPoint();
            if (shapes.stream().noneMatch(shape -> shape.intersects(inside))) {
                shapes.add(old);
            }
        }
        return new ProposedLand(author, shapes.isEmpty() ? neighbours : shapes);
    }

    private static List<Geometry> faces(Parcel parcel, Function<CornerId, @Nullable EastNorth> places) {
        List<Geometry> faces = new ArrayList<>();
        parcel.faces().forEach(face -> add(face, places, faces));
        return faces;
    }

    /** Whether at most the faces of a parcel change, as those of the neighbours of a parcel that is split. */
    private static boolean isOfFaces(@Nullable Parcel before, Parcel after) {
        return before != null
                && !before.faces().isEmpty()
                && after.withFaces(before.faces()).equals(before);
    }

    /** Whether two shapes have the same boundary, whatever corners lie on its straight sides. */
    private static boolean isSame(Geometry one, Geometry other) {
        return isOn(one.getCoordinates(), other.getBoundary()) && isOn(other.getCoordinates(), one.getBoundary());
    }

    private static boolean isOn(Coordinate[] corners, Geometry boundary) {
        for (Coordinate corner : corners) {
            if (boundary.distance(FACTORY.createPoint(corner)) > NEAR_METRES) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable EastNorth place(Change.@Nullable CornerChange change, CornerId id, Fabric land) {
        Corner corner = change == null
                ? land.findCorner(id).orElse(null)
                : change.after() == null ? change.before() : change.after();
        return corner == null ? null : corner.position();
    }

    private static void add(Face face, Function<CornerId, @Nullable EastNorth> places, List<Geometry> shapes) {
        LinearRing shell = ring(face.shell(), places);
        List<LinearRing> holes = new ArrayList<>();
        for (Ring hole : face.holes()) {
            LinearRing ring = ring(hole, places);
            if (ring != null) {
                holes.add(ring);
            }
        }
        if (shell != null) {
            shapes.add(FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0])));
        }
    }

    private static @Nullable LinearRing ring(Ring ring, Function<CornerId, @Nullable EastNorth> places) {
        List<EastNorth> found = new ArrayList<>();
        for (CornerId corner : ring.corners()) {
            EastNorth place = places.apply(corner);
            if (place == null) {
                return null;
            }
            found.add(place);
        }
        return FACTORY.createLinearRing(coordinates(found, true));
    }

    private static void add(ObjectShape shape, List<Geometry> shapes) {
        for (int part = 0; part < shape.parts(); part++) {
            List<EastNorth> places = shape.part(part);
            switch (shape.kind()) {
                case POINT ->
                    places.forEach(at -> shapes.add(FACTORY.createPoint(new Coordinate(at.east(), at.north()))));
                case LINE -> shapes.add(FACTORY.createLineString(coordinates(places, false)));
                case AREA -> shapes.add(FACTORY.createPolygon(coordinates(places, true)));
            }
        }
    }

    private static Coordinate[] coordinates(List<EastNorth> places, boolean isClosed) {
        Coordinate[] all = new Coordinate[places.size() + (isClosed ? 1 : 0)];
        for (int i = 0; i < all.length; i++) {
            EastNorth place = places.get(i % places.size());
            all[i] = new Coordinate(place.east(), place.north());
        }
        return all;
    }
}
