package vn.diaba.exchange.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.Issue.Severity;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.text.TextIntake;

/** The second reading of a file: feature after feature. Confined to one thread. */
final class GeoJsonRows implements RowSource {
    private final GeoJsonSource source;
    private final GeoJsonScan scan;
    private final TextIntake texts;
    private final IssueLog issues;
    private final List<Column> columns;
    private final List<@Nullable String> sources;
    private final JsonParser json;
    private long record;
    private boolean started;
    private boolean zSaid;

    GeoJsonRows(GeoJsonSource source, GeoJsonScan scan, List<Column> columns, TextIntake texts, IssueLog issues)
            throws ImportException {
        this.source = source;
        this.scan = scan;
        this.columns = columns;
        this.texts = texts;
        this.issues = issues;
        this.sources = scan.sources();
        this.json = source.open();
    }

    @Override
    public @Nullable Row next() throws ImportException {
        try {
            return scan.isCollection() ? nextOfMany() : theOnly();
        } catch (IOException cause) {
            throw source.failure(cause, record + 1);
        }
    }

    private @Nullable Row nextOfMany() throws IOException {
        if (!started) {
            started = true;
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean features = json.currentName().equals("features");
                if (json.nextToken() == JsonToken.START_ARRAY && features) {
                    break;
                }
                json.skipChildren();
            }
        }
        while (json.currentToken() != null && json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
            record++;
            if (json.currentToken() == JsonToken.START_OBJECT) {
                FeatureReader feature = new FeatureReader(source.factory(), true);
                feature.read(json);
                return row(feature, feature.geometry());
            }
            json.skipChildren();
            issues.add(issue("feature-unreadable", Severity.ERROR));
        }
        json.close();
        return null;
    }

    private @Nullable Row theOnly() throws IOException {
        if (started) {
            return null;
        }
        started = true;
        record = 1;
        json.nextToken();
        FeatureReader feature = new FeatureReader(source.factory(), true);
        GeometryReader geometry = new GeometryReader();
        if (scan.isGeometry()) {
            geometry.read(json);
            return row(feature, geometry);
        }
        feature.read(json);
        return row(feature, feature.geometry());
    }

    private Row row(FeatureReader feature, GeometryReader geometry) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            String property = sources.get(i);
            Object raw = property == null ? feature.id() : feature.properties().get(property);
            values[i] = raw == null || raw == FeatureReader.JsonNull.NULL ? null : value(raw, columns.get(i));
        }
        return new Row(record, shape(geometry), values);
    }

    private Object value(Object raw, Column column) {
        if (raw instanceof Long whole && column.type() == ColumnType.DECIMAL) {
            return BigDecimal.valueOf(whole);
        }
        if (column.type() != ColumnType.TEXT) {
            return raw;
        }
        String text = raw instanceof BigDecimal number ? number.toPlainString() : raw.toString();
        return texts.read(text, column.name(), record);
    }

    private @Nullable RawShape shape(GeometryReader geometry) {
        if (geometry.isUnreadable()) {
            issues.add(issue("shape-unreadable", Severity.ERROR));
            return null;
        }
        RawShape shape = geometry.shape();
        if (geometry.dropped() > 0) {
            issues.add(issue("collection-reduced", Severity.WARNING, geometry.dropped()));
        }
        if (geometry.hasZ() && !zSaid) {
            zSaid = true;
            issues.add(Issue.ofFile("z-dropped", Severity.INFO, source.name()));
        }
        return shape;
    }

    private Issue issue(String code, Severity severity, Object... arguments) {
        return Issue.ofFile(code, severity, source.name(), arguments).atRecord(record);
    }

    @Override
    public long expected() {
        return scan.features();
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException expected) {
            // Only read from: nothing can be lost.
        }
    }
}
