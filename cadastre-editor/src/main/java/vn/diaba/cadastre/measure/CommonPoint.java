package vn.diaba.cadastre.measure;

/**
 * A point known in two systems. Immutable.
 *
 * @param name how people call it
 * @param from its position in the system to leave
 * @param to its position in the system to enter
 * @param isUsed whether a fit is to take it; one that is left out only gets a residual
 */
public record CommonPoint(String name, EastNorth from, EastNorth to, boolean isUsed) {
    /** The same point, used or left out. */
    public CommonPoint used(boolean use) {
        return new CommonPoint(name, from, to, use);
    }
}
