package vn.diaba.store.postgis;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
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

    /** Binary, which only this way is to be had behind a pooler; numbers and an id are all that is put in. */
    private static final String PIECES =
            "COPY (SELECT substring(s.part FROM n FOR %6$d) FROM (SELECT sync_api.snapshot_part("
                    + "%1$d, '%2$s', '%3$s', %4$d) AS part OFFSET 0) s, generate_series(1, octet_length(s.part), %5$d) n) "
                    + "TO STDOUT (FORMAT binary)";

    /** A function of ours, in what the server says in any language. */
    private static final Pattern OURS = Pattern.compile("sync_api\\.(\\w+)");

    private static final int PIECE_BYTES = 2 << 10;

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

    /** Something that is asked over a connection. */
    private interface Question<T> {
        T ask(Connection connection) throws SQLException, CodecException, IOException;
    }

    /** All rows of an answer. */
    <T> List<T> rows(String sql, Row<T> reader, @Nullable Object... arguments) throws RemoteException {
        return persist(connection -> ask(connection, sql, reader, arguments), () -> 0);
    }

    /**
     * A part of a snapshot, in bytes as they are. What has come before the line was cut is kept, and asked for is the rest.
     *
     * @param part {@code land} or {@code person}
     * @param length how many bytes there are
     */
    byte[] part(int zone, UUID token, String part, int length) throws RemoteException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(length);
        if (length > 0) {
            persist(
                    connection -> {
                        String rest = String.format(
                                Locale.ROOT, PIECES, zone, token, part, kept.size(), PIECE_BYTES, PIECE_BYTES);
                        CopiedBytes.keep(connection.unwrap(PGConnection.class), rest, kept);
                        return kept.size();
                    },
                    kept::size);
        }
        return kept.toByteArray();
    }

    /** Asks again after a race, and after a cut; one after which more has come than before is none too many. */
    private synchronized <T> T persist(Question<T> question, IntSupplier come) throws RemoteException {
        int before = come.getAsInt();
        for (int attempt = 1; ; attempt++) {
            boolean fresh = open == null;
            try {
                return question.ask(connected());
            } catch (CodecException e) {
                throw new RemoteException("land-database-error", List.of(address.toString(), "json"), e);
            } catch (IOException e) {
                throw new RemoteException("land-database-error", List.of(address.toString(), "copy"), e);
            } catch (SQLException e) {
                String state = String.valueOf(e.getSQLState());
                boolean race = RACES.contains(state);
                boolean cut = state.startsWith("08") || state.startsWith("57P");
                if (!race) {
                    drop();
                }
                boolean further = come.getAsInt() > before;
                if (further) {
                    before = come.getAsInt();
                    attempt = 1;
                }
                if (attempt < ATTEMPTS && (race || (cut && (further || !fresh)))) {
                    long pause = PAUSE_NANOS * attempt;
                    LockSupport.parkNanos(
                            pause / 2 + ThreadLocalRandom.current().nextLong(pause));
                    continue;
                }
                if (fresh && isDistrust(e, state)) {
                    throw new RemoteException("land-database-not-trusted", List.of(address.toString()), e);
                }
                throw remote(e, state, race, cut);
            }
        }
    }

    private Connection connected() throws SQLException {
        Connection connection = open;
        if (connection == null) {
            connection = address.connect();
            open = connection;
        }
        return connection;
    }

    private static <T> List<T> ask(Connection connection, String sql, Row<T> reader, @Nullable Object... arguments)
            throws SQLException, CodecException {
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
        if (state.startsWith("28")) {
            return new RemoteException("sign-in-wrong", List.of(address.user()), e);
        }
        if (state.equals("42501")) {
            return new RemoteException("land-database-denied", List.of(address.user()), e);
        }
        Matcher unknown = OURS.matcher(String.valueOf(e.getMessage()));
        if (state.equals("42883") && unknown.find()) {
            return new RemoteException("function-unknown", List.of(unknown.group(1)), e);
        }
        if (cut || state.equals("null")) {
            return new RemoteException("land-database-unreachable", List.of(address.toString()), e);
        }
        return new RemoteException("land-database-error", List.of(address.toString(), state), e);
    }

    /**
     * TLS that was refused while connecting, by either side; a line cut while shaking hands is none. The driver reports a
     * certificate of another name as a broken connection without a cause.
     */
    private static boolean isDistrust(SQLException fault, String state) {
        boolean secure = state.equals("08006") && fault.getCause() == null;
        for (Throwable one = fault; one != null; one = one.getCause()) {
            if (one instanceof EOFException || one instanceof SocketException) {
                return false;
            }
            secure |= one instanceof SSLException;
        }
        return secure;
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
