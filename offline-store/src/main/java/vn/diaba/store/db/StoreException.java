package vn.diaba.store.db;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The store could not do what was asked; what had been saved before is still there. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * Says what failed.
     *
     * @param code kebab-case and permanent: {@code workspace-in-use}, {@code disk-full}, {@code journal-damaged}
     * @param arguments for the sentence, in an order the code defines
     * @param cause what the world said, if anything
     */
    public StoreException(String code, List<?> arguments, @Nullable Throwable cause) {
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
