package vn.diaba.app.demo;

import java.util.List;

/** The story could not go on. */
public final class DemoException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * Says why by code.
     *
     * @param code {@code sample-not-as-expected} (what), {@code demo-lost-edit} (change set), {@code
     *     demo-child-failed} (what it said)
     */
    public DemoException(String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** The permanent code. */
    public String code() {
        return code;
    }

    /** Arguments of the sentence. */
    public List<Object> arguments() {
        return arguments == null ? List.of() : arguments;
    }
}
