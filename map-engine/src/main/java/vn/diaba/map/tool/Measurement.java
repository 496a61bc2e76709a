package vn.diaba.map.tool;

import java.util.List;

/**
 * What a measured line comes to, in the plane of the map's system: grid bearing, plane length, plane area. Immutable.
 *
 * @param lengthMetres of the whole line
 * @param lastSideMetres of its last side; 0 with fewer than two points
 * @param lastBearingDegrees of its last side, clockwise from grid north in [0, 360); NaN without a last side
 * @param areaSquareMetres of the line closed; 0 with fewer than three points
 */
public record Measurement(
        double lengthMetres, double lastSideMetres, double lastBearingDegrees, double areaSquareMetres) {
    /**
     * Measures a line.
     *
     * @param points east, north of each point, metres; lines that cross themselves give the difference of their loops
     */
    public static Measurement of(List<double[]> points) {
        double length = 0;
        double side = 0;
        double bearing = Double.NaN;
        double twiceArea = 0;
        for (int i = 1; i < points.size(); i++) {
            double east = points.get(i)[0] - points.get(i - 1)[0];
            double north = points.get(i)[1] - points.get(i - 1)[1];
            side = Math.hypot(east, north);
            length += side;
            double degrees = Math.toDegrees(Math.atan2(east, north));
            bearing = side == 0 ? Double.NaN : degrees < 0 ? degrees + 360 : degrees;
            double[] origin = points.get(0);
            twiceArea += (points.get(i - 1)[0] - origin[0]) * (points.get(i)[1] - origin[1])
                    - (points.get(i)[0] - origin[0]) * (points.get(i - 1)[1] - origin[1]);
        }
        return new Measurement(length, side, bearing, Math.abs(twiceArea) / 2);
    }
}
