package vn.diaba.store.db;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fault.CodedException;

/** The store could not do what was asked; what had been saved before is still there. */
public final class StoreException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param code kebab-case and permanent: {@code workspace-in-use}, {@code disk-full}, {@code journal-damaged}
     * @param arguments for the sentence, in an order the code defines
     * @param cause what the world said, if anything
     */
    public StoreException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code, arguments, cause);
    }
}
