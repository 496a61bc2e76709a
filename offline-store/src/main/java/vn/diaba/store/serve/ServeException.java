package vn.diaba.store.serve;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fault.CodedException;

/** The server could not begin. */
public final class ServeException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param code kebab-case and permanent: {@code serve-needs-tls}, {@code serve-port-taken}, {@code certificate-unusable}
     * @param arguments for the sentence, in an order the code defines
     * @param cause what the world said, if anything
     */
    public ServeException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code, arguments, cause);
    }
}
