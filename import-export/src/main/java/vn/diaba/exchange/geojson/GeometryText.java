package vn.diaba.exchange.geojson;

import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ShapeKind;

/** Shapes as GeoJSON geometry objects with a fixed number of decimals, trailing zeros left out. Confined to one thread. */
final class GeometryText {
    private final StringBuilder out = new StringBuilder();
    private final double scale;
    private final int decimals;

    GeometryText(int decimals) {
        this.decimals = decimals;
        this.scale = Math.pow(10, decimals);
    }

    /** Whether all coordinates are numbers of a size that has these decimals. */
    boolean isWritable(RawShape shape) {
        for (double each : shape.xy()) {
            if (!(Math.abs(each) < (1L << 52) / scale)) {
                return false;
            }
        }
        return true;
    }

    /** The geometry object; multi types only where there are several parts. */
    String of(RawShape shape) {
        out.setLength(0);
        boolean points = shape.kind() == ShapeKind.POINTS;
        boolean multi = (points ? shape.pointCount() : shape.partCount()) > 1;
        String name = points ? "Point" : shape.kind() == ShapeKind.LINES ? "LineString" : "Polygon";
        out.append("{\"type\":\"").append(multi ? "Multi" : "").append(name).append("\",\"coordinates\":");
        if (points) {
            path(shape, 0, false, !multi);
        } else {
            out.append(multi ? "[" : "");
            for (int part = 0; part < shape.partCount(); part++) {
                out.append(part > 0 ? "," : "");
                part(shape, part);
            }
            out.append(multi ? "]" : "");
        }
        return out.append('}').toString();
    }

    private void part(RawShape shape, int part) {
        boolean rings = shape.kind() == ShapeKind.POLYGONS;
        int first = shape.partStarts()[part];
        out.append(rings ? "[" : "");
        for (int path = first; path < shape.partStarts()[part + 1]; path++) {
            out.append(path > first ? "," : "");
            boolean hole = path > first;
            boolean turn = rings && (hole ? shape.doubleArea(path) > 0 : shape.doubleArea(path) < 0);
            path(shape, path, turn, false);
        }
        out.append(rings ? "]" : "");
    }

    private void path(RawShape shape, int path, boolean turn, boolean bare) {
        int first = shape.pathStarts()[path];
        int count = shape.pathStarts()[path + 1] - first;
        boolean close = shape.kind() == ShapeKind.POLYGONS && count > 0 && !shape.isClosed(path);
        out.append(bare ? "" : "[");
        for (int i = 0; i < count + (close ? 1 : 0); i++) {
            int k = i == count ? 0 : i;
            int point = first + (turn ? count - 1 - k : k);
            out.append(i > 0 ? ",[" : "[");
            number(shape.x(point));
            out.append(',');
            number(shape.y(point));
            out.append(']');
        }
        out.append(bare ? "" : "]");
    }

    private void number(double value) {
        long scaled = Math.round(value * scale);
        if (scaled < 0) {
            out.append('-');
            scaled = -scaled;
        }
        long unit = (long) scale;
        out.append(scaled / unit);
        long rest = scaled % unit;
        if (rest != 0) {
            out.append('.');
            String digits = Long.toString(rest);
            out.append("0".repeat(decimals - digits.length())).append(digits);
            while (out.charAt(out.length() - 1) == '0') {
                out.setLength(out.length() - 1);
            }
        }
    }
}
