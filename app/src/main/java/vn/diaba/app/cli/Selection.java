package vn.diaba.app.cli;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.ParcelAttributes;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.map.style.FeatureFilter;
import vn.diaba.map.style.StyleException;

/** Which parcels a person means by a filter in ECQL on their attributes. Stateless. */
final class Selection {
    private Selection() {}

    /**
     * The parcels for which an expression holds; all without one.
     *
     * @throws CommandFailure {@code filter-wrong} with the expression and what is wrong
     */
    static Predicate<Parcel> of(@Nullable String expression, Fabric fabric) throws CommandFailure {
        if (expression == null || expression.isBlank()) {
            return parcel -> true;
        }
        try {
            FeatureFilter filter = FeatureFilter.ofEcql(expression);
            for (String name : filter.attributes()) {
                if (!ParcelAttributes.NAMES.contains(name) && !isExtra(fabric, name)) {
                    throw new CommandFailure("attribute-unknown", name, String.join(" ", ParcelAttributes.NAMES));
                }
            }
            return parcel -> filter.holds(name -> value(fabric, parcel, name));
        } catch (StyleException e) {
            throw new CommandFailure(e.code(), e.arguments().toArray());
        }
    }

    private static boolean isExtra(Fabric fabric, String name) {
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if (fabric.findParcelAt(slot)
                    .filter(parcel -> parcel.facts().extras().containsKey(name))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object value(Fabric fabric, Parcel parcel, String name) {
        if (name.equals("area")) {
            return fabric.areaOf(parcel.id()).squareMetres();
        }
        if (name.equals("legalArea")) {
            LegalArea legal = parcel.facts().legalArea();
            return legal == null ? null : legal.squareMetres().doubleValue();
        }
        if (!ParcelAttributes.NAMES.contains(name)) {
            return parcel.facts().extras().get(name);
        }
        String text = ParcelAttributes.text(parcel, name);
        return text.isEmpty() ? null : text;
    }
}
