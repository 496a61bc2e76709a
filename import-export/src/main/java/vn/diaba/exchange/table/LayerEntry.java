package vn.diaba.exchange.table;

import org.jspecify.annotations.Nullable;

/**
 * A layer a file offers. Immutable.
 *
 * @param name to be given in {@link ReadOptions#layer()}
 * @param kind of its shapes; null when mixed, none or not known without reading
 * @param rows how many; -1 when not known without reading
 */
public record LayerEntry(String name, @Nullable ShapeKind kind, long rows) {}
