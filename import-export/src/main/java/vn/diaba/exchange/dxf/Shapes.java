package vn.diaba.exchange.dxf;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/** Makes shapes of objects. Confined to one thread. */
final class Shapes {
    private static final int CLOSED = 1;
    private static final int SPLINE_FRAME = 16;
    private static final int SOLID_KINDS = 8 | 16 | 64;

    private final double error;
    private boolean stroked;

    /** Shapes whose chords leave a curve by no more than this, in units of the drawing. */
    Shapes(double error) {
        this.error = error;
    }

    /** Why an object gave no shape. */
    static final class NoShape extends Exception {
        private static final long serialVersionUID = 1L;

        /** The code. */
        final String code;

        NoShape(String code) {
            super(code, null, false, false);
            this.code = code;
        }
    }

    /** Whether the last shape has chords where the drawing has arcs. */
    boolean isStroked() {
        return stroked;
    }

    /**
     * The shape of an object.
     *
     * @param placement where its block is
     * @return null for a kind that has none here
     * @throws NoShape when it has no place or extent, or does not lie in the plane
     */
    @Nullable
    RawShape of(DxfObject object, Placement placement) throws NoShape {
        stroked = false;
        switch (object.type) {
            case "POINT":
                return point(object, placement);
            case "LINE":
                Outline line = new Outline(error);
                line.point(object.number(10, Double.NaN), object.number(20, Double.NaN));
                line.point(object.number(11, Double.NaN), object.number(21, Double.NaN));
                return shape(line, placement, false);
            case "LWPOLYLINE":
                return lightPolyline(object, inPlane(object, placement));
            case "POLYLINE":
                return polyline(object, placement);
            case "ARC":
            case "CIRCLE":
                return arc(object, inPlane(object, placement));
            case "ELLIPSE":
                return ellipse(object, placement);
            case "TEXT":
            case "ATTRIB":
                return text(object, inPlane(object, placement));
            case "MTEXT":
                return point(object, placement);
            default:
                return null;
        }
    }

    /** Where an object that is given in its own plane lies. */
    static Placement inPlane(DxfObject object, Placement placement) throws NoShape {
        double x = object.number(210, 0);
        double y = object.number(220, 0);
        double z = object.number(230, 1);
        if (!(Math.hypot(x, y) <= 1e-6 * Math.abs(z))) {
            throw new NoShape("dxf-not-in-plane");
        }
        return z < 0 ? placement.of(Placement.FROM_BELOW) : placement;
    }

    private RawShape point(DxfObject object, Placement placement) throws NoShape {
        return at(object.number(10, Double.NaN), object.number(20, Double.NaN), placement);
    }

    /** A text stands at its second point when it is aligned otherwise than left on its line. */
    private RawShape text(DxfObject object, Placement placement) throws NoShape {
        boolean aligned = object.whole(72, 0) != 0 || object.whole(73, 0) != 0 || object.whole(74, 0) != 0;
        return aligned && object.has(11) && object.has(21)
                ? at(object.number(11, 0), object.number(21, 0), placement)
                : point(object, placement);
    }

    private static RawShape at(double x, double y, Placement placement) throws NoShape {
        RawShape shape = RawShape.point(placement.x(x, y), placement.y(x, y));
        return finite(shape);
    }

    private RawShape lightPolyline(DxfObject object, Placement placement) throws NoShape {
        boolean closed = (object.whole(70, 0) & CLOSED) != 0;
        Outline line = new Outline(error / placement.scale());
        double x = Double.NaN;
        double bulge = 0;
        double firstX = 0;
        double firstY = 0;
        double previous = 0;
        for (int i = 0; i < object.size(); i++) {
            int code = object.code(i);
            if (code == 10) {
                x = object.number(i);
                previous = bulge;
                bulge = 0;
            } else if (code == 20) {
                step(line, x, object.number(i), previous);
                if (line.points() == 1) {
                    firstX = x;
                    firstY = object.number(i);
                }
            } else if (code == 42) {
                bulge = object.number(i);
            }
        }
        if (closed && line.points() > 0) {
            line.bulge(firstX, firstY, bulge);
        }
        return shape(line, placement, closed);
    }

