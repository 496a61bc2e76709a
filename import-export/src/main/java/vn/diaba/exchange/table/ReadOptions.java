package vn.diaba.exchange.table;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a file to be read. Immutable.
 *
 * @param layer the layer wanted; null when the file has one only or nothing was said
 * @param encoding of the texts: {@link #AUTO} or a name such as {@code utf-8}, {@code tcvn3}, {@code vni},
 *     {@code cp1258}
 */
public record ReadOptions(@Nullable String layer, String encoding) {
    /** Find the encoding by the file's own statement, else by its content. */
    public static final String AUTO = "auto";

    /** Nothing was said. */
    public static final ReadOptions DEFAULT = new ReadOptions(null, AUTO);

    /** The same with a layer. */
    public ReadOptions withLayer(String name) {
        return new ReadOptions(name, encoding);
    }

    /** The same with an encoding. */
    public ReadOptions withEncoding(String name) {
        return new ReadOptions(layer, name);
    }

    /** The encoding a person named; empty for {@link #AUTO}. */
    public Optional<String> statedEncoding() {
        return encoding.equalsIgnoreCase(AUTO) ? Optional.empty() : Optional.of(encoding);
    }
}
