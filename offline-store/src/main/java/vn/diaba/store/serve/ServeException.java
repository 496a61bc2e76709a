package vn.diaba.store.serve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The server could not begin. */
public final class ServeException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * Says what failed.
     *
     * @param code kebab-case and permanent: {@code serve-needs-tls}, {@code serve-port-taken}, {@code certificate-unusable}
     * @param arguments for the sentence, in an order the code defines
     * @param cause what the world said, if anything
     */
    public ServeException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code + " " + arguments, cause);
        this.code = code;
        this.arguments = List.copyOf(arguments);
    }

    /** Which failure, kebab-case and permanent. */
    public String code() {
        return code;
    }

    /** For the sentence, in an order the code defines. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
