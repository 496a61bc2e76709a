package vn.diaba.cadastre.rule;

import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** How wide a fault is at its widest: the diameter of the largest circle that fits. Stateless. */
final class Width {
    /** A shape that fills this much of its convex hull is measured as if it were convex. */
    private static final double NEARLY_CONVEX = 0.95;
    /** The circle is sought to this share of the mean width. */
    private static final double PRECISION = 0.05;

    private static final int TOO_MANY_CORNERS = 2000;

    private Width() {}

    /**
     * Measures a shape.
     *
     * <p>For a convex shape of area A and perimeter P the circle's diameter is at most 4A/P and at most the least width
     * between two parallel lines; the smaller of these is exact for triangles, long strips and squares and near it for
     * other convex shapes. The rest is searched by JTS.
     *
     * @param shape polygons
     * @return metres, 0 for no polygon
     */
    static double ofMetres(Geometry shape) {
        double widest = 0;
        for (int g = 0; g < shape.getNumGeometries(); g++) {
            if (shape.getGeometryN(g) instanceof Polygon polygon && polygon.getArea() > 0) {
                widest = Math.max(widest, widthOf(polygon));
            }
        }
        return widest;
    }

    private static double widthOf(Polygon polygon) {
        double area = polygon.getArea();
        double bound = 4 * area / polygon.getLength();
        if (area >= NEARLY_CONVEX * polygon.convexHull().getArea()) {
            return Math.min(bound, new MinimumDiameter(polygon).getLength());
        }
        if (polygon.getNumPoints() > TOO_MANY_CORNERS) {
            return bound;
        }
        return 2
                * MaximumInscribedCircle.getRadiusLine(polygon, bound / 2 * PRECISION)
                        .getLength();
    }
}
