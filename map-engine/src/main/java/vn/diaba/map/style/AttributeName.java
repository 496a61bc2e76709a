package vn.diaba.map.style;

import org.geotools.api.filter.expression.ExpressionVisitor;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.util.Converters;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.NamespaceSupport;

/** A property name that asks our {@code Attributes} directly, without GeoTools' search for an accessor. */
record AttributeName(String name) implements PropertyName {
    @Override
    public String getPropertyName() {
        return name;
    }

    @Override
    public @Nullable NamespaceSupport getNamespaceContext() {
        return null;
    }

    @Override
    public @Nullable Object evaluate(Object feature) {
        return feature instanceof Attributes attributes ? attributes.attribute(name) : null;
    }

    @Override
    public <T> @Nullable T evaluate(Object feature, Class<T> type) {
        Object value = evaluate(feature);
        return value == null || type.isInstance(value) ? type.cast(value) : Converters.convert(value, type);
    }

    @Override
    public Object accept(ExpressionVisitor visitor, Object extra) {
        return visitor.visit(this, extra);
    }
}
