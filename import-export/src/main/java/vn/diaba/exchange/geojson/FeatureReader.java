package vn.diaba.exchange.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.Decimals;

/**
 * Reads one feature, members in any order: its geometry, its properties, its id. Confined to one thread, for one
 * feature.
 */
final class FeatureReader {
    private final JsonFactory factory;
    private final boolean withGeometry;
    private final GeometryReader geometry = new GeometryReader();
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private String geometryType = "";
    private @Nullable Object id;

    /**
     * Makes one.
     *
     * @param withGeometry false to learn the geometry's type only, which is quicker
     */
    FeatureReader(JsonFactory factory, boolean withGeometry) {
        this.factory = factory;
        this.withGeometry = withGeometry;
    }

    /** Reads the feature object the parser stands on, to its end. */
    void read(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            readMember(name, json);
        }
    }

    /** Reads one member of a feature; the parser stands on its value. */
    void readMember(String name, JsonParser json) throws IOException {
        if (name.equals("geometry")) {
            if (withGeometry) {
                geometry.read(json);
            } else {
                readGeometryType(json);
            }
        } else if (name.equals("properties") && json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String property = json.currentName();
                json.nextToken();
                Object value = value(json);
                if (value != null) {
                    properties.put(property, value);
                } else {
                    properties.putIfAbsent(property, JsonNull.NULL);
                }
            }
        } else if (name.equals("id")) {
            id = value(json);
        } else {
            json.skipChildren();
        }
    }

    private void readGeometryType(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("type")) {
                geometryType = json.getText();
            }
            json.skipChildren();
        }
    }

    GeometryReader geometry() {
        return geometry;
    }

    /** The geometry's type when the geometry itself was not read; empty when there was none. */
    String geometryType() {
        return geometryType;
    }

    /** Values by name: String, Long, BigDecimal, Boolean, or {@link JsonNull}. */
    Map<String, Object> properties() {
        return properties;
    }

    @Nullable
    Object id() {
        return id;
    }

    /** Marks a property that is there and null. */
    enum JsonNull {
        NULL
    }

    /** The value the parser stands on: objects and arrays as JSON text, numbers with their digits. */
    private @Nullable Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getText());
            case START_OBJECT, START_ARRAY -> text(json);
            default -> null;
        };
    }

    private static Object number(String text) {
        Optional<BigDecimal> number = Decimals.parse(text);
        if (number.isEmpty()) {
            return text;
        }
        BigDecimal value = number.get();
        return value.scale() == 0 && value.precision() <= 18 ? (Object) value.longValue() : value;
    }

    private String text(JsonParser json) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator to = factory.createGenerator(out)) {
            int depth = 0;
            JsonToken token = json.currentToken();
            do {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token.isNumeric()) {
                    to.writeNumber(json.getText());
                } else {
                    to.copyCurrentEvent(json);
                }
                token = depth > 0 ? json.nextToken() : token;
            } while (depth > 0 && token != null);
            if (token != null) {
                to.flush();
            }
        }
        return out.toString();
    }
}
