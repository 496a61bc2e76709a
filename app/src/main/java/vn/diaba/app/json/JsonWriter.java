package vn.diaba.app.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object, field by field in the order of the calls, straight to a writer. Confined to one thread. An
 * {@link IOException} leaves a broken document: there is no going back in a stream.
 */
public final class JsonWriter {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final int METRE_DECIMALS = 4;

    private final JsonGenerator json;

    private JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the inside of an object or array. */
    @FunctionalInterface
    public interface Content {
        /** Writes it with calls to {@code json}. */
        void writeTo(JsonWriter json) throws IOException;
    }

    /** Writes one element of a collection. */
    @FunctionalInterface
    public interface Element<T> {
        /** Writes {@code value} with calls to {@code json}. */
        void writeTo(JsonWriter json, T value) throws IOException;
    }

    /** Writes one whole document, an object, indented, with a line end behind it; {@code out} is flushed, not closed. */
    public static void document(Writer out, Content fields) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            generator.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
            generator.writeStartObject();
            fields.writeTo(new JsonWriter(generator));
            generator.writeEndObject();
        }
        out.write("\n");
        out.flush();
    }

    /** A text, or null. */
    public JsonWriter text(String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        string(value);
        return this;
    }

    /** A whole number. */
    public JsonWriter number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
        return this;
    }

    /** A truth. */
    public JsonWriter flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
        return this;
    }

    /** Nothing, where a value could be. */
    public JsonWriter nothing(String name) throws IOException {
        json.writeNullField(name);
        return this;
    }

    /** Metres, square metres or seconds: at most four decimals, null when it is not a finite number. */
    public JsonWriter metres(String name, double value) throws IOException {
        return decimal(name, value, METRE_DECIMALS);
    }

    /** A number with at most so many decimals, null when it is not finite. */
    public JsonWriter decimal(String name, double value, int decimals) throws IOException {
        json.writeFieldName(name);
        rounded(value, decimals);
        return this;
    }

    /** Metres in an array: {@code [east, north]}, {@code [e1, n1, e2, n2]}. */
    public JsonWriter metresArray(String name, double... values) throws IOException {
        json.writeArrayFieldStart(name);
        for (double value : values) {
            rounded(value, METRE_DECIMALS);
        }
        json.writeEndArray();
        return this;
    }

    /** An object. */
    public JsonWriter object(String name, Content fields) throws IOException {
        json.writeObjectFieldStart(name);
        fields.writeTo(this);
        json.writeEndObject();
        return this;
    }

    /** An array of objects, one for each value. */
    public <T> JsonWriter objects(String name, Iterable<? extends T> values, Element<T> fields) throws IOException {
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            fields.writeTo(this, value);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }

    /** An array of texts. */
    public JsonWriter texts(String name, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            string(value);
        }
        json.writeEndArray();
        return this;
    }

    /**
     * Any value: numbers, truths and texts as such, collections as arrays, maps as objects, all else by its {@code
     * toString}.
     */
    public JsonWriter value(String name, @Nullable Object value) throws IOException {
        json.writeFieldName(name);
        any(value);
        return this;
    }

    private void any(@Nullable Object value) throws IOException {
        if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            rounded(number.doubleValue(), METRE_DECIMALS);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Collection<?> values) {
            json.writeStartArray();
            for (Object element : values) {
                any(element);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> fields) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                value(String.valueOf(field.getKey()), field.getValue());
            }
            json.writeEndObject();
        } else {
            string(value == null ? null : value.toString());
        }
    }

    private void string(@Nullable String value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    private void rounded(double value, int decimals) throws IOException {
        if (!Double.isFinite(value)) {
            json.writeNull();
            return;
        }
        BigDecimal number = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        json.writeNumber(number.scale() < 0 ? number.setScale(0) : number);
    }
}
