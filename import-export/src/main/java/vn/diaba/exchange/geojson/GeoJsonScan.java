package vn.diaba.exchange.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.text.TextEncoding;
import vn.diaba.exchange.text.TextIntake;

/** The first reading of a file: what its columns are, what kinds of shapes, which CRS. Confined to one thread. */
final class GeoJsonScan {
    private static final Pattern EPSG = Pattern.compile("(?i)^(?:urn:ogc:def:crs:)?EPSG:(?:[0-9.]*:)?([0-9]{4,6})$");
    private static final Pattern CRS84 = Pattern.compile("(?i)^urn:ogc:def:crs:OGC:[0-9.]*:?CRS84$|^(?:OGC:)?CRS:?84$");

    private final GeoJsonSource source;
    private final TextIntake texts;
    private final IssueLog issues;
    private final Map<String, @Nullable ColumnType> types = new LinkedHashMap<>();
    private final List<String> kinds = new ArrayList<>();
    private String rootType = "";
    private String name = "";
    private CrsHint crs = CrsHint.NONE;
    private boolean hasFeatures;
    private boolean hasIds;
    private long features;

    GeoJsonScan(GeoJsonSource source, TextIntake texts, IssueLog issues) {
        this.source = source;
        this.texts = texts;
        this.issues = issues;
    }

    /** Reads the file once. */
    void run() throws ImportException {
        FeatureReader single = new FeatureReader(source.factory(), false);
        try (JsonParser json = source.open()) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new ImportException("not-a-geojson", source.name());
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String member = json.currentName();
                json.nextToken();
                readMember(member, json, single);
            }
            if (json.nextToken() != null) {
                throw new ImportException(
                        "json-broken", source.name(), json.currentLocation().getLineNr(), 0, features);
            }
        } catch (IOException cause) {
            throw source.failure(cause, features + 1);
        }
        boolean geometry = CoordinateReader.levelOf(rootType) >= 0 || rootType.equals("GeometryCollection");
        if (!hasFeatures && !geometry && !rootType.equals("Feature")) {
            throw new ImportException("not-a-geojson", source.name());
        }
        if (!hasFeatures) {
            features = 1;
            learn(single);
            kinds.add(geometry ? rootType : single.geometryType());
        }
        texts.reportDoubtful();
    }

    private void readMember(String member, JsonParser json, FeatureReader single) throws IOException {
        if (member.equals("features") && json.currentToken() == JsonToken.START_ARRAY) {
            hasFeatures = true;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    FeatureReader feature = new FeatureReader(source.factory(), false);
                    feature.read(json);
                    learn(feature);
                    addKind(feature.geometryType());
                } else {
                    json.skipChildren();
                }
                features++;
            }
        } else if (member.equals("type") && json.currentToken() == JsonToken.VALUE_STRING) {
            rootType = json.getText();
        } else if (member.equals("crs")) {
            readCrs(json);
        } else if (member.equals("name") && json.currentToken() == JsonToken.VALUE_STRING) {
            name = json.getText();
        } else {
            single.readMember(member, json);
        }
    }

    private void addKind(String type) {
        if (!type.isEmpty() && !kinds.contains(type) && kinds.size() < 10) {
            kinds.add(type);
        }
    }

    private void learn(FeatureReader feature) {
        hasIds |= feature.id() != null;
        feature.properties().forEach((property, value) -> {
            types.merge(property, value == FeatureReader.JsonNull.NULL ? NONE : typeOf(value), GeoJsonScan::joined);
            if (value instanceof String text) {
                texts.look(property, text);
            }
        });
    }

    /** Stands for a column of which only nulls were seen; no such value occurs otherwise. */
    private static final ColumnType NONE = ColumnType.BINARY;

    private static ColumnType typeOf(Object value) {
        return value instanceof Long
                ? ColumnType.INTEGER
                : value instanceof BigDecimal
                        ? ColumnType.DECIMAL
                        : value instanceof Boolean ? ColumnType.BOOLEAN : ColumnType.TEXT;
    }

    private static ColumnType joined(ColumnType a, ColumnType b) {
        if (a == b || b == NONE) {
            return a;
        }
        boolean numbers = (a == ColumnType.INTEGER || a == ColumnType.DECIMAL)
                && (b == ColumnType.INTEGER || b == ColumnType.DECIMAL);
        return a == NONE ? b : numbers ? ColumnType.DECIMAL : ColumnType.TEXT;
    }

    private void readCrs(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        String said = "";
        int depth = 1;
        String field = "";
        while (depth > 0) {
            JsonToken token = json.nextToken();
            depth += token == JsonToken.START_OBJECT ? 1 : token == JsonToken.END_OBJECT ? -1 : 0;
            if (token == JsonToken.FIELD_NAME) {
                field = json.currentName();
            } else if (token == JsonToken.START_ARRAY) {
                json.skipChildren();
            } else if (token != null && token.isScalarValue() && (field.equals("name") || field.equals("code"))) {
                said = field.equals("code") ? "EPSG:" + json.getText() : json.getText();
            }
        }
        Matcher epsg = EPSG.matcher(said);
        if (CRS84.matcher(said).find()) {
            crs = CrsHint.ofEpsg(4326);
        } else if (epsg.matches()) {
            crs = CrsHint.ofEpsg(Integer.parseInt(epsg.group(1)));
        } else {
            issues.add(Issue.ofFile("crs-not-understood", Severity.WARNING, source.name(), said));
        }
    }

    String name() {
        return name;
    }

    CrsHint crs() {
        return crs;
    }

    long features() {
        return features;
    }

    /** Whether the rows stand in a {@code features} array; else the file is one feature or one geometry. */
    boolean isCollection() {
        return hasFeatures;
    }

    /** Whether the file's root is a geometry. */
    boolean isGeometry() {
        return !hasFeatures && !rootType.equals("Feature");
    }

    /** The one kind of all shapes; null when there are several or none. */
    @Nullable
    ShapeKind kind() {
        List<ShapeKind> all = kinds.stream()
                .filter(each -> CoordinateReader.levelOf(each) >= 0)
                .map(CoordinateReader::kindOf)
                .distinct()
                .toList();
        return all.size() == 1 && !kinds.contains("GeometryCollection") ? all.get(0) : null;
    }

    /** The JSON name of the property behind each column, in order; {@code null} stands for the feature's id. */
    List<@Nullable String> sources() {
        List<@Nullable String> out = new ArrayList<>(types.keySet());
        if (hasIds && !types.containsKey("id")) {
            out.add(0, null);
        }
        return out;
    }

    /** Columns in the order their properties were first met, the feature's id before them. */
    List<Column> columns() {
        List<Column> out = new ArrayList<>();
        for (String property : sources()) {
            ColumnType type = property == null ? ColumnType.TEXT : types.get(property);
            String shown = property == null ? "id" : TextEncoding.compose(property);
            String unique = shown.isEmpty() ? "column" : shown;
            for (int k = 2; contains(out, unique); k++) {
                unique = shown + "_" + k;
            }
            if (!unique.equals(shown)) {
                issues.add(Issue.ofFile("column-renamed", Severity.WARNING, source.name(), shown, unique));
            }
            out.add(Column.of(unique, type == null || type == NONE ? ColumnType.TEXT : type));
        }
        return out;
    }

    private static boolean contains(List<Column> columns, String name) {
        return columns.stream().anyMatch(column -> column.name().equals(name));
    }
}
