package vn.diaba.store.postgis;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.RemoteException;

/**
 * Calls functions of {@code sync_api}, one statement each, over a connection that is opened when it is first needed. What the
 * server could not finish because of others is tried again. Safe: calls wait for each other.
 */
final class PostgisCalls implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_NANOS = 40_000_000;
    /** Lost a race for locks: the same call again is safe and will do. */
    private static final Set<String> RACES = Set.of("40001", "40P01", "55P03");

    private final PostgisAddress address;
    private @Nullable Connection open;

    PostgisCalls(PostgisAddress address) {
        this.address = address;
    }

    /** Reads a row of the answer. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException, CodecException;
    }

    /** The one JSON object a function answers. */
    JsonObject object(String call, @Nullable Object... arguments) throws RemoteException {
        return rows("SELECT sync_api." + call, row -> json(row.getString(1)), arguments)
                .get(0);
    }

    /** Calls a function for what it does. */
    void run(String call, @Nullable Object... arguments) throws RemoteException {
        rows("SELECT sync_api." + call, row -> Boolean.TRUE, arguments);
    }

    /** All rows of an answer. */
    synchronized <T> List<T> rows(String sql, Row<T> reader, @Nullable Object... arguments) throws RemoteException {
        for (int attempt = 1; ; attempt++) {
            boolean fresh = open == null;
            try {
                return ask(sql, reader, arguments);
            } catch (CodecException e) {
                throw new RemoteException("land-database-error", List.of(address.toString(), "json"), e);
            } catch (SQLException e) {
                String state = String.valueOf(e.getSQLState());
                boolean race = RACES.contains(state);
                boolean cut = state.startsWith("08") || state.startsWith("57P");
                if (!race) {
                    drop();
                }
                if (attempt < ATTEMPTS && (race || (cut && !fresh))) {
                    long pause = PAUSE_NANOS * attempt;
                    LockSupport.parkNanos(
                            pause / 2 + ThreadLocalRandom.current().nextLong(pause));
                    continue;
                }
                throw remote(e, state, race, cut);
            }
        }
    }

    private <T> List<T> ask(String sql, Row<T> reader, @Nullable Object... arguments)
            throws SQLException, CodecException {
        Connection connection = open;
        if (connection == null) {
            connection = address.connect();
            open = connection;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.of(row));
                }
            }
            return rows;
        }
    }

    private RemoteException remote(SQLException e, String state, boolean race, boolean cut) {
        if (state.equals("DB000") && e instanceof PSQLException said && said.getServerErrorMessage() != null) {
            ServerErrorMessage message = said.getServerErrorMessage();
            return new RemoteException(String.valueOf(message.getMessage()), arguments(message.getDetail()), null);
        }
        if (race) {
            return new RemoteException("land-database-overrun", List.of(address.toString()), e);
        }
        if (state.equals("42501") || state.startsWith("28")) {
            return new RemoteException("land-database-denied", List.of(address.user()), e);
        }
        if (cut || state.equals("null")) {
            return new RemoteException("land-database-unreachable", List.of(address.toString()), e);
        }
        return new RemoteException("land-database-error", List.of(address.toString(), state), e);
    }

    private static List<Object> arguments(@Nullable String detail) {
        try {
            List<Object> arguments = new ArrayList<>();
            for (Object argument : json(String.valueOf(detail)).list("arguments")) {
                arguments.add(argument instanceof Long number ? number : String.valueOf(argument));
            }
            return arguments;
        } catch (CodecException notOurs) {
            return List.of();
        }
    }

    static JsonObject json(String text) throws CodecException {
        return Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private void drop() {
        Connection connection = open;
        open = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException alreadyGone) {
                // It was cut; there is nothing left to give back.
            }
        }
    }

    @Override
    public synchronized void close() {
        drop();
    }
}
