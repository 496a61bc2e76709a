package vn.diaba.exchange.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.map.layer.GeometrySource;

/** The parcels around one parcel on its sketch: their lines, and their labels where no note stands. Confined to one thread. */
final class SketchNeighbours {
    /** Smaller on paper a parcel gets no label. */
    private static final double LEAST_MM = 2.5;

    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** A stretch of line on paper. */
    interface LineVisitor {
        void visit(double x1, double y1, double x2, double y2);
    }

    private final Fabric land;
    private final ParcelExtract extract;
    private final SketchView view;
    private final List<Integer> slots = new ArrayList<>();

    SketchNeighbours(Fabric land, ParcelExtract extract, SketchView view) {
        this.land = land;
        this.extract = extract;
        this.view = view;
        Envelope seen = view.window().extent();
        ParcelSet set = land.parcel(extract.id()).set();
        ParcelCursor cursor = land.cursor();
        land.index().parcelsIn(new Extent(seen.getMinX(), seen.getMinY(), seen.getMaxX(), seen.getMaxY()), slot -> {
            if (cursor.at(slot) && cursor.set() == set) {
                slots.add(slot);
            }
        });
        slots.sort(null);
    }

    /** Every side of the other parcels. */
    void forEachLine(LineVisitor visitor) {
        ParcelCursor cursor = land.cursor();
        int own = land.slotOf(extract.id());
        for (int slot : slots) {
            if (slot == own || !cursor.at(slot)) {
                continue;
            }
            for (int r = 0; r < cursor.rings(); r++) {
                int n = cursor.size(r);
                double x = view.x(cursor.east(r, n - 1));
                double y = view.y(cursor.north(r, n - 1));
                for (int i = 0; i < n; i++) {
                    double toX = view.x(cursor.east(r, i));
                    double toY = view.y(cursor.north(r, i));
                    visitor.visit(x, y, toX, toY);
                    x = toX;
                    y = toY;
                }
            }
        }
    }

    /** Numbers of the others, the full label of the parcel itself, each in the part of the shape that is free. */
    GeometrySource labels(List<SketchNotes.Note> notes, List<PaperGrid.Box> taken) {
        Geometry free = free(notes, taken);
        List<GeometrySource.Item> items = new ArrayList<>();
        ParcelCursor cursor = land.cursor();
        int own = land.slotOf(extract.id());
        for (int slot : slots) {
            if (!cursor.at(slot) || slot != own && isTiny(cursor.extent())) {
                continue;
            }
            Map<String, Object> texts = slot == own ? ownTexts() : Map.of("number", label(cursor));
            List<Polygon> parts = polygons(land.shapeOf(cursor.id()), free);
            if (!parts.isEmpty() && !"".equals(texts.get("number"))) {
                Geometry shape = SHAPES.createMultiPolygon(parts.toArray(new Polygon[0]));
                items.add(new GeometrySource.Item(shape, texts));
            }
        }
        return new GeometrySource(items);
    }

    /** The number alone on the same sheet. */
    private String label(ParcelCursor neighbour) {
        String number = neighbour.number();
        boolean near =
                ParcelNumber.same(neighbour.sheet(), extract.citation().number().sheet());
        return number.isEmpty() || near ? number : neighbour.sheet() + "/" + number;
    }

    private boolean isTiny(Extent extent) {
        return Math.max(extent.east() - extent.west(), extent.north() - extent.south()) / view.metresPerMm() < LEAST_MM;
    }

    private Map<String, Object> ownTexts() {
        return Map.of(
                "number", extract.citation().number().number(),
                "area", PaperNumbers.area(extract.land().surveyed()),
                "landUse", LandUse.codes(extract.land().uses()));
    }

    /** The window less the boxes of notes and of what else is taken. */
    private Geometry free(List<SketchNotes.Note> notes, List<PaperGrid.Box> taken) {
        Geometry window = SHAPES.toGeometry(view.window().extent());
        List<Geometry> boxes = new ArrayList<>();
        taken.forEach(box -> boxes.add(polygon(box)));
        notes.forEach(note -> boxes.add(polygon(note.box())));
        return OverlayNGRobust.overlay(window, UnaryUnionOp.union(boxes), OverlayNG.DIFFERENCE);
    }

    private Polygon polygon(PaperGrid.Box box) {
        Coordinate[] ring = new Coordinate[5];
        double cos = Math.cos(box.turn());
        double sin = Math.sin(box.turn());
        int[][] signs = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
        for (int i = 0; i < 5; i++) {
            double along = signs[i][0] * box.width() / 2;
            double across = signs[i][1] * box.height() / 2;
            ring[i] = new Coordinate(
                    view.east(box.x() + along * cos - across * sin), view.north(box.y() + along * sin + across * cos));
        }
        return SHAPES.createPolygon(ring);
    }

    /** Polygons of the common part; an outline too faulty to be cut stays whole. */
    @SuppressWarnings("unchecked")
    private static List<Polygon> polygons(Geometry shape, Geometry free) {
        Geometry common = shape;
        try {
            common = OverlayNGRobust.overlay(shape, free, OverlayNG.INTERSECTION);
        } catch (TopologyException | IllegalArgumentException faulty) {
            // Labels of faulty outlines stand where the painter finds room.
        }
        return PolygonExtracter.getPolygons(common);
    }
}
