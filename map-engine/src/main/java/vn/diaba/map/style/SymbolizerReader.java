package vn.diaba.map.style;

import static vn.diaba.map.style.StyleReader.children;
import static vn.diaba.map.style.StyleReader.name;
import static vn.diaba.map.style.StyleReader.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.style.Fill;
import org.geotools.api.style.Graphic;
import org.geotools.api.style.LineSymbolizer;
import org.geotools.api.style.Mark;
import org.geotools.api.style.PointSymbolizer;
import org.geotools.api.style.PolygonSymbolizer;
import org.geotools.api.style.Stroke;
import org.geotools.api.style.StyleFactory;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The symbolizers of the subset into GeoTools' model. */
final class SymbolizerReader {
    private static final Set<String> NUMBERS =
            Set.of("stroke-width", "stroke-opacity", "fill-opacity", "font-size", "stroke-dashoffset");
    private static final Set<String> SHAPES =
            Stream.of(Symbol.Shape.values()).map(Enum::name).collect(Collectors.toSet());

    private static final Set<String> FORMS =
            Stream.of(Symbol.Form.values()).map(Enum::name).collect(Collectors.toSet());

    private final StyleFactory styles;
    private final ExpressionReader expressions;

    SymbolizerReader(StyleFactory styles, ExpressionReader expressions) {
        this.styles = styles;
        this.expressions = expressions;
    }

    Symbolizer symbolizer(Element element) throws StyleException {
        if (element.hasAttribute("uom") && !element.getAttribute("uom").endsWith("pixel")) {
            throw new StyleException(null, "style-not-supported", element.getAttribute("uom"));
        }
        return switch (name(element)) {
            case "PolygonSymbolizer" -> polygon(element);
            case "LineSymbolizer" -> line(element);
            case "PointSymbolizer" -> point(element);
            case "TextSymbolizer" -> textSymbolizer(element);
            default -> throw notSupported(element);
        };
    }

    private PolygonSymbolizer polygon(Element element) throws StyleException {
        PolygonSymbolizer polygon = styles.createPolygonSymbolizer();
        polygon.setFill(null);
        polygon.setStroke(null);
        for (Element child : children(element)) {
            switch (name(child)) {
                case "Fill" -> polygon.setFill(fill(child));
                case "Stroke" -> polygon.setStroke(stroke(child));
                default -> throw notSupported(child);
            }
        }
        return polygon;
    }

    private LineSymbolizer line(Element element) throws StyleException {
        LineSymbolizer line = styles.createLineSymbolizer();
        for (Element child : children(element)) {
            if (!name(child).equals("Stroke")) {
                throw notSupported(child);
            }
            line.setStroke(stroke(child));
        }
        return line;
    }

    private PointSymbolizer point(Element element) throws StyleException {
        Graphic graphic = null;
        for (Element child : children(element)) {
            if (!name(child).equals("Graphic")) {
                throw notSupported(child);
            }
            graphic = graphic(child);
        }
        if (graphic == null) {
            throw notSupported(element);
        }
        return styles.createPointSymbolizer(graphic, null);
    }

    private Graphic graphic(Element element) throws StyleException {
        Expression size = expressions.factory().literal(6);
        List<Mark> marks = new ArrayList<>();
        for (Element child : children(element)) {
            switch (name(child)) {
                case "Mark" -> marks.add(mark(child));
                case "Size" -> size = expressions.mixed(child);
                default -> throw notSupported(child);
            }
        }
        return styles.createGraphic(null, marks.toArray(new Mark[0]), null, null, size, null);
    }

    private Mark mark(Element element) throws StyleException {
        String shape = "square";
        Fill fill = null;
        Stroke stroke = null;
        for (Element child : children(element)) {
            switch (name(child)) {
                case "WellKnownName" -> shape = text(child);
                case "Fill" -> fill = fill(child);
                case "Stroke" -> stroke = stroke(child);
                default -> throw notSupported(child);
            }
        }
        if (!SHAPES.contains(shape.toUpperCase(Locale.ROOT))) {
            throw new StyleException(null, "style-value-wrong", "WellKnownName", shape);
        }
        return styles.createMark(expressions.factory().literal(shape), stroke, fill, null, null);
    }

