package vn.diaba.cadastre.cogo;

/**
 * A place beside a baseline. Immutable.
 *
 * @param stationMetres along the baseline from its start; negative before it
 * @param offsetMetres square to it, positive to the right
 */
public record StationOffset(double stationMetres, double offsetMetres) {}
