package vn.diaba.store.key;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fault.CodedException;

/** A key is missing, wrong or cannot be kept; nothing was written. */
public final class KeyException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param code kebab-case and permanent: {@code key-missing}, {@code key-wrong}, {@code passphrase-needed}, {@code
     *     key-not-kept}, {@code secret-damaged}, {@code office-key-other} …
     * @param arguments for the sentence, in an order the code defines; never a key or passphrase
     * @param cause what the world said, if anything
     */
    public KeyException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code, arguments, cause);
    }
}
