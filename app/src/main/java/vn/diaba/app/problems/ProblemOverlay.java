package vn.diaba.app.problems;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.rule.Violation;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/** The fault looked at: its shape hatched, its place ringed. FX thread only. */
public final class ProblemOverlay implements Overlay {
    private static final Logger LOG = Logger.getLogger(ProblemOverlay.class.getName());
    private static final Color COLOUR = Color.web("#e03131");
    private static final double HATCH_PX = 7;
    private static final double RING_PX = 16;

    private final ProblemsViewModel model;
    private @Nullable Violation known;
    private Optional<Geometry> shape = Optional.empty();

    /** The current fault of this model. */
    public ProblemOverlay(ProblemsViewModel model) {
        this.model = model;
    }

    @Override
    public void draw(GraphicsContext g, Viewport view) {
        Violation violation = model.currentProperty().get();
        if (violation == null) {
            return;
        }
        if (!violation.equals(known)) {
            known = violation;
            shape = read(violation.wkt());
        }
        g.setStroke(COLOUR);
        g.setLineWidth(2);
        shape.ifPresent(geometry -> hatch(g, view, geometry));
        double x = view.screenX(violation.place().east());
        double y = view.screenY(violation.place().north());
        g.setLineWidth(2.5);
        g.strokeOval(x - RING_PX, y - RING_PX, 2 * RING_PX, 2 * RING_PX);
    }

    private static Optional<Geometry> read(@Nullable String wkt) {
        if (wkt == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new WKTReader().read(wkt));
        } catch (ParseException e) {
            LOG.log(Level.WARNING, "a fault's shape cannot be read: " + wkt, e);
            return Optional.empty();
        }
    }

    private static void hatch(GraphicsContext g, Viewport view, Geometry geometry) {
        g.save();
        g.beginPath();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                trace(g, view, polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    trace(g, view, polygon.getInteriorRingN(hole));
                }
            } else if (part instanceof LineString line) {
                trace(g, view, line);
            }
        }
        g.stroke();
        if (geometry.getDimension() == 2) {
            g.clip();
            g.setLineWidth(1.2);
            double height = view.heightPx();
            for (double x = -height; x < view.widthPx(); x += HATCH_PX) {
                g.strokeLine(x, height, x + height, 0);
            }
        }
        g.restore();
    }

    private static void trace(GraphicsContext g, Viewport view, LineString line) {
        boolean first = true;
        for (Coordinate c : line.getCoordinates()) {
            if (first) {
                g.moveTo(view.screenX(c.x), view.screenY(c.y));
            } else {
                g.lineTo(view.screenX(c.x), view.screenY(c.y));
            }
            first = false;
        }
    }
}
