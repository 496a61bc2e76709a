package vn.diaba.map.style;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;

/** Several expressions as one text, what is absent left out. */
record JoinedText(List<Expression> parts) implements Expression {
    @Override
    public Object evaluate(Object feature) {
        StringBuilder joined = new StringBuilder();
        for (Expression part : parts) {
            Object value = part.evaluate(feature);
            if (value != null) {
                joined.append(value);
            }
        }
        return joined.toString();
    }

    @Override
    public <T> @Nullable T evaluate(Object feature, Class<T> type) {
        return Converters.convert(evaluate(feature), type);
    }

    @Override
    public Object accept(ExpressionVisitor visitor, Object extra) {
        Object passed = extra;
        for (Expression part : parts) {
            passed = part.accept(visitor, passed);
        }
        return passed;
    }
}
