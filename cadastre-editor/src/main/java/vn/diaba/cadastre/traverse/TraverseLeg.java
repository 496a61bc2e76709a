package vn.diaba.cadastre.traverse;

import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Bearing;

/**
 * One row of a traverse: how to get to the next point. Immutable.
 *
 * @param to the point reached
 * @param bearing of the leg (of an arc: of its chord); null when an angle was measured
 * @param angleDegrees at the point left, clockwise from the point before to the one reached; NaN when a bearing is given
 * @param lengthMetres grid metres along the leg (of an arc: along the arc), more than 0
 * @param radiusMetres 0 for a straight leg, positive for an arc to the right, negative to the left
 */
public record TraverseLeg(
        String to, @Nullable Bearing bearing, double angleDegrees, double lengthMetres, double radiusMetres) {
    /** Rejects legs without length or direction, and arcs of more than half a circle. */
    public TraverseLeg {
        if (!(lengthMetres > 0) || (bearing == null) == Double.isNaN(angleDegrees)) {
            throw new IllegalArgumentException("not a leg: " + to);
        }
        if (radiusMetres != 0 && lengthMetres > Math.PI * Math.abs(radiusMetres)) {
            throw new IllegalArgumentException("an arc leg is at most half a circle");
        }
    }

    /** A leg whose bearing is known. */
    public static TraverseLeg ofBearing(String to, Bearing bearing, double lengthMetres) {
        return new TraverseLeg(to, bearing, Double.NaN, lengthMetres, 0);
    }

    /** A leg whose angle against the point before was measured. */
    public static TraverseLeg ofAngle(String to, double angleDegrees, double lengthMetres) {
        return new TraverseLeg(to, null, angleDegrees, lengthMetres, 0);
    }

    /** The same leg along an arc; its bearing or angle is that of the chord. */
    public TraverseLeg along(double radiusMetres) {
        return new TraverseLeg(to, bearing, angleDegrees, lengthMetres, radiusMetres);
    }

    /** Whether an angle was measured, not a bearing. */
    public boolean isByAngle() {
        return bearing == null;
    }

    /** Metres straight from point to point. */
    public double chordMetres() {
        return radiusMetres == 0
                ? lengthMetres
                : 2 * Math.abs(radiusMetres) * Math.sin(lengthMetres / (2 * Math.abs(radiusMetres)));
    }
}
