package vn.diaba.map.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.geotools.filter.FilterAttributeExtractor;

/**
 * Answers what symbols a feature gets at a scale. Rules are evaluated once for each distinct set of the values they look
 * at, not once a feature. Safe on any thread; the style inside never changes.
 */
public final class MapStyle {
    private static final int REMEMBERED = 20_000;

    private final String name;
    private final Style style;
    private final SymbolMaker symbols = new SymbolMaker();
    private final String[] deciding;
    private final double[] bands;
    private final Map<Case, List<Symbol>> known = new ConcurrentHashMap<>();

    private record Case(int band, List<Object> values) {}

    MapStyle(String name, Style style) {
        this.name = name;
        this.style = style;
        this.deciding = decidingAttributes(style).toArray(new String[0]);
        this.bands = style.featureTypeStyles().stream()
                .flatMap(type -> type.rules().stream())
                .flatMap(rule -> List.of(rule.getMinScaleDenominator(), rule.getMaxScaleDenominator()).stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
    }

    /** What the style calls itself; may be empty. */
    public String name() {
        return name;
    }

    /** Names of the attributes that decide on symbols other than the text of labels, sorted. */
    public List<String> decidingAttributes() {
        return List.of(deciding);
    }

    /**
     * The symbols of one feature in the order they are drawn; none if no rule applies.
     *
     * @param feature asked only for {@link #decidingAttributes}
     * @param scaleDenominator of the map, positive; a rule holds from its minimum (included) to its maximum (not included)
     */
    public List<Symbol> symbolsFor(Attributes feature, double scaleDenominator) {
        int band = band(scaleDenominator);
        List<Object> values = List.of();
        if (deciding.length > 0) {
            Object[] found = new Object[deciding.length];
            for (int i = 0; i < found.length; i++) {
                Object value = feature.attribute(deciding[i]);
                found[i] = value == null ? "" : value;
            }
            values = Arrays.asList(found);
        }
        Case asked = new Case(band, values);
        List<Symbol> answer = known.get(asked);
        if (answer == null) {
            answer = evaluate(feature, scaleDenominator);
            if (known.size() < REMEMBERED) {
                known.put(asked, answer);
            }
        }
        return answer;
    }

    private int band(double scaleDenominator) {
        int at = Arrays.binarySearch(bands, scaleDenominator);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private List<Symbol> evaluate(Attributes feature, double scaleDenominator) {
        List<Symbol> found = new ArrayList<>();
        for (FeatureTypeStyle type : style.featureTypeStyles()) {
            boolean met = false;
            for (Rule rule : type.rules()) {
                if (scaleDenominator < rule.getMinScaleDenominator()
                        || scaleDenominator >= rule.getMaxScaleDenominator()) {
                    continue;
                }
                Filter filter = rule.getFilter();
                boolean holds = rule.isElseFilter() ? !met : filter == null || filter.evaluate(feature);
                if (holds) {
                    met = true;
                    rule.symbolizers().forEach(symbolizer -> symbols.add(symbolizer, feature, found));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Labels apart: their text differs from feature to feature and is asked for when it is set. */
    private static Set<String> decidingAttributes(Style style) {
        Set<String> names = new TreeSet<>();
        for (FeatureTypeStyle type : style.featureTypeStyles()) {
            for (Rule rule : type.rules()) {
                FilterAttributeExtractor inFilter = new FilterAttributeExtractor();
                if (rule.getFilter() != null) {
                    rule.getFilter().accept(inFilter, null);
                }
                names.addAll(Arrays.asList(inFilter.getAttributeNames()));
                FilterAttributeExtractor inSymbols = new FilterAttributeExtractor();
                rule.symbolizers().stream()
                        .flatMap(symbolizer -> SymbolMaker.expressions(symbolizer).stream())
                        .forEach(expression -> expression.accept(inSymbols, null));
                names.addAll(Arrays.asList(inSymbols.getAttributeNames()));
            }
        }
        return names;
    }
}
