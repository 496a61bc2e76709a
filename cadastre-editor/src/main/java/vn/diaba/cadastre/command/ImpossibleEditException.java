package vn.diaba.cadastre.command;

import java.util.List;

/** A request that has no meaning for the land it was made of. Carries a code and arguments, no sentence. */
public final class ImpossibleEditException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * Says what is impossible.
     *
     * @param code kebab-case and permanent
     * @param arguments for the sentence, in an order the code defines
     */
    public ImpossibleEditException(String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Why, kebab-case and permanent. */
    public String code() {
        return code;
    }

    /** For the sentence, in an order the code defines. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
