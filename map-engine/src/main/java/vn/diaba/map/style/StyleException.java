package vn.diaba.map.style;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A style that cannot be read: {@code style-unreadable} (line or -1, parser's words), {@code style-not-supported} (element),
 * {@code style-value-wrong} (element or parameter, its text).
 */
public final class StyleException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<Object> arguments;

    StyleException(@Nullable Throwable cause, String code, Object... arguments) {
        super(code + " " + Arrays.toString(arguments), cause);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The kebab-case code, stable over releases. */
    public String code() {
        return code;
    }

    /** What the sentence for this code needs, in the order told at the class; empty after serialisation. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
