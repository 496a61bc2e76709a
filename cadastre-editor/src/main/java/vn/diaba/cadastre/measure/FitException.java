package vn.diaba.cadastre.measure;

import java.util.List;
import vn.diaba.cadastre.fault.CodedException;

/** Common points that define no map of the plane. Carries a code and arguments, no sentence. */
public final class FitException extends CodedException {
    private static final long serialVersionUID = 1L;

    FitException(String code, Object... arguments) {
        super(code, List.of(arguments), null);
    }
}
