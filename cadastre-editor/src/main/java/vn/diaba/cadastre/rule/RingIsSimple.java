package vn.diaba.cadastre.rule;

import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Tolerances;

/**
 * A parcel's rings neither cross nor touch themselves along a line, and its holes lie in their shells: what the OGC
 * calls valid, as JTS judges it. The argument is JTS's name of the fault.
 */
record RingIsSimple(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "ring-is-simple";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(Look look, Findings into) {
        look.subjects().stream().forEach(slot -> {
            TopologyValidationError error = look.shapes.error(slot);
            if (error != null) {
                into.add(Found.at(placeOf(error, look, slot), List.of(look.id(slot)))
                        .with(code(error)));
            }
        });
    }

    private static EastNorth placeOf(TopologyValidationError error, Look look, int slot) {
        Coordinate at = error.getCoordinate();
        return at != null && !Double.isNaN(at.x) && !Double.isNaN(at.y)
                ? new EastNorth(at.x, at.y)
                : look.outline(slot).place(0);
    }

    private static String code(TopologyValidationError error) {
        return error.getMessage().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
