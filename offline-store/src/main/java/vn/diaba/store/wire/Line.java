package vn.diaba.store.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.remote.RemoteException;

/** Carries one call to where it is answered. Implementations are safe. */
public interface Line extends AutoCloseable {
    /**
     * Asks.
     *
     * @param function as in {@link Functions}
     * @param arguments by name; what {@link vn.diaba.store.codec.Json} can write
     * @return what the function gives: a {@link vn.diaba.store.codec.JsonObject}, or a list of them for one that gives rows
     * @throws RemoteException what the other side declined, or {@code land-database-unreachable} and the like
     */
    Object call(String function, Map<String, @Nullable Object> arguments) throws RemoteException;

    @Override
    void close() throws RemoteException;
}
