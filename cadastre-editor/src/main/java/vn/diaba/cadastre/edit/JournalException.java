package vn.diaba.cadastre.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An act could not be made to last; nothing of it was kept. */
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * Says what failed.
     *
     * @param code kebab-case and permanent: {@code disk-full}, {@code store-failed}
     * @param arguments for the sentence, in an order the code defines
     * @param cause what the world said, if anything
     */
    public JournalException(String code, List<?> arguments, @Nullable Throwable cause) {
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
