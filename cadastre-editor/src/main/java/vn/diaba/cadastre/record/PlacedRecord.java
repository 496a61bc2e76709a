package vn.diaba.cadastre.record;

import vn.diaba.cadastre.measure.Extent;

/** A record with a place of its own on the map: an object drawn on a level, or a point of the survey. */
public sealed interface PlacedRecord extends LandRecord permits MapObject, SurveyPoint {
    /** The map level it is drawn on, 1 to 63; 0 when it is not part of the map. */
    int level();

    /** Where it is. */
    ObjectShape shape();

    /** What is written beside it on the map, "" for nothing. */
    String label();

    /** The smallest extent that holds it. */
    default Extent extent() {
        return shape().extent();
    }
}
