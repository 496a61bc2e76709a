package vn.diaba.cadastre.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.ParcelId;

/**
 * A place where land is not as a rule demands. Immutable.
 *
 * @param id the same again in the next run while the fault stays: a hash of rule, parcels and the ordinal by place
 * @param rule id of the rule
 * @param severity how much it weighs
 * @param parcels the parcels concerned, sorted by id
 * @param place where to look, metres
 * @param areaSquareMetres size of the fault where it has one, else NaN
 * @param widthMetres largest width of the fault where it has one, else NaN
 * @param wkt the fault's shape in the project plane, or null where the place says all
 * @param arguments for the sentence, in an order the rule defines
 */
public record Violation(
        String id,
        String rule,
        Severity severity,
        List<ParcelId> parcels,
        EastNorth place,
        double areaSquareMetres,
        double widthMetres,
        @Nullable String wkt,
        List<Object> arguments) {
    /** Copies the lists. */
    public Violation {
        parcels = parcels.stream().sorted().toList();
        arguments = List.copyOf(arguments);
    }
}
