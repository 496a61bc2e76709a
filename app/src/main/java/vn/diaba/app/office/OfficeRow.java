package vn.diaba.app.office;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.rule.Basis;
import vn.diaba.store.codec.JsonObject;

/** A row of an office's file: asks for fields and says where one is wrong. Immutable. */
record OfficeRow(JsonObject json, String file, String place) {
    OfficeException wrong(String field) {
        return new OfficeException("office-file-wrong", List.of(file, place + field), null);
    }

    /** The rows of a section; none when the file does not have it. */
    List<OfficeRow> rows(String field) throws OfficeException {
        List<OfficeRow> rows = new ArrayList<>();
        for (Object item : list(field)) {
            String here = place + field + "[" + rows.size() + "].";
            if (!(item instanceof JsonObject object)) {
                throw wrong(field + "[" + rows.size() + "]");
            }
            rows.add(new OfficeRow(object, file, here));
        }
        return rows;
    }

    boolean has(String field) {
        return json.fields().get(field) != null;
    }

    private List<?> list(String field) throws OfficeException {
        Object value = json.fields().get(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> items) {
            return items;
        }
        throw wrong(field);
    }

    String text(String field) throws OfficeException {
        if (json.fields().get(field) instanceof String text) {
            return text;
        }
        throw wrong(field);
    }

    String textOr(String field, String otherwise) throws OfficeException {
        return has(field) ? text(field) : otherwise;
    }

    double number(String field) throws OfficeException {
        return number(field, json.fields().get(field));
    }

    private double number(String field, @Nullable Object value) throws OfficeException {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(field);
    }

    /** A number that is not negative; 0 when it is not there. */
    double leastOr0(String field) throws OfficeException {
        double value = has(field) ? number(field) : 0;
        if (value < 0) {
            throw wrong(field);
        }
        return value;
    }

    boolean flag(String field) throws OfficeException {
        if (json.fields().get(field) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(field);
    }

    /** Whole numbers. */
    List<Integer> integers(String field) throws OfficeException {
        List<Integer> numbers = new ArrayList<>();
        for (Object item : list(field)) {
            numbers.add((int) number(field, item));
        }
        return List.copyOf(numbers);
    }

    /** Texts, none of them blank; none when the field is not there. */
    List<String> texts(String field) throws OfficeException {
        List<String> texts = new ArrayList<>();
        for (Object item : list(field)) {
            if (!(item instanceof String text) || text.isBlank()) {
                throw wrong(field);
            }
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** West, south, east, north. */
    Extent extent(String field) throws OfficeException {
        List<?> items = list(field);
        if (items.size() != 4) {
            throw wrong(field);
        }
        double west = number(field, items.get(0));
        double south = number(field, items.get(1));
        double east = number(field, items.get(2));
        double north = number(field, items.get(3));
        if (west >= east || south >= north) {
            throw wrong(field);
        }
        return new Extent(west, south, east, north);
    }

    /** Every row says where it stands and from when to when it holds, even if that is "always". */
    Basis basis() throws OfficeException {
        if (!json.fields().containsKey("validFrom") || !json.fields().containsKey("validTo")) {
            throw wrong(json.fields().containsKey("validFrom") ? "validTo" : "validFrom");
        }
        return new Basis(text("legalSource"), day("validFrom"), day("validTo"));
    }

    private @Nullable LocalDate day(String field) throws OfficeException {
        try {
            return has(field) ? LocalDate.parse(text(field)) : null;
        } catch (DateTimeParseException e) {
            throw wrong(field);
        }
    }
}
