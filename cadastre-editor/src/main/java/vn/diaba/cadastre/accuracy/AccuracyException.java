package vn.diaba.cadastre.accuracy;

import java.util.List;

/** A check of measurements that has no limits or nothing to look at. Carries a code and arguments. */
public final class AccuracyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * Says what is wrong.
     *
     * @param code kebab-case and permanent
     * @param arguments for the sentence, in an order the code defines
     */
    public AccuracyException(String code, Object... arguments) {
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
