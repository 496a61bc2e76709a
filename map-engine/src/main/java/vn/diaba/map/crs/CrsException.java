package vn.diaba.map.crs;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coordinate reference system that is not known or not usable, or coordinates that have no place in it.
 *
 * <p>Codes and arguments: {@code crs-unknown-code} (code) · {@code crs-deprecated} (code, code to use instead) · {@code
 * crs-wkt-unreadable} (first words of the text) · {@code crs-axes-not-east-north} (name) · {@code crs-no-path} (from name,
 * to name) · {@code crs-not-finite} (east, north) · {@code crs-outside-area} (east, north, name of the system left) ·
 * {@code crs-database-failed} (code).
 */
public final class CrsException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient List<Object> arguments;

    CrsException(String code, Object... arguments) {
        this(null, code, arguments);
    }

    CrsException(@Nullable Throwable cause, String code, Object... arguments) {
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
