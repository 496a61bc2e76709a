package vn.diaba.app.parcel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.app.look.SignedArea;
import vn.diaba.app.text.MaskedNumber;
import vn.diaba.app.text.Messages;
import vn.diaba.app.text.Values;
import vn.diaba.cadastre.command.ParcelAttributes;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

/**
 * A parcel's card in one language. Immutable.
 *
 * @param id the parcel
 * @param title how it is cited
 * @param state what stands against changing it, in words; "" for nothing
 * @param rows facts in their order
 * @param neighbours parcels with a common side, by label, each once
 * @param parents labels of the parcels it was made from
 */
public record ParcelCard(
        ParcelId id,
        String title,
        String state,
        List<Row> rows,
        Map<ParcelId, String> neighbours,
        List<String> parents) {
    private static final int NEIGHBOURS = 60;

    /**
     * One fact.
     *
     * @param labelCode code of its name
     * @param value what is shown, "" when unknown
     * @param attribute name by which it can be set, "" when it cannot
     * @param editable what a person edits, without units and grouping
     */
    public record Row(String labelCode, String value, String attribute, String editable) {
        static Row fixed(String labelCode, String value) {
            return new Row(labelCode, value, "", "");
        }
    }

    /** The card of a parcel, which must live in this land. */
    public static ParcelCard of(Fabric fabric, ParcelId id, Messages messages) {
        Parcel parcel = fabric.parcel(id);
        String commune = parcel.number().commune();
        String title = commune.isEmpty() ? parcel.label() : parcel.label() + " · " + commune;
        ParcelState state = parcel.facts().state();
        String stateWords = state == ParcelState.NORMAL ? "" : messages.sentence("state-" + lower(state));
        List<String> parents = parcel.parents().stream()
                .map(parent -> fabric.findParcel(parent).map(Parcel::label).orElse("?"))
                .toList();
        return new ParcelCard(
                id, title, stateWords, rows(fabric, parcel, messages.values()), neighbours(fabric, id), parents);
    }

    private static String lower(ParcelState state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static List<Row> rows(Fabric fabric, Parcel parcel, Values values) {
        List<Row> rows = new ArrayList<>();
        rows.add(set(parcel, "card-sheet", "sheet"));
        rows.add(set(parcel, "card-number", "number"));
        double surveyed = fabric.areaOf(parcel.id()).squareMetres();
        LegalArea legal = parcel.facts().legalArea();
        rows.add(Row.fixed("card-area", values.styled(surveyed, "m2") + " m²"));
        rows.add(new Row(
                "card-legal-area",
                legal == null ? "" : values.plain(legal) + " m²",
                "legalArea",
                legal == null ? "" : legal.toString()));
        if (legal != null) {
            double more = surveyed - legal.squareMetres().doubleValue();
            rows.add(Row.fixed("card-difference", SignedArea.text(more, values) + " m²"));
        }
        rows.add(set(parcel, "card-land-use", "landUse"));
        holders(fabric, parcel, rows);
        rows.add(set(parcel, "card-address", "address"));
        rows.add(Row.fixed("card-corners", Long.toString(cornerCount(parcel))));
        if (!parcel.facts().oldNumber().isEmpty()) {
            String old = parcel.facts().oldSheet() + "/" + parcel.facts().oldNumber();
            rows.add(Row.fixed("card-old-number", old));
        }
        if (!parcel.facts().code().isEmpty()) {
            rows.add(Row.fixed("card-code", parcel.facts().code()));
        }
        parcel.facts()
                .extras()
                .forEach((name, value) -> rows.add(new Row(name, value.toString(), name, value.toString())));
        return List.copyOf(rows);
    }

    private static long cornerCount(Parcel parcel) {
        return parcel.rings()
                .flatMap(ring -> ring.corners().stream())
                .distinct()
                .count();
    }

    private static Row set(Parcel parcel, String labelCode, String attribute) {
        String text = ParcelAttributes.text(parcel, attribute);
        return new Row(labelCode, text, attribute, text);
    }

    private static void holders(Fabric fabric, Parcel parcel, List<Row> rows) {
        List<Party> parties = new ArrayList<>();
        for (Right right : fabric.rightsOf(parcel.id())) {
            fabric.findRecord(right.party())
                    .filter(Party.class::isInstance)
                    .map(Party.class::cast)
                    .ifPresent(parties::add);
        }
        if (parties.size() <= 1) {
            String name = parties.isEmpty() ? "" : parties.get(0).name();
            rows.add(new Row("card-land-user", name, "landUser", name));
        } else {
            parties.forEach(party -> rows.add(Row.fixed("card-land-user", party.name())));
        }
        parties.stream()
                .filter(party -> !party.idNumber().isEmpty())
                .forEach(party -> rows.add(Row.fixed("card-id-number", MaskedNumber.of(party.idNumber()))));
    }

    private static Map<ParcelId, String> neighbours(Fabric fabric, ParcelId id) {
        ParcelCursor cursor = fabric.cursor();
        if (!cursor.at(fabric.slotOf(id))) {
            return Map.of();
        }
        Set<Integer> slots = new LinkedHashSet<>();
        for (int ring = 0; ring < cursor.rings(); ring++) {
            for (int i = 0; i < cursor.size(ring) && slots.size() < NEIGHBOURS; i++) {
                if (cursor.across(ring, i) >= 0 && cursor.across(ring, i) != cursor.slot()) {
                    slots.add(cursor.across(ring, i));
                }
            }
        }
        Map<ParcelId, String> neighbours = new LinkedHashMap<>();
        for (int slot : slots) {
            Parcel neighbour = fabric.parcelAt(slot);
            neighbours.put(neighbour.id(), neighbour.label());
        }
        return java.util.Collections.unmodifiableMap(neighbours);
    }
}
