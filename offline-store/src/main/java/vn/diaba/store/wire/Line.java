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

    /**
     * Asks for bytes of which a call gives those from a place on. What has come before the line was cut is kept, and asked for
     * is only the rest.
     *
     * @param function as in {@link Functions}, with an argument {@code p_from}
     * @param arguments all others
     * @param length how many bytes there are
     * @throws RemoteException as {@link #call}
     */
    byte[] bytes(String function, Map<String, @Nullable Object> arguments, int length) throws RemoteException;

    @Override
    void close() throws RemoteException;
}
