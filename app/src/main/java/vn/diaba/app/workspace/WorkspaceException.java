package vn.diaba.app.workspace;

import java.util.List;
import vn.diaba.cadastre.fault.CodedException;

/** A workspace cannot be made or used as asked; nothing was changed. */
public final class WorkspaceException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why by code.
     *
     * @param code {@code crs-not-for-land} (name), {@code parcel-not-found} (text), {@code parcel-ambiguous} (text,
     *     candidates), {@code coordinate-wrong} (text)
     */
    public WorkspaceException(String code, Object... arguments) {
        super(code, List.of(arguments), null);
    }
}
