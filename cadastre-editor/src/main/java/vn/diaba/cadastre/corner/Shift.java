package vn.diaba.cadastre.corner;

import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;

/**
 * How an edit moves one corner. Immutable.
 *
 * @param corner the corner as it is called before the edit
 * @param from where it was
 * @param to where it, or the corner it was joined to, is then
 */
public record Shift(CornerId corner, EastNorth from, EastNorth to) {
    /** How far, in metres. */
    public double metres() {
        return from.distanceTo(to);
    }
}
