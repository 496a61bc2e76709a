package vn.diaba.cadastre.traverse;

import vn.diaba.cadastre.cogo.Polar;

/** One measurement, linearised at the present coordinates: at most eight coefficients, those of one column to be summed. Confined to one thread. */
final class Equation {
    private final int[] columns = new int[8];
    private final double[] factors = new double[8];
    private int size;
    /** Measured minus computed, metres or radians. */
    private double gap;

    private final double sigma;

    private Equation(double sigma) {
        this.sigma = sigma;
    }

    /** A measurement at the present coordinates and orientations. */
    static Equation of(Observation each, Unknowns unknowns, Estimate now) {
        boolean angular = each.kind().isAngular();
        Equation equation = new Equation(angular ? Math.toRadians(each.sigma()) : each.sigma());
        int at = unknowns.pointNumber(each.at());
        int to = unknowns.pointNumber(each.to());
        double computed = 0;
        switch (each.kind()) {
            case DISTANCE:
                computed = equation.distance(at, to, unknowns, now);
                break;
            case BEARING:
                computed = equation.bearing(at, to, 1, unknowns, now);
                break;
            case DIRECTION:
                int column = unknowns.orientation(each);
                computed = equation.bearing(at, to, 1, unknowns, now) - now.orientation(column);
                equation.add(column, -1);
                break;
            case ANGLE:
                int back = unknowns.pointNumber(each.other());
                computed = equation.bearing(at, to, 1, unknowns, now) - equation.bearing(at, back, -1, unknowns, now);
                break;
            case EAST:
                equation.add(unknowns.east(at), 1);
                computed = now.east(at);
                break;
            case NORTH:
                equation.add(unknowns.north(at), 1);
                computed = now.north(at);
                break;
        }
        equation.gap = angular
                ? Math.toRadians(Polar.signedDegrees(each.value() - Math.toDegrees(computed)))
                : each.value() - computed;
        return equation;
    }

    /** A known coordinate that may move a little. */
    static Equation known(int column, double knownMinusNow, double sigma) {
        Equation equation = new Equation(sigma);
        equation.add(column, 1);
        equation.gap = knownMinusNow;
        return equation;
    }

    private void add(int column, double factor) {
        if (column >= 0) {
            columns[size] = column;
            factors[size++] = factor;
        }
    }

    private double distance(int at, int to, Unknowns unknowns, Estimate now) {
        double de = now.east(to) - now.east(at);
        double dn = now.north(to) - now.north(at);
        double length = Math.hypot(de, dn);
        double sine = length == 0 ? 0 : de / length;
        double cosine = length == 0 ? 0 : dn / length;
        add(unknowns.east(to), sine);
        add(unknowns.north(to), cosine);
        add(unknowns.east(at), -sine);
        add(unknowns.north(at), -cosine);
        return length;
    }

    private double bearing(int at, int to, int sign, Unknowns unknowns, Estimate now) {
        double de = now.east(to) - now.east(at);
        double dn = now.north(to) - now.north(at);
        double squared = Math.max(de * de + dn * dn, 1e-6);
        add(unknowns.east(to), sign * dn / squared);
        add(unknowns.north(to), -sign * de / squared);
        add(unknowns.east(at), -sign * dn / squared);
        add(unknowns.north(at), sign * de / squared);
        return Math.atan2(de, dn);
    }

    double sigma() {
        return sigma;
    }

    double weight() {
        return 1 / (sigma * sigma);
    }

    double gap() {
        return gap;
    }

    int size() {
        return size;
    }

    int column(int i) {
        return columns[i];
    }

    double factor(int i) {
        return factors[i];
    }

    /** Sets a dense vector to the coefficients; a column met twice is summed. */
    int spreadInto(double[] vector) {
        int first = vector.length;
        for (int i = 0; i < size; i++) {
            vector[columns[i]] += factors[i];
            first = Math.min(first, columns[i]);
        }
        return first;
    }

    /** What the coefficients make of a step. */
    double times(double[] step) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += factors[i] * step[columns[i]];
        }
        return sum;
    }
}
