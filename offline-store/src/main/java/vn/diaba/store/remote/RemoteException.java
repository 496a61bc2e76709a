package vn.diaba.store.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fault.CodedException;

/** The land database could not be asked, or says that the question makes no sense. */
public final class RemoteException extends CodedException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param code kebab-case and permanent: {@code land-database-busy}, {@code land-database-missing}, {@code
     *     land-database-restored}, {@code push-differs}, {@code zone-unknown}, {@code zone-exists}, {@code chain-broken}, {@code
     *     land-database-unreachable}, {@code land-database-denied}, {@code land-database-unsafe}, {@code protocol-differs},
     *     {@code payload-unreadable}, {@code answer-unreadable}, {@code land-database-overrun}, {@code land-database-error}, {@code
     *     crs-unknown-code}
     * @param arguments for the sentence, in an order the code defines
     * @param cause what the world said, if anything
     */
    public RemoteException(String code, List<?> arguments, @Nullable Throwable cause) {
        super(code, arguments, cause);
    }
}
