package vn.diaba.cadastre.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.LegalArea;

/**
 * What is known of a parcel beside its number and shape. Immutable. Text is NFC; "" stands for unknown.
 *
 * @param code the permanent code (12-character GeoHash); made once, stored, never recomputed
 * @param sourceId the key the parcel had in the file it came from
 * @param landUses uses as surveyed (loại đất hiện trạng)
 * @param legalLandUses uses per the papers (loại đất pháp lý)
 * @param legalArea area per the papers, when known
 * @param state what stands against changing it
 * @param oldSheet former map sheet
 * @param oldNumber former number
 * @param address where it is, in words; may lead to persons, so the store keeps it encrypted
 * @param extras further columns of the source in their order; values are text, long, BigDecimal, boolean, LocalDate or
 *     OffsetDateTime; may lead to persons, so the store keeps them encrypted
 * @param further what a newer version of the program knows
 */
public record ParcelFacts(
        String code,
        String sourceId,
        List<LandUse> landUses,
        List<LandUse> legalLandUses,
        @Nullable LegalArea legalArea,
        ParcelState state,
        String oldSheet,
        String oldNumber,
        String address,
        Map<String, Object> extras,
        Further further) {
    /** Nothing is known. */
    public static final ParcelFacts NONE =
            new ParcelFacts("", "", List.of(), List.of(), null, ParcelState.NORMAL, "", "", "", Map.of());

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if an extra value is of another type
     */
    public ParcelFacts {
        landUses = List.copyOf(landUses);
        legalLandUses = List.copyOf(legalLandUses);
        extras = copyOfExtras(extras);
    }

    /** Facts without anything newer. */
    public ParcelFacts(
            String code,
            String sourceId,
            List<LandUse> landUses,
            List<LandUse> legalLandUses,
            @Nullable LegalArea legalArea,
            ParcelState state,
            String oldSheet,
            String oldNumber,
            String address,
            Map<String, Object> extras) {
        this(
                code,
                sourceId,
                landUses,
                legalLandUses,
                legalArea,
                state,
                oldSheet,
                oldNumber,
                address,
                extras,
                Further.NONE);
    }

    /**
     * Further columns of a source as a map of their own, in their order.
     *
     * @throws IllegalArgumentException if a value is of a type that attributes do not have
     */
    public static Map<String, Object> copyOfExtras(Map<String, Object> extras) {
        for (Object value : extras.values()) {
            if (!(value instanceof String
                    || value instanceof Long
                    || value instanceof BigDecimal
                    || value instanceof Boolean
                    || value instanceof LocalDate
                    || value instanceof OffsetDateTime)) {
                throw new IllegalArgumentException("not an attribute value: " + value.getClass());
            }
        }
        return extras.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    }

    /** The extra columns' names in order. */
    public List<String> extraNames() {
        return new ArrayList<>(extras.keySet());
    }
}
