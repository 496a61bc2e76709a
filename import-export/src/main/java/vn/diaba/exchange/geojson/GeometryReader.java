package vn.diaba.exchange.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/**
 * Reads one geometry object, members in any order. Of a collection the shapes of the highest kind are kept (polygons
 * before lines before points). Confined to one thread, for one geometry.
 */
final class GeometryReader {
    private final CoordinateReader coordinates = new CoordinateReader();
    private final List<RawShape> members = new ArrayList<>();
    private String type = "";
    private boolean hasCoordinates;
    private boolean bad;
    private boolean z;
    private int dropped;

    /** Reads the value the parser stands on, to its end. */
    void read(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            bad |= json.currentToken() != JsonToken.VALUE_NULL;
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            readMember(name, json);
        }
    }

    /** Reads one member of a geometry object; the parser stands on its value. */
    void readMember(String name, JsonParser json) throws IOException {
        if (name.equals("type") && json.currentToken() == JsonToken.VALUE_STRING) {
            type = json.getText();
        } else if (name.equals("coordinates")) {
            hasCoordinates = true;
            coordinates.read(json);
            z |= coordinates.hasZ();
        } else if (name.equals("geometries") && json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                GeometryReader member = new GeometryReader();
                member.read(json);
                RawShape shape = member.isUnreadable() ? null : member.shape();
                bad |= member.isUnreadable();
                z |= member.z;
                dropped += member.dropped;
                if (shape != null) {
                    members.add(shape);
                }
            }
        } else {
            json.skipChildren();
        }
    }

    /** Whether the object is no geometry, or its coordinates do not fit its type. */
    boolean isUnreadable() {
        return bad || !type.isEmpty() && !isCollection() && (!hasCoordinates || coordinates.isUnreadableAs(type));
    }

    /** Whether a position had more than two numbers. */
    boolean hasZ() {
        return z;
    }

    /** How many members of a collection were left out because others were of a higher kind; after {@link #shape}. */
    int dropped() {
        return dropped;
    }

    /** The shape; null for null and empty geometries. Only after {@link #isUnreadable} said no. */
    @Nullable
    RawShape shape() {
        return type.isEmpty() ? null : isCollection() ? collected() : coordinates.shape(type);
    }

    private boolean isCollection() {
        return type.equals("GeometryCollection");
    }

    private @Nullable RawShape collected() {
        ShapeKind highest = members.stream()
                .map(RawShape::kind)
                .max(Comparator.naturalOrder())
                .orElse(null);
        if (highest == null) {
            return null;
        }
        List<RawShape> kept =
                members.stream().filter(each -> each.kind() == highest).toList();
        dropped += members.size() - kept.size();
        return kept.size() == 1 ? kept.get(0) : joined(highest, kept);
    }

    private static RawShape joined(ShapeKind kind, List<RawShape> shapes) {
        int points = shapes.stream().mapToInt(RawShape::pointCount).sum();
        int paths = shapes.stream().mapToInt(RawShape::pathCount).sum();
        double[] xy = new double[2 * points];
        int[] pathStarts = new int[paths + 1];
        int[] partStarts = new int[shapes.stream().mapToInt(RawShape::partCount).sum() + 1];
        int point = 0;
        int path = 0;
        int part = 0;
        for (RawShape each : shapes) {
            System.arraycopy(each.xy(), 0, xy, 2 * point, 2 * each.pointCount());
            for (int i = 1; i <= each.partCount(); i++) {
                partStarts[part + i] = path + each.partStarts()[i];
            }
            for (int i = 1; i <= each.pathCount(); i++) {
                pathStarts[path + i] = point + each.pathStarts()[i];
            }
            point += each.pointCount();
            path += each.pathCount();
            part += each.partCount();
        }
        return kind == ShapeKind.POINTS
                ? new RawShape(kind, xy, new int[] {0, points}, new int[] {0, 1})
                : new RawShape(kind, xy, pathStarts, partStarts);
    }
}
