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
 * @param further what a newer version of the program knows
 */
public record Corner(CornerId id, EastNorth position, String monument, Observation observation, Further further) {
    /** A corner without anything newer. */
    public Corner(CornerId id, EastNorth position, String monument, Observation observation) {
        this(id, position, monument, observation, Further.NONE);
    }

    /** A corner of which only the place is known. */
    public static Corner at(CornerId id, EastNorth position) {
        return new Corner(id, position, "", Observation.UNKNOWN);
    }

    /** The same corner at another place. */
    public Corner movedTo(EastNorth place) {
        return new Corner(id, place, monument, observation, further);
    }
}
