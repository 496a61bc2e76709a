package vn.diaba.store.codec;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Further columns of a source in JSON, each with its type. Stateless. */
final class ExtraCodec {
    private static final String EXTRAS = "extras";

    private ExtraCodec() {}

    /** Puts them among the personal fields. */
    static void write(Map<String, Object> values, Map<String, Object> secret) {
        if (!values.isEmpty()) {
            List<Object> extras = new ArrayList<>();
            values.forEach((name, value) -> extras.add(List.of(name, kind(value), value.toString())));
            secret.put(EXTRAS, extras);
        }
    }

    private static String kind(Object value) {
        if (value instanceof String) {
            return "s";
        }
        if (value instanceof Long) {
            return "i";
        }
        if (value instanceof BigDecimal) {
            return "n";
        }
        if (value instanceof Boolean) {
            return "b";
        }
        return value instanceof LocalDate ? "d" : "t";
    }

    /** Reads them again, none when there are none; where one cannot be read all are kept apart, and it is left out. */
    static Map<String, Object> read(JsonObject secret, FurtherCodec more) throws CodecException {
        Map<String, Object> extras = new LinkedHashMap<>();
        List<?> all = secret.list(EXTRAS);
        for (Object item : all) {
            try {
                List<?> extra = ParcelCodec.list(item);
                String text = String.valueOf(extra.get(2));
                extras.put(String.valueOf(extra.get(0)), value(String.valueOf(extra.get(1)), text));
            } catch (CodecException | NumberFormatException | DateTimeException | IndexOutOfBoundsException e) {
                more.hide(EXTRAS, all);
            }
        }
        return extras;
    }

    private static Object value(String kind, String text) throws CodecException {
        switch (kind) {
            case "s":
                return text;
            case "i":
                return Long.valueOf(text);
            case "n":
                return new BigDecimal(text);
            case "b":
                return Boolean.valueOf(text);
            case "d":
                return LocalDate.parse(text);
            case "t":
                return OffsetDateTime.parse(text);
            default:
                throw new CodecException("unknown kind of value", null);
        }
    }
}
