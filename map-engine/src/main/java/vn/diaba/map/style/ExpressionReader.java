package vn.diaba.map.style;

import static vn.diaba.map.style.StyleReader.children;
import static vn.diaba.map.style.StyleReader.name;
import static vn.diaba.map.style.StyleReader.onlyChild;
import static vn.diaba.map.style.StyleReader.text;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.FilterFactoryImpl;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Filter Encoding 1.0 and 1.1: comparisons and logic into GeoTools filters, no geometry. */
final class ExpressionReader {
    private final FilterFactory filters = new FilterFactoryImpl();

    FilterFactory factory() {
        return filters;
    }

    Filter filter(Element element) throws StyleException {
        return switch (name(element)) {
            case "And" -> filters.and(all(element));
            case "Or" -> filters.or(all(element));
            case "Not" -> filters.not(filter(onlyChild(element)));
            case "PropertyIsNull" -> filters.isNull(expression(onlyChild(element)));
            case "PropertyIsLike" -> like(element);
            case "PropertyIsBetween" -> between(element);
            default -> comparison(element);
        };
    }

    /** Elements and texts in turn, put together to one text; a single value stays what it is. */
    Expression mixed(Element element) throws StyleException {
        List<Expression> parts = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                parts.add(expression(child));
            } else if (node instanceof Text words && !words.getTextContent().isBlank()) {
                parts.add(filters.literal(words.getTextContent().strip()));
            }
        }
        return parts.size() == 1
                ? parts.get(0)
                : parts.isEmpty() ? filters.literal("") : new JoinedText(List.copyOf(parts));
    }

    Expression expression(Element element) throws StyleException {
        return switch (name(element)) {
            case "PropertyName" -> new AttributeName(text(element));
            case "Literal" -> filters.literal(element.getTextContent());
            case "Add" -> filters.add(side(element, 0), side(element, 1));
            case "Sub" -> filters.subtract(side(element, 0), side(element, 1));
            case "Mul" -> filters.multiply(side(element, 0), side(element, 1));
            case "Div" -> filters.divide(side(element, 0), side(element, 1));
            default -> throw new StyleException(null, "style-not-supported", name(element));
        };
    }

    private Filter comparison(Element element) throws StyleException {
        String kind = name(element);
        boolean caseCounts = !"false".equals(element.getAttribute("matchCase"));
        if (!kind.startsWith("PropertyIs")) {
            throw new StyleException(null, "style-not-supported", kind);
        }
        Expression left = side(element, 0);
        Expression right = side(element, 1);
        return switch (kind) {
            case "PropertyIsEqualTo" -> filters.equal(left, right, caseCounts);
            case "PropertyIsNotEqualTo" -> filters.notEqual(left, right, caseCounts);
            case "PropertyIsLessThan" -> filters.less(left, right);
            case "PropertyIsLessThanOrEqualTo" -> filters.lessOrEqual(left, right);
            case "PropertyIsGreaterThan" -> filters.greater(left, right);
            case "PropertyIsGreaterThanOrEqualTo" -> filters.greaterOrEqual(left, right);
            default -> throw new StyleException(null, "style-not-supported", kind);
        };
    }

    private Filter like(Element element) throws StyleException {
        String escape = element.hasAttribute("escapeChar")
                ? element.getAttribute("escapeChar")
                : element.getAttribute("escape");
        List<Element> sides = children(element);
        if (sides.size() != 2) {
            throw new StyleException(null, "style-value-wrong", name(element), text(element));
        }
        return filters.like(
                expression(sides.get(0)),
                text(sides.get(1)),
                element.getAttribute("wildCard"),
                element.getAttribute("singleChar"),
                escape);
    }

    private Filter between(Element element) throws StyleException {
        List<Element> parts = children(element);
        if (parts.size() != 3) {
            throw new StyleException(null, "style-value-wrong", name(element), text(element));
        }
        return filters.between(
                expression(parts.get(0)), expression(onlyChild(parts.get(1))), expression(onlyChild(parts.get(2))));
    }

    private List<Filter> all(Element element) throws StyleException {
        List<Filter> found = new ArrayList<>();
        for (Element child : children(element)) {
            found.add(filter(child));
        }
        return found;
    }

    private Expression side(Element element, int index) throws StyleException {
        List<Element> sides = children(element);
        if (sides.size() != 2) {
            throw new StyleException(null, "style-value-wrong", name(element), text(element));
        }
        return expression(sides.get(index));
    }
}
