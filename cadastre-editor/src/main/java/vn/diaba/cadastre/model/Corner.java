package vn.diaba.cadastre.model;

import vn.diaba.cadastre.measure.EastNorth;

/**
 * A point of the fabric. Parcels that share it hold its id, so moving it is one change whatever the number of
 * neighbours. Immutable.
 *
 * @param id names it for ever
 * @param position where it is, in the project CRS
 * @param monument what marks it on the ground ("concrete post"), "" when unknown
 * @param observation how the position was found
 */
public record Corner(CornerId id, EastNorth position, String monument, Observation observation) {
    /** A corner of which only the place is known. */
    public static Corner at(CornerId id, EastNorth position) {
        return new Corner(id, position, "", Observation.UNKNOWN);
    }

    /** The same corner at another place. */
    public Corner movedTo(EastNorth place) {
        return new Corner(id, place, monument, observation);
    }
}
