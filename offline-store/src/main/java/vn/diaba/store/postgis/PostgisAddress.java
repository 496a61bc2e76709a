package vn.diaba.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import vn.diaba.store.remote.RemoteException;

/**
 * Where a land database on PostgreSQL is and how it is reached safely. Off this computer the connection is encrypted and the
 * server's certificate checked by name, always; the way in is a password by SCRAM, bound to that encryption, or a client
 * certificate. A password never stands in an address. Immutable.
 */
public final class PostgisAddress {
    /** What an address begins with. */
    public static final String SCHEME = "jdbc:postgresql:";

    /** What an address may say; the driver's other settings reach files and classes. */
    private static final Set<String> ALLOWED = Set.of(
            "PGHOST", "PGPORT", "PGDBNAME", "user", "sslmode", "sslrootcert", "sslcert", "sslkey", "ApplicationName");

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final String url;
    private final String user;
    private final Properties settings;
    private final Supplier<char @Nullable []> password;

    private PostgisAddress(String url, String user, Properties settings, Supplier<char @Nullable []> password) {
        this.url = url;
        this.user = user;
        this.settings = settings;
        this.password = password;
    }

    /**
     * Reads an address.
     *
     * @param url {@code jdbc:postgresql://HOST[:PORT]/DATABASE?user=NAME}, with {@code sslrootcert}, {@code sslcert} and
     *     {@code sslkey} naming files where they are not in their usual places
     * @param password asked for each connection; null where a client certificate is enough
     * @throws RemoteException {@code land-database-unsafe} with what is wrong: a setting that is not allowed, no user, a server
     *     elsewhere whose certificate would not be checked
     */
    public static PostgisAddress of(String url, Supplier<char @Nullable []> password) throws RemoteException {
        Properties parts = url.startsWith(SCHEME) ? Driver.parseURL(url, new Properties()) : null;
        if (parts == null) {
            throw unsafe("jdbc:postgresql");
        }
        for (String name : parts.stringPropertyNames()) {
            if (!ALLOWED.contains(name)) {
                throw unsafe(name);
            }
        }
        String user = parts.getProperty("user", "");
        if (user.isEmpty()) {
            throw unsafe("user");
        }
        boolean here =
                List.of(parts.getProperty("PGHOST", "").split(",")).stream().allMatch(HERE::contains);
        String mode = parts.getProperty("sslmode", here ? "prefer" : "verify-full");
        if (!here && !mode.equals("verify-full")) {
            throw unsafe("sslmode");
        }
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("sslmode", mode);
        if (!here) {
            settings.setProperty("channelBinding", parts.containsKey("sslcert") ? "prefer" : "require");
        }
        // One statement, one transaction, nothing kept in the session: safe behind a pooler.
        settings.setProperty("prepareThreshold", "0");
        settings.setProperty("preparedStatementCacheQueries", "0");
        settings.setProperty("assumeMinServerVersion", "15");
        settings.setProperty("ApplicationName", "diaba");
        settings.setProperty("connectTimeout", "10");
        settings.setProperty("loginTimeout", "20");
        settings.setProperty("socketTimeout", "300");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("logServerErrorDetail", "false");
        return new PostgisAddress(url, user, settings, password);
    }

    private static RemoteException unsafe(String what) {
        return new RemoteException("land-database-unsafe", List.of(what), null);
    }

    /** Opens a connection in which each statement is a transaction. */
    Connection connect() throws SQLException {
        Properties all = new Properties();
        all.putAll(settings);
        char[] secret = password.get();
        if (secret != null) {
            all.setProperty("password", new String(secret));
        }
        return DriverManager.getConnection(url, all);
    }

    /** Who calls. */
    String user() {
        return user;
    }

    /** Host and database, as people read it. */
    @Override
    public String toString() {
        int end = url.indexOf('?');
        return end < 0 ? url : url.substring(0, end);
    }
}
