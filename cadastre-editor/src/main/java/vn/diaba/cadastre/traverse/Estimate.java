package vn.diaba.cadastre.traverse;

import vn.diaba.cadastre.measure.EastNorth;

/**
 * Present coordinates and orientations of a network, unrounded, about a local origin so that large coordinates do not cost
 * precision. Confined to one thread.
 */
final class Estimate {
    private final double[] east;
    private final double[] north;
    private final double[] orientations;

    /** Starts at these coordinates. */
    Estimate(double[] east, double[] north, int columns) {
        this.east = east.clone();
        this.north = north.clone();
        orientations = new double[columns];
    }

    double east(int point) {
        return east[point];
    }

    double north(int point) {
        return north[point];
    }

    /** Bearing of a circle's zero, radians. */
    double orientation(int column) {
        return orientations[column];
    }

    void orient(int column, double radians) {
        orientations[column] = radians;
    }

    /** Moves along a step; the largest move of a coordinate, metres. */
    double move(double[] step, Unknowns unknowns) {
        double largest = 0;
        for (int i = 0; i < east.length; i++) {
            double de = unknowns.east(i) < 0 ? 0 : step[unknowns.east(i)];
            double dn = unknowns.north(i) < 0 ? 0 : step[unknowns.north(i)];
            east[i] += de;
            north[i] += dn;
            largest = Math.max(largest, Math.max(Math.abs(de), Math.abs(dn)));
        }
        for (int i = 0; i < orientations.length; i++) {
            // Columns of coordinates are moved here too, and never read.
            orientations[i] += step[i];
        }
        return largest;
    }

    /** The place of a point on the grid, about the origin given. */
    EastNorth place(int point, EastNorth origin) {
        return new EastNorth(origin.east() + east[point], origin.north() + north[point]);
    }
}
