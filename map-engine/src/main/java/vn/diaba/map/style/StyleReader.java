package vn.diaba.map.style;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.api.style.StyleFactory;
import org.geotools.styling.StyleFactoryImpl;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads a subset of SLD 1.0 and SE 1.1: rules with filters and scale limits; polygon, line, point and text symbolizers in
 * plain colours; marks; halos. What is outside the subset is refused, never left out in silence. Prefixes and name spaces
 * are not looked at.
 *
 * <p>The parser takes no document type and no entity from outside. Safe on any thread.
 */
public final class StyleReader {
    private final StyleFactory styles = new StyleFactoryImpl();
    private final ExpressionReader expressions = new ExpressionReader();
    private final SymbolizerReader symbolizers = new SymbolizerReader(styles, expressions);

    /**
     * Reads one style; the first {@code UserStyle} counts.
     *
     * @param in left open
     * @throws StyleException if it is no XML, no style or uses more than the subset
     * @throws IOException if the stream fails
     */
    public MapStyle read(InputStream in) throws StyleException, IOException {
        Element root = parse(in).getDocumentElement();
        Element user = first(root, "UserStyle");
        if (user == null) {
            throw new StyleException(null, "style-not-supported", root.getNodeName());
        }
        Style style = styles.createStyle();
        for (Element child : children(user)) {
            if (name(child).equals("FeatureTypeStyle")) {
                style.featureTypeStyles().add(featureTypeStyle(child));
            }
        }
        Element named = first(root, "Name");
        return new MapStyle(named == null ? "" : text(named), style);
    }

    private FeatureTypeStyle featureTypeStyle(Element element) throws StyleException {
        FeatureTypeStyle type = styles.createFeatureTypeStyle();
        for (Element child : children(element)) {
            if (name(child).equals("Rule")) {
                type.rules().add(rule(child));
            }
        }
        return type;
    }

    private Rule rule(Element element) throws StyleException {
        Rule rule = styles.createRule();
        for (Element child : children(element)) {
            switch (name(child)) {
                case "Name" -> rule.setName(text(child));
                case "Title", "Abstract", "Description", "LegendGraphic" -> {}
                case "Filter" -> rule.setFilter(expressions.filter(onlyChild(child)));
                case "ElseFilter" -> rule.setElseFilter(true);
                case "MinScaleDenominator" -> rule.setMinScaleDenominator(number(child));
                case "MaxScaleDenominator" -> rule.setMaxScaleDenominator(number(child));
                default -> rule.symbolizers().add(symbolizers.symbolizer(child));
            }
        }
        return rule;
    }

    private static Document parse(InputStream in) throws StyleException, IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(in);
        } catch (SAXParseException e) {
            throw new StyleException(e, "style-unreadable", e.getLineNumber(), String.valueOf(e.getMessage()));
        } catch (SAXException e) {
            throw new StyleException(e, "style-unreadable", -1, String.valueOf(e.getMessage()));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser cannot be hardened", e);
        }
    }

    static String name(Element element) {
        return element.getLocalName();
    }

    static String text(Element element) {
        return element.getTextContent().strip();
    }

    static double number(Element element) throws StyleException {
        try {
            return Double.parseDouble(text(element));
        } catch (NumberFormatException e) {
            throw new StyleException(e, "style-value-wrong", name(element), text(element));
        }
    }

    static List<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                found.add(child);
            }
        }
        return found;
    }

    static Element onlyChild(Element element) throws StyleException {
        List<Element> found = children(element);
        if (found.size() != 1) {
            throw new StyleException(null, "style-value-wrong", name(element), text(element));
        }
        return found.get(0);
    }

    static @org.jspecify.annotations.Nullable Element first(Element root, String localName) {
        return root.getLocalName().equals(localName)
                ? root
                : (Element) root.getElementsByTagNameNS("*", localName).item(0);
    }

    /** Says nothing on the terminal, stops at the first error. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // A warning leaves the document usable.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
