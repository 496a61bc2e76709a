package vn.diaba.store.codec;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that was read, asked for its fields by name and kind. Immutable.
 *
 * @param fields values by name, in the order read
 */
public record JsonObject(Map<String, @Nullable Object> fields) {
    /** Text that must be there. */
    public String text(String name) throws CodecException {
        return field(name, String.class);
    }

    /** Text, "" when the field is missing. */
    public String textOr(String name) throws CodecException {
        return fields.containsKey(name) ? text(name) : "";
    }

    /** A whole number that must be there. */
    public long number(String name) throws CodecException {
        return whole(field(name, Number.class));
    }

    /** A whole number, however it is written: {@code 1e3} is 1000. */
    static long whole(@Nullable Object value) throws CodecException {
        if (value instanceof Long number) {
            return number;
        }
        try {
            if (value instanceof Number number) {
                return new BigDecimal(number.toString()).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw new CodecException("not a whole number", null);
        }
        throw new CodecException("not a number", null);
    }

    /** An id that must be there. */
    public UUID id(String name) throws CodecException {
        return id((Object) text(name));
    }

    /** An id, null when the field is missing. */
    public @Nullable UUID findId(String name) throws CodecException {
        return fields.containsKey(name) ? id(name) : null;
    }

    /** An object that must be there. */
    public JsonObject object(String name) throws CodecException {
        return field(name, JsonObject.class);
    }

    /** An object, null when the field is missing or null. */
    public @Nullable JsonObject findObject(String name) throws CodecException {
        return fields.get(name) == null ? null : object(name);
    }

    /** The items of a list, none when the field is missing. */
    public List<?> list(String name) throws CodecException {
        return fields.containsKey(name) ? field(name, List.class) : List.of();
    }

    /** A double, NaN when the field is missing. */
    public double decimal(String name) throws CodecException {
        Object value = fields.get(name);
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new CodecException("field " + name + " is no number", null);
    }

    private <T> T field(String name, Class<T> type) throws CodecException {
        Object value = fields.get(name);
        if (!type.isInstance(value)) {
            throw new CodecException("field " + name + " is missing or of another kind", null);
        }
        return type.cast(value);
    }

    /** Reads an id. */
    public static UUID id(@Nullable Object value) throws CodecException {
        try {
            return UUID.fromString(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new CodecException("not an id", null);
        }
    }

    static JsonObject empty() {
        return new JsonObject(Collections.emptyMap());
    }
}
