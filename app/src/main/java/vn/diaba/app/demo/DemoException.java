package vn.diaba.app.demo;

import java.util.List;
import vn.diaba.cadastre.fault.CodedException;

/** The story could not go on. */
public final class DemoException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why by code.
     *
     * @param code {@code sample-not-as-expected} (what), {@code demo-lost-edit} (change set), {@code
     *     demo-child-failed} (what it said)
     */
    public DemoException(String code, Object... arguments) {
        super(code, List.of(arguments), null);
    }
}
