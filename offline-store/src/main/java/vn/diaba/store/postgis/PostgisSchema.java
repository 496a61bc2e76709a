package vn.diaba.store.postgis;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.remote.RemoteException;

/** Makes the land database's schema in an empty database, or brings an older one up to date. Stateless. */
public final class PostgisSchema {
    private static final String MIGRATIONS = "classpath:vn/diaba/store/postgis";

    private PostgisSchema() {}

    /**
     * Runs what has not been run yet, each step in a transaction of its own.
     *
     * @param owner the address with a user who may create roles and the extension PostGIS
     * @return how many steps were run
     * @throws RemoteException {@code land-database-error} with the address and what the server said; earlier steps stay
     */
    public static int migrate(PostgisAddress owner) throws RemoteException {
        try {
            return Flyway.configure(PostgisSchema.class.getClassLoader())
                    .dataSource(new Source(owner))
                    .locations(MIGRATIONS)
                    .defaultSchema("migration")
                    .placeholderReplacement(false)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException e) {
            throw new RemoteException(
                    "land-database-error", List.of(owner.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** Connections of an address, as the migrations want them. */
    private record Source(PostgisAddress address) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return address.connect();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLFeatureNotSupportedException("the address says who");
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {
            // Logging goes its usual way.
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // The address says how long.
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
