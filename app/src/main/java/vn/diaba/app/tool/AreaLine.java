package vn.diaba.app.tool;

import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.LegalArea;

/**
 * One parcel of the live area table. Immutable.
 *
 * @param label the parcel
 * @param before square metres it has now; NaN for one that begins
 * @param after square metres it would have
 * @param legal area per the papers; null when unknown
 */
public record AreaLine(
        String label, double before, double after, @Nullable LegalArea legal) {
    /** Square metres it would have more than now; NaN for one that begins. */
    public double change() {
        return after - before;
    }

    /** Square metres it would have more than on the papers; NaN without papers. */
    public double difference() {
        return legal == null ? Double.NaN : after - legal.squareMetres().doubleValue();
    }
}
