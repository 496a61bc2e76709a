package vn.diaba.cadastre.sample;

import java.util.function.DoubleUnaryOperator;

/**
 * A line across a patch from its south to its north chain, and the strip of land along it. Immutable.
 *
 * @param from share of the south chain where it starts
 * @param to share of the north chain where it ends
 * @param swayMetres how far it lies off the even course, to the east, by share of the way; 0 at both ends
 * @param widthMetres of the strip; 0 for a mere boundary
 * @param cornerMetres how much of the blocks' corners is cut off where the strip meets what it ends at
 */
record Lane(double from, double to, DoubleUnaryOperator swayMetres, double widthMetres, double cornerMetres) {
    /** A boundary straight across. */
    static Lane boundary(double from, double to) {
        return new Lane(from, to, v -> 0, 0, 0);
    }

    /** A strip that bends once, to the east by so many metres in its middle. */
    static Lane street(double share, double bendMetres, double widthMetres, double cornerMetres) {
        return new Lane(share, share, v -> bendMetres * Math.sin(Math.PI * v), widthMetres, cornerMetres);
    }
}
