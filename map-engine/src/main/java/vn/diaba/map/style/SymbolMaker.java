package vn.diaba.map.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Font;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.GraphicalSymbol;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.jspecify.annotations.Nullable;

/**
 * Turns GeoTools' symbolizers into symbols of plain numbers. Sizes in SLD are pixels of 0.28 mm (Symbology Encoding 1.1,
 * clause 4).
 */
final class SymbolMaker {
    private static final double MM_PER_UNIT = 0.28;

    void add(Symbolizer symbolizer, Attributes feature, List<Symbol> into) {
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            if (polygon.getFill() != null) {
                into.add(new Symbol.Fill(argb(polygon.getFill(), feature)));
            }
            addLine(polygon.getStroke(), feature, into);
        } else if (symbolizer instanceof LineSymbolizer line) {
            addLine(line.getStroke(), feature, into);
        } else if (symbolizer instanceof PointSymbolizer point) {
            addMarks(point.getGraphic(), feature, into);
        } else if (symbolizer instanceof TextSymbolizer text) {
            into.add(text(text, feature));
        }
    }

    /** All expressions that decide on the symbols; not the text of a label, which is asked for feature by feature. */
    static List<Expression> expressions(Symbolizer symbolizer) {
        List<@Nullable Expression> all = new ArrayList<>();
        if (symbolizer instanceof PolygonSymbolizer polygon) {
            addFill(polygon.getFill(), all);
            addStroke(polygon.getStroke(), all);
        } else if (symbolizer instanceof LineSymbolizer line) {
            addStroke(line.getStroke(), all);
        } else if (symbolizer instanceof PointSymbolizer point && point.getGraphic() != null) {
            all.add(point.getGraphic().getSize());
            for (GraphicalSymbol symbol : point.getGraphic().graphicalSymbols()) {
                if (symbol instanceof Mark mark) {
                    all.add(mark.getWellKnownName());
                    addFill(mark.getFill(), all);
                    addStroke(mark.getStroke(), all);
                }
            }
        } else if (symbolizer instanceof TextSymbolizer text) {
            addFill(text.getFill(), all);
            text.fonts().forEach(font -> all.addAll(List.of(font.getSize(), font.getWeight())));
            if (text.getHalo() != null) {
                addFill(text.getHalo().getFill(), all);
                all.add(text.getHalo().getRadius());
            }
        }
        return all.stream().flatMap(Stream::ofNullable).toList();
    }

    private static void addFill(@Nullable Fill fill, List<@Nullable Expression> all) {
        if (fill != null) {
            all.add(fill.getColor());
            all.add(fill.getOpacity());
        }
    }

    private static void addStroke(@Nullable Stroke stroke, List<@Nullable Expression> all) {
        if (stroke != null) {
            all.add(stroke.getColor());
            all.add(stroke.getOpacity());
            all.add(stroke.getWidth());
        }
    }

    private static void addLine(@Nullable Stroke stroke, Attributes feature, List<Symbol> into) {
        if (stroke == null) {
            return;
        }
        List<Double> dash = new ArrayList<>();
        if (stroke.dashArray() != null) {
            for (Expression part : stroke.dashArray()) {
                dash.add(Math.max(0.05, number(part, feature, 1) * MM_PER_UNIT));
            }
        }
        into.add(new Symbol.Line(
                argb(stroke.getColor(), stroke.getOpacity(), feature, 0xFF000000),
                number(stroke.getWidth(), feature, 1) * MM_PER_UNIT,
                dash));
    }

    private static void addMarks(@Nullable Graphic graphic, Attributes feature, List<Symbol> into) {
        if (graphic == null) {
            return;
        }
        double size = number(graphic.getSize(), feature, 6) * MM_PER_UNIT;
        for (GraphicalSymbol symbol : graphic.graphicalSymbols()) {
            if (symbol instanceof Mark mark) {
                Stroke stroke = mark.getStroke();
                into.add(new Symbol.Mark(
                        shape(mark.getWellKnownName(), feature),
                        mark.getFill() == null ? 0 : argb(mark.getFill(), feature),
                        stroke == null ? 0 : argb(stroke.getColor(), stroke.getOpacity(), feature, 0xFF000000),
                        size,
                        stroke == null ? 0 : number(stroke.getWidth(), feature, 1) * MM_PER_UNIT));
            }
        }
    }

    private static Symbol.Text text(TextSymbolizer text, Attributes feature) {
        Expression label = text.getLabel();
        Font font = text.fonts().isEmpty() ? null : text.fonts().get(0);
        boolean bold = font != null && "bold".equalsIgnoreCase(String.valueOf(font.getWeight()));
        boolean halo = text.getHalo() != null;
        return new Symbol.Text(
                attributes -> {
                    String value = label.evaluate(attributes, String.class);
                    return value == null ? "" : value;
                },
                form(text.getOptions().get("form")),
                text.getFill() == null ? 0xFF000000 : argb(text.getFill(), feature),
                (font == null ? 10 : number(font.getSize(), feature, 10)) * MM_PER_UNIT,
                bold,
                halo && text.getHalo().getFill() != null ? argb(text.getHalo().getFill(), feature) : 0xFFFFFFFF,
                halo ? number(text.getHalo().getRadius(), feature, 1) * MM_PER_UNIT : 0);
    }

    private static Symbol.Form form(@Nullable String name) {
        return name == null ? Symbol.Form.PLAIN : Symbol.Form.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Symbol.Shape shape(@Nullable Expression name, Attributes feature) {
        String asked = name == null ? null : name.evaluate(feature, String.class);
        try {
            return asked == null
                    ? Symbol.Shape.SQUARE
                    : Symbol.Shape.valueOf(asked.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            return Symbol.Shape.SQUARE;
        }
    }

    private static int argb(Fill fill, Attributes feature) {
        return argb(fill.getColor(), fill.getOpacity(), feature, 0xFF808080);
    }

    private static int argb(
            @Nullable Expression colour, @Nullable Expression opacity, Attributes feature, int otherwise) {
        String found = colour == null ? null : colour.evaluate(feature, String.class);
        double alpha = Math.max(0, Math.min(1, number(opacity, feature, 1)));
        return (int) Math.round(alpha * 255) << 24
                | rgb(found == null ? "" : found).orElse(otherwise) & 0xFFFFFF;
    }

    /** The number behind {@code #rrggbb}; empty if the text is none. */
    static OptionalInt rgb(String text) {
        String hex = text.strip();
        return hex.matches("#[0-9A-Fa-f]{6}")
                ? OptionalInt.of(Integer.parseInt(hex.substring(1), 16))
                : OptionalInt.empty();
    }

    private static double number(@Nullable Expression expression, Attributes feature, double otherwise) {
        Double value = expression == null ? null : expression.evaluate(feature, Double.class);
        return value == null || value.isNaN() ? otherwise : value;
    }
}
