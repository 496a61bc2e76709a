package vn.diaba.exchange.drawing;

import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.map.layer.MapFeature;

/**
 * One map object or survey point to be drawn. A text that stands at an angle is handed out as the line it stands on. Confined
 * to one visit.
 */
final class ObjectFeature implements MapFeature {
    /** Room a letter of a turned text is given, in pixels: more than any letter takes. */
    private static final double LETTER_PX = 9;

    private final double metresPerPixel;
    private double[] coordinates = new double[64];
    private PlacedRecord object;
    private ObjectShape shape;
    private String label = "";
    private boolean turned;
    private long number;

    ObjectFeature(double metresPerPixel, PlacedRecord first) {
        this.metresPerPixel = metresPerPixel;
        object = first;
        shape = first.shape();
    }

    void load(PlacedRecord next) {
        object = next;
        shape = next.shape();
        label = next.label();
        number++;
        double turn = next instanceof MapObject drawn ? drawn.facts().turnDegrees() : 0;
        turned = shape.kind() == ObjectShape.Kind.POINT && turn != 0 && !label.isEmpty();
        int points = turned ? 2 : shape.positions();
        if (coordinates.length < 2 * points) {
            coordinates = new double[3 * points];
        }
        int at = 0;
        for (int part = 0; part < shape.parts(); part++) {
            for (int i = 0; i < shape.size(part); i++) {
                EastNorth here = shape.at(part, i);
                coordinates[at++] = here.east();
                coordinates[at++] = here.north();
            }
        }
        if (turned) {
            double length = (label.length() + 2) * LETTER_PX * metresPerPixel;
            coordinates[2] = coordinates[0] + length * Math.cos(Math.toRadians(turn));
            coordinates[3] = coordinates[1] + length * Math.sin(Math.toRadians(turn));
        }
    }

    @Override
    public long id() {
        return number;
    }

    @Override
    public Kind kind() {
        switch (shape.kind()) {
            case POINT:
                return turned ? Kind.LINE : Kind.POINT;
            case LINE:
                return Kind.LINE;
            default:
                return Kind.POLYGON;
        }
    }

    @Override
    public double[] coordinates() {
        return coordinates;
    }

    @Override
    public int partCount() {
        return shape.parts();
    }

    @Override
    public int partStart(int part) {
        return part == 0 ? 0 : partEnd(part - 1);
    }

    @Override
    public int partEnd(int part) {
        if (turned) {
            return 2;
        }
        int end = 0;
        for (int i = 0; i <= part; i++) {
            end += shape.size(i);
        }
        return end;
    }

    @Override
    public int styleKey() {
        int form = turned ? 3 : shape.kind().ordinal();
        return (object.level() * 4 + form) * 2 + (label.isEmpty() ? 0 : 1);
    }

    @Override
    public @Nullable Object attribute(String name) {
        switch (name) {
            case "level":
                return object.level();
            case "label":
                return label;
            case "ink":
                return LevelLook.ink(object.level());
            case "look":
                return shape.kind() == ObjectShape.Kind.POINT ? "" : LevelLook.look(object.level());
            case "mark":
                return mark();
            case "writing":
                return writing();
            default:
                return null;
        }
    }

    private String mark() {
        if (shape.kind() != ObjectShape.Kind.POINT || turned) {
            return "";
        }
        String mark = LevelLook.mark(object.level());
        return mark.isEmpty() && label.isEmpty() ? "dot" : mark;
    }

    private String writing() {
        if (label.isEmpty()) {
            return "";
        }
        if (LevelLook.isHouse(object.level())) {
            return "house";
        }
        String form = LevelLook.isName(object.level()) ? "name" : "text";
        return kind() == Kind.LINE ? form + "-along" : form;
    }
}
