package vn.diaba.app.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fault.CodedException;

/** A file of office data cannot be used; nothing was changed. */
public final class OfficeException extends CodedException {
    private static final long serialVersionUID = 1L;

    OfficeException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code, arguments, cause);
    }
}
