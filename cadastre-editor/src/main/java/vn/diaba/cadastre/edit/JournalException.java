package vn.diaba.cadastre.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fault.CodedException;

/** An act could not be made to last; nothing of it was kept. */
public final class JournalException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param code kebab-case and permanent: {@code disk-full}, {@code store-failed}
     * @param arguments for the sentence, in an order the code defines
     * @param cause what the world said, if anything
     */
    public JournalException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code, arguments, cause);
    }
}
