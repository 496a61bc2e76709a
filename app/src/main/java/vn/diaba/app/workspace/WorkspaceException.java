package vn.diaba.app.workspace;

import java.util.List;

/** A workspace cannot be made or used as asked; nothing was changed. */
public final class WorkspaceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /**
     * Says why by code.
     *
     * @param code {@code crs-not-for-land} (name), {@code parcel-not-found} (text), {@code parcel-ambiguous} (text,
     *     candidates), {@code coordinate-wrong} (text)
     */
    public WorkspaceException(String code, Object... arguments) {
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
