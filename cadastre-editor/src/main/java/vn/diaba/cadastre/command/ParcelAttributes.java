package vn.diaba.cadastre.command;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelState;

/** A parcel's attributes by the names that files, filters and the command line use. Stateless. */
public final class ParcelAttributes {
    /** All names, in the order tables show them. */
    public static final List<String> NAMES = List.of(
            "code",
            "sourceId",
            "sheet",
            "number",
            "oldSheet",
            "oldNumber",
            "commune",
            "landUse",
            "legalLandUse",
            "area",
            "legalArea",
            "address",
            "landUser",
            "idNumber",
            "userType",
            "state");

    /** The names that describe the land user, kept with the party. */
    public static final Set<String> OF_HOLDER = Set.of("landUser", "idNumber", "userType");

    private ParcelAttributes() {}

    /**
     * An attribute as text, "" when unknown.
     *
     * @param name a name that is neither of the land user nor {@code area}, or an extra column
     */
    public static String text(Parcel parcel, String name) {
        ParcelFacts facts = parcel.facts();
        LegalArea legal = facts.legalArea();
        switch (name) {
            case "code":
                return facts.code();
            case "sourceId":
                return facts.sourceId();
            case "sheet":
                return parcel.number().sheet();
            case "number":
                return parcel.number().number();
            case "oldSheet":
                return facts.oldSheet();
            case "oldNumber":
                return facts.oldNumber();
            case "commune":
                return parcel.number().commune();
            case "landUse":
                return LandUse.codes(facts.landUses());
            case "legalLandUse":
                return LandUse.codes(facts.legalLandUses());
            case "legalArea":
                return legal == null ? "" : legal.toString();
            case "address":
                return facts.address();
            case "state":
                return facts.state().name().toLowerCase(Locale.ROOT);
            default:
                Object extra = facts.extras().get(name);
                return extra == null ? "" : extra.toString();
        }
    }

    /**
     * A copy of the parcel with an attribute set from text.
     *
     * @param name a name that is not of the land user, or an extra column the parcel has
     * @throws ImpossibleEditException {@code attribute-computed}, {@code attribute-unknown} with the name, {@code
     *     attribute-not-valid} with name and value
     */
    public static Parcel with(Parcel parcel, String name, String value) throws ImpossibleEditException {
        ParcelNumber n = parcel.number();
        switch (name) {
            case "sheet":
                return parcel.withNumber(new ParcelNumber(n.commune(), value, n.number()));
            case "number":
                return parcel.withNumber(new ParcelNumber(n.commune(), n.sheet(), value));
            case "commune":
                return parcel.withNumber(new ParcelNumber(value, n.sheet(), n.number()));
            case "area":
            case "code":
            case "sourceId":
                throw new ImpossibleEditException("attribute-computed", name);
            default:
                return parcel.withFacts(with(parcel.facts(), name, value));
        }
    }

    private static ParcelFacts with(ParcelFacts f, String name, String value) throws ImpossibleEditException {
        List<LandUse> uses = name.equals("landUse") ? LandUse.parse(value) : f.landUses();
        List<LandUse> legalUses = name.equals("legalLandUse") ? LandUse.parse(value) : f.legalLandUses();
        LegalArea legal = name.equals("legalArea") ? legalArea(value) : f.legalArea();
        ParcelState state = name.equals("state") ? state(value) : f.state();
        String oldSheet = name.equals("oldSheet") ? value : f.oldSheet();
        String oldNumber = name.equals("oldNumber") ? value : f.oldNumber();
        String address = name.equals("address") ? value : f.address();
        Map<String, Object> extras = NAMES.contains(name) ? f.extras() : extras(f, name, value);
        return new ParcelFacts(
                f.code(),
                f.sourceId(),
                uses,
                legalUses,
                legal,
                state,
                oldSheet,
                oldNumber,
                address,
                extras,
                f.further());
    }

    private static @Nullable LegalArea legalArea(String value) throws ImpossibleEditException {
        try {
            return value.isEmpty() ? null : LegalArea.parse(value);
        } catch (NumberFormatException e) {
            throw new ImpossibleEditException("attribute-not-valid", "legalArea", value);
        }
    }

    private static ParcelState state(String value) throws ImpossibleEditException {
        try {
            return ParcelState.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ImpossibleEditException("attribute-not-valid", "state", value);
        }
    }

    private static Map<String, Object> extras(ParcelFacts f, String name, String value) throws ImpossibleEditException {
        Object old = f.extras().get(name);
        if (old == null) {
            throw new ImpossibleEditException("attribute-unknown", name);
        }
        Map<String, Object> extras = new LinkedHashMap<>(f.extras());
        try {
            if (old instanceof Long) {
                extras.put(name, Long.valueOf(value));
            } else if (old instanceof BigDecimal) {
                extras.put(name, new BigDecimal(value.replace(',', '.')));
            } else if (old instanceof Boolean) {
                extras.put(name, Boolean.valueOf(value));
            } else {
                extras.put(name, value);
            }
        } catch (NumberFormatException e) {
            throw new ImpossibleEditException("attribute-not-valid", name, value);
        }
        return extras;
    }
}