    private TextSymbolizer textSymbolizer(Element element) throws StyleException {
        TextSymbolizer text = styles.createTextSymbolizer();
        for (Element child : children(element)) {
            switch (name(child)) {
                case "Label" -> text.setLabel(expressions.mixed(child));
                case "Font" -> text.setFont(font(child));
                case "Halo" -> setHalo(text, child);
                case "Fill" -> text.setFill(fill(child));
                case "VendorOption" -> setOption(text, child);
                default -> throw notSupported(child);
            }
        }
        if (text.getLabel() == null) {
            throw notSupported(element);
        }
        return text;
    }

    /** Our one option: {@code form}, how the label is set out. */
    private static void setOption(TextSymbolizer text, Element element) throws StyleException {
        String name = element.getAttribute("name");
        String value = text(element);
        if (!name.equals("form")) {
            throw new StyleException(null, "style-not-supported", name);
        }
        if (!FORMS.contains(value.toUpperCase(Locale.ROOT))) {
            throw new StyleException(null, "style-value-wrong", name, value);
        }
        text.getOptions().put(name, value);
    }

    private org.geotools.api.style.Font font(Element element) throws StyleException {
        Map<String, Expression> given = parameters(element, Set.of("font-size", "font-weight", "font-family"));
        org.geotools.api.style.Font font = styles.createFont(
                expressions.factory().literal("DejaVu Sans"),
                expressions.factory().literal("normal"),
                given.getOrDefault("font-weight", expressions.factory().literal("normal")),
                given.getOrDefault("font-size", expressions.factory().literal(10)));
        return font;
    }

    private void setHalo(TextSymbolizer text, Element element) throws StyleException {
        Fill fill = styles.createFill(expressions.factory().literal("#FFFFFF"));
        Expression radius = expressions.factory().literal(1);
        for (Element child : children(element)) {
            switch (name(child)) {
                case "Radius" -> radius = expressions.mixed(child);
                case "Fill" -> fill = fill(child);
                default -> throw notSupported(child);
            }
        }
        text.setHalo(styles.createHalo(fill, radius));
    }

    private Fill fill(Element element) throws StyleException {
        Map<String, Expression> given = parameters(element, Set.of("fill", "fill-opacity"));
        return styles.createFill(
                given.getOrDefault("fill", expressions.factory().literal("#808080")), given.get("fill-opacity"));
    }

    private Stroke stroke(Element element) throws StyleException {
        Map<String, Expression> given = parameters(
                element,
                Set.of(
                        "stroke",
                        "stroke-width",
                        "stroke-opacity",
                        "stroke-dasharray",
                        "stroke-linecap",
                        "stroke-linejoin"));
        Stroke stroke = styles.createStroke(
                given.getOrDefault("stroke", expressions.factory().literal("#000000")),
                given.getOrDefault("stroke-width", expressions.factory().literal(1)),
                given.get("stroke-opacity"));
        Expression dashes = given.get("stroke-dasharray");
        if (dashes != null) {
            List<Expression> lengths = new ArrayList<>();
            for (String length :
                    String.valueOf(dashes.evaluate(null, String.class)).strip().split("[\\s,]+")) {
                lengths.add(expressions.factory().literal(numberIn("stroke-dasharray", length)));
            }
            stroke.setDashArray(lengths);
        }
        return stroke;
    }

    private Map<String, Expression> parameters(Element element, Set<String> allowed) throws StyleException {
        Map<String, Expression> given = new HashMap<>();
        for (Element child : children(element)) {
            String name = child.getAttribute("name");
            if (!Set.of("CssParameter", "SvgParameter").contains(name(child)) || !allowed.contains(name)) {
                throw new StyleException(null, "style-not-supported", name.isEmpty() ? name(child) : name);
            }
            Expression value = expressions.mixed(child);
            if (value instanceof Literal literal) {
                requireUsable(name, String.valueOf(literal.getValue()));
            }
            given.put(name, value);
        }
        return given;
    }

    private static void requireUsable(String name, String value) throws StyleException {
        if (NUMBERS.contains(name)) {
            numberIn(name, value);
        } else if (name.equals("fill") || name.equals("stroke")) {
            if (SymbolMaker.rgb(value).isEmpty()) {
                throw new StyleException(null, "style-value-wrong", name, value);
            }
        }
    }

    private static double numberIn(String name, String value) throws StyleException {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new StyleException(e, "style-value-wrong", name, value);
        }
    }

    private static StyleException notSupported(@Nullable Element element) {
        return new StyleException(null, "style-not-supported", element == null ? "" : name(element));
    }
}
