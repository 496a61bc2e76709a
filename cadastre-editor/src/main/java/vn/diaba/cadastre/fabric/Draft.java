package vn.diaba.cadastre.fabric;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * A parcel to be, with coordinates instead of corners. Its arrays are read, never written.
 *
 * @param record number of the record it comes from, from 1
 * @param set the coverage it goes to
 * @param number how it is cited
 * @param facts what else is known
 * @param rings each ring's outline
 * @param holder the land user, when one is given
 */
public record Draft(
        long record,
        ParcelSet set,
        ParcelNumber number,
        ParcelFacts facts,
        List<DraftRing> rings,
        @Nullable Holder holder) {
    /** Copies the list. */
    public Draft {
        rings = List.copyOf(rings);
    }

    /**
     * A ring by its coordinates.
     *
     * @param xy east, north pairs in metres of the project CRS; closed or not, repeated points allowed
     * @param shell whether it begins a face; else it is a hole of the face before it
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record DraftRing(double[] xy, boolean shell) {}

    /**
     * Who uses the land.
     *
     * @param name as on the papers
     * @param idNumber personal or tax number, "" when unknown
     * @param userType kind of land user, "" when unknown
     */
    public record Holder(String name, String idNumber, String userType) {}
}
