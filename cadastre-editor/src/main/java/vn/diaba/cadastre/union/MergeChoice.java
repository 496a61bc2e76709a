package vn.diaba.cadastre.union;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.diaba.cadastre.model.ParcelId;

/**
 * How the parcel that results from a merge is described. What is not chosen comes by itself: sheet and commune from the
 * first part, the next number, all land uses (with areas where every part knows them), the sum of the legal areas, the
 * gravest state, of other attributes the first part's that has one, and the first part's land users. Immutable.
 *
 * @param from for an attribute the part whose value is taken; one of {@code landUser idNumber userType} means the part's
 *     land users with their shares
 * @param values for an attribute its value as text; one of the land user's makes a new land user
 * @param legal whether the legal area is the sum of the papers' or the computed one
 * @param dropsStraightCorners whether corners go that stood between two parts, lie on a straight side of the whole, are
 *     used by no other parcel and carry no monument
 */
public record MergeChoice(
        Map<String, ParcelId> from, Map<String, String> values, Terms.Legal legal, boolean dropsStraightCorners) {
    /** Nothing chosen: all comes by itself, every corner stays. */
    public static final MergeChoice NONE = new MergeChoice(Map.of(), Map.of(), Terms.Legal.PAPERS, false);

    /** Copies the maps in their order. */
    public MergeChoice {
        from = Collections.unmodifiableMap(new LinkedHashMap<>(from));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
