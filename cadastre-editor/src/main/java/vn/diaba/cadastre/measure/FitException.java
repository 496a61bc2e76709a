package vn.diaba.cadastre.measure;

import java.util.List;

/** Common points that define no map of the plane. Carries a code and arguments, no sentence. */
public final class FitException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    FitException(String code, Object... arguments) {
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
