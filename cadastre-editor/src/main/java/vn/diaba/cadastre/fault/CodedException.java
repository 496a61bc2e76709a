package vn.diaba.cadastre.fault;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a user can meet did not work. Carries a code and arguments instead of a sentence, so that the sentence can be told
 * in the user's language. Every room has a subclass of its own, whose constructor lists its codes.
 */
public abstract class CodedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * Says what failed.
     *
     * @param code kebab-case and permanent
     * @param arguments for the sentence, in an order the code defines
     * @param cause what the world said, if anything
     */
    protected CodedException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code + " " + arguments, cause);
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    /** Which failure, kebab-case and permanent. */
    public final String code() {
        return code;
    }

    /** For the sentence, in an order the code defines; empty after serialisation. */
    public final List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
