package vn.diaba.store.codec;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, text, longs, doubles, booleans, and {@link Numeral} for other numbers; no types are made from what is
 * read. Stateless.
 */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxStringLength(1 << 26)
                    .maxNumberLength(400)
                    .build())
            .build();

    private Json() {}

    /** Writes a value without white space, fields in the order of their map. */
    public static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            write(out, value);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        if (value instanceof JsonObject object) {
            write(out, object.fields());
        } else if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> field : map.entrySet()) {
                out.writeFieldName((String) field.getKey());
                write(out, field.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                write(out, item);
            }
            out.writeEndArray();
        } else if (value instanceof Long || value instanceof Integer) {
            out.writeNumber(((Number) value).longValue());
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof Numeral numeral) {
            out.writeNumber(numeral.text());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value.toString());
        }
    }

    /**
     * Reads one object.
     *
     * @throws CodecException if the bytes are not one JSON object
     */
    public static JsonObject read(byte[] bytes) throws CodecException {
        try (JsonParser in = FACTORY.createParser(bytes)) {
            in.nextToken();
            Object value = value(in);
            if (value instanceof JsonObject object && in.nextToken() == null) {
                return object;
            }
            throw new CodecException("not one JSON object", null);
        } catch (IOException e) {
            throw new CodecException("not JSON", null);
        }
    }

    private static @Nullable Object value(JsonParser in) throws IOException, CodecException {
        JsonToken token = in.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                fields.put(name, value(in));
            }
            return new JsonObject(fields);
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> items = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(in));
            }
            return items;
        }
        if (token == null) {
            throw new CodecException("no JSON", null);
        }
        switch (token) {
            case VALUE_STRING:
                return in.getText();
            case VALUE_NUMBER_INT:
                return whole(in);
            case VALUE_NUMBER_FLOAT:
                return decimal(in);
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            case VALUE_NULL:
                return null;
            default:
                throw new CodecException("unexpected " + token, null);
        }
    }

    private static Object whole(JsonParser in) throws IOException {
        return in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new Numeral(in.getText())
                : (Object) in.getLongValue();
    }

    /** A double when its text is that of the double, so that no digit of a number is lost that is only carried along. */
    private static Object decimal(JsonParser in) throws IOException {
        double value = in.getDoubleValue();
        return Double.toString(value).equals(in.getText()) ? (Object) value : new Numeral(in.getText());
    }
}