    private static void step(Outline line, double x, double y, double bulge) {
        if (line.points() == 0) {
            line.point(x, y);
        } else {
            line.bulge(x, y, bulge);
        }
    }

    private RawShape polyline(DxfObject object, Placement placement) throws NoShape {
        int flags = object.whole(70, 0);
        if ((flags & (SOLID_KINDS ^ 8)) != 0) {
            throw new NoShape("dxf-not-in-plane");
        }
        boolean spatial = (flags & 8) != 0;
        boolean closed = (flags & CLOSED) != 0;
        Placement plane = spatial ? placement : inPlane(object, placement);
        Outline line = new Outline(error / plane.scale());
        double bulge = 0;
        @Nullable DxfObject first = null;
        for (DxfObject vertex : object.children) {
            if ((vertex.whole(70, 0) & SPLINE_FRAME) == 0) {
                first = first == null ? vertex : first;
                step(line, vertex.number(10, Double.NaN), vertex.number(20, Double.NaN), spatial ? 0 : bulge);
                bulge = vertex.number(42, 0);
            }
        }
        if (closed && first != null) {
            line.bulge(first.number(10, Double.NaN), first.number(20, Double.NaN), spatial ? 0 : bulge);
        }
        return shape(line, plane, closed);
    }

    private RawShape arc(DxfObject object, Placement placement) throws NoShape {
        double radius = object.number(40, Double.NaN);
        double from = object.number(50, 0);
        double sweep = 360;
        boolean circle = object.type.equals("CIRCLE");
        if (!circle) {
            sweep = (object.number(51, 360) - from) % 360;
            sweep = sweep <= 0 ? sweep + 360 : sweep;
        }
        if (!(radius > 0)) {
            throw new NoShape("dxf-without-extent");
        }
        Outline line = new Outline(error / placement.scale());
        double[] centre = {object.number(10, Double.NaN), object.number(20, Double.NaN)};
        line.ellipse(
                centre,
                new double[] {radius, 0},
                new double[] {0, radius},
                Math.toRadians(circle ? 0 : from),
                Math.toRadians(sweep));
        return whole(line, placement, sweep >= 360);
    }

    private RawShape ellipse(DxfObject object, Placement placement) throws NoShape {
        double ratio = object.number(40, Double.NaN);
        double up = object.number(230, 1) < 0 ? -1 : 1;
        inPlane(object, placement);
        double[] major = {object.number(11, Double.NaN), object.number(21, Double.NaN)};
        double[] minor = {-up * ratio * major[1], up * ratio * major[0]};
        double start = object.number(41, 0);
        double sweep = object.number(42, 2 * Math.PI) - start;
        sweep = sweep <= 0 ? sweep + 2 * Math.PI : Math.min(sweep, 2 * Math.PI);
        Outline line = new Outline(error / placement.scale());
        double[] centre = {object.number(10, Double.NaN), object.number(20, Double.NaN)};
        line.ellipse(centre, major, minor, start, sweep);
        return whole(line, placement, sweep >= 2 * Math.PI - 1e-9);
    }

    private RawShape whole(Outline line, Placement placement, boolean closed) throws NoShape {
        if (closed && line.points() > 0) {
            line.closeExactly();
        }
        return shape(line, placement, closed);
    }

    private RawShape shape(Outline line, Placement placement, boolean closed) throws NoShape {
        if (line.isTooLarge()) {
            throw new NoShape("dxf-arc-too-large");
        }
        stroked = line.isStroked();
        if (closed && line.points() > 0) {
            line.close();
        }
        if (line.points() < 2) {
            throw new NoShape("dxf-without-extent");
        }
        double[] xy = line.placed(placement);
        int last = xy.length - 2;
        boolean ring = line.points() >= 4 && xy[0] == xy[last] && xy[1] == xy[last + 1];
        return finite(new RawShape(
                ring ? ShapeKind.POLYGONS : ShapeKind.LINES, xy, new int[] {0, xy.length / 2}, new int[] {0, 1}));
    }

    private static RawShape finite(RawShape shape) throws NoShape {
        if (!Arrays.stream(shape.xy()).allMatch(Double::isFinite)) {
            throw new NoShape("dxf-number-wrong");
        }
        return shape;
    }
}
