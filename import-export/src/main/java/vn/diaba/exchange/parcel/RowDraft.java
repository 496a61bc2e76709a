package vn.diaba.exchange.parcel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;

/** Makes drafts of rows by a mapping. Immutable. */
final class RowDraft {
    private static final Pattern CODE = Pattern.compile("[0-9b-hjkmnp-z]{12}");

    private final FieldMapping mapping;
    private final List<Column> columns;
    private final ParcelSet set;

    RowDraft(FieldMapping mapping, List<Column> columns, ParcelSet set) {
        this.mapping = mapping;
        this.columns = columns;
        this.set = set;
    }

    Draft of(Row row, RawShape shape) {
        String code = text(row, "code");
        boolean isCode = CODE.matcher(code).matches();
        Map<String, Object> extras = extras(row);
        if (!isCode && !code.isEmpty()) {
            extras.put(columns.get(mapping.column("code").orElseThrow()).name(), code);
        }
        LegalArea legal = area(row, "legalArea", extras);
        LegalArea stated = legal == null ? area(row, "area", extras) : keep(row, "area", extras);
        String source = text(row, "sourceId");
        ParcelFacts facts = new ParcelFacts(
                isCode ? code : "",
                source.isEmpty() ? Long.toString(row.record()) : source,
                LandUse.parse(text(row, "landUse")),
                LandUse.parse(text(row, "legalLandUse")),
                legal == null ? stated : legal,
                state(text(row, "state")),
                text(row, "oldSheet"),
                text(row, "oldNumber"),
                text(row, "address"),
                extras);
        ParcelNumber number = new ParcelNumber(text(row, "commune"), text(row, "sheet"), text(row, "number"));
        return new Draft(row.record(), set, number, facts, rings(shape), holder(row));
    }

    private static List<Draft.DraftRing> rings(RawShape shape) {
        List<Draft.DraftRing> rings = new ArrayList<>();
        for (int part = 0; part < shape.partCount(); part++) {
            int first = shape.partStarts()[part];
            for (int path = first; path < shape.partStarts()[part + 1]; path++) {
                double[] xy = java.util.Arrays.copyOfRange(
                        shape.xy(), 2 * shape.pathStarts()[path], 2 * shape.pathStarts()[path + 1]);
                rings.add(new Draft.DraftRing(xy, path == first));
            }
        }
        return rings;
    }

    private Draft.@Nullable Holder holder(Row row) {
        String name = text(row, "landUser");
        String idNumber = text(row, "idNumber");
        return name.isEmpty() && idNumber.isEmpty() ? null : new Draft.Holder(name, idNumber, text(row, "userType"));
    }

    private String text(Row row, String attribute) {
        OptionalInt column = mapping.column(attribute);
        String text = column.isEmpty() ? null : row.text(column.getAsInt());
        return text == null ? "" : text.strip();
    }

    /** A stated area; one that is no area stays an extra value under its column's name. */
    private @Nullable LegalArea area(Row row, String attribute, Map<String, Object> extras) {
        String text = text(row, attribute);
        try {
            return text.isEmpty() ? null : LegalArea.parse(text);
        } catch (NumberFormatException notAnArea) {
            return keep(row, attribute, extras);
        }
    }

    private @Nullable LegalArea keep(Row row, String attribute, Map<String, Object> extras) {
        mapping.column(attribute).ifPresent(column -> put(extras, column, row.value(column)));
        return null;
    }

    private static ParcelState state(String text) {
        for (ParcelState state : ParcelState.values()) {
            if (state.name().equalsIgnoreCase(text)) {
                return state;
            }
        }
        return ParcelState.NORMAL;
    }

    private Map<String, Object> extras(Row row) {
        Map<String, Object> extras = new LinkedHashMap<>();
        for (int column : mapping.extras()) {
            put(extras, column, row.value(column));
        }
        return extras;
    }

    private void put(Map<String, Object> extras, int column, @Nullable Object value) {
        if (value instanceof byte[] bytes) {
            extras.put(columns.get(column).name(), Base64.getEncoder().encodeToString(bytes));
        } else if (value instanceof String
                || value instanceof Long
                || value instanceof BigDecimal
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof OffsetDateTime) {
            extras.put(columns.get(column).name(), value);
        }
    }
}
