package vn.diaba.map.style;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.FilterAttributeExtractor;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.geotools.filter.visitor.DuplicatingFilterVisitor;

/** A condition on a feature's attributes, written in ECQL: {@code sheet = 12 AND landUse = 'ODT'}. Immutable. */
public final class FeatureFilter {
    private final Filter filter;

    private FeatureFilter(Filter filter) {
        this.filter = filter;
    }

    /**
     * Reads a condition. Comparisons of a number with text compare as numbers when both are.
     *
     * @throws StyleException {@code filter-wrong} with the text and the parser's words
     */
    public static FeatureFilter ofEcql(String text) throws StyleException {
        try {
            return new FeatureFilter((Filter) ECQL.toFilter(text).accept(new OwnNames(), null));
        } catch (CQLException e) {
            String words =
                    String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
            throw new StyleException(e, "filter-wrong", text, words);
        }
    }

    /** Replaces property names by such as ask our attributes directly. */
    private static final class OwnNames extends DuplicatingFilterVisitor {
        @Override
        public Object visit(PropertyName name, Object extra) {
            return new AttributeName(name.getPropertyName());
        }
    }

    /** The names it asks for, sorted. */
    public Set<String> attributes() {
        FilterAttributeExtractor extractor = new FilterAttributeExtractor();
        filter.accept(extractor, null);
        return new TreeSet<>(Arrays.asList(extractor.getAttributeNames()));
    }

    /** Whether it holds for a feature; a comparison with a value that is not there does not hold. */
    public boolean holds(Attributes feature) {
        return filter.evaluate(feature);
    }
}
