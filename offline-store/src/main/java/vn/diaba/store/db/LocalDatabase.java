package vn.diaba.store.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * One H2 file: opened, migrated, with a single writing connection of few rights. A commit is on its way to the disk when
 * it returns (WRITE_DELAY 0) and on the disk after {@link #checkpoint}; what must survive a loss of power before that is
 * in the journal. Safe: calls from several threads wait for each other.
 */
public final class LocalDatabase implements AutoCloseable {
    /** Migrations are ours and tested with this H2; what the migrator says of versions would only trouble people. */
    private static final Logger MIGRATOR = Logger.getLogger("org.flywaydb");

    /** Land is read once, into memory of our own; pages kept after that would only be there twice. */
    private static final int CACHE_KILOBYTES = 2048;

    private static final String ADMIN = "DIABA_ADMIN";
    private static final String WRITER = "DIABA";
    private static final String READER = "READER";

    private final Connection admin;
    private final Connection writer;
    private final String name;

    private LocalDatabase(Connection admin, Connection writer, String name) {
        this.admin = admin;
        this.writer = writer;
        this.name = name;
    }

    /**
     * Passwords of the file's two users of ours. A third, {@code READER} without a password, may read the view {@code
     * PARCELS} with any SQL tool.
     *
     * @param admin used for migrations and flushing only
     * @param writer used for everything else; may read and write rows, nothing more
     */
    public record Access(String admin, String writer) {}

    /**
     * A step on the database.
     *
     * @param <T> what it gives
     */
    @FunctionalInterface
    public interface Work<T> {
        /** Does the step; the connection is in a transaction and is not to be closed, committed or kept. */
        T on(Connection connection) throws SQLException, StoreException;
    }

    /**
     * Opens a file, makes it when missing, and brings it to the schema of this program.
     *
     * @param file without the suffix {@code .mv.db}; its folder exists
     * @param migrations class path folder of the schema's migrations
     * @throws StoreException {@code path-not-usable} where the path has a semicolon, {@code store-not-openable}, {@code
     *     store-too-new}
     */
    public static LocalDatabase open(Path file, Access access, String migrations) throws StoreException {
        String path = file.toAbsolutePath().toString();
        if (path.indexOf(';') >= 0) {
            throw new StoreException("path-not-usable", List.of(path), null);
        }
        String url = "jdbc:h2:file:" + path;
        String first = url + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS;CACHE_SIZE=" + CACHE_KILOBYTES;
        Connection admin = null;
        try {
            admin = DriverManager.getConnection(first, login(ADMIN, access.admin()));
            if (version(admin) != Schema.VERSION) {
                migrate(admin, url, access, migrations);
            }
            Connection writer = DriverManager.getConnection(url, login(WRITER, access.writer()));
            writer.setAutoCommit(false);
            return new LocalDatabase(admin, writer, path);
        } catch (SQLException | FlywayException e) {
            close(admin, e);
            throw new StoreException("store-not-openable", List.of(path), e);
        } catch (StoreException e) {
            close(admin, e);
            throw e;
        }
    }

    private static Properties login(String user, String password) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        return login;
    }

    private static void close(@org.jspecify.annotations.Nullable Connection connection, Exception why) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private static int version(Connection admin) throws SQLException {
        try (ResultSet tables = admin.getMetaData().getTables(null, "PUBLIC", Schema.HISTORY, null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (Statement statement = admin.createStatement();
                ResultSet rows = statement.executeQuery(Schema.NEWEST)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static void migrate(Connection admin, String url, Access access, String migrations)
            throws SQLException, StoreException {
        if (version(admin) > Schema.VERSION) {
            throw new StoreException("store-too-new", List.of(version(admin), Schema.VERSION), null);
        }
        try (PreparedStatement writer = admin.prepareStatement("CREATE USER IF NOT EXISTS " + WRITER + " PASSWORD ?");
                PreparedStatement reader =
                        admin.prepareStatement("CREATE USER IF NOT EXISTS " + READER + " PASSWORD ?")) {
            writer.setString(1, access.writer());
            writer.execute();
            reader.setString(1, "");
            reader.execute();
        }
        MIGRATOR.setLevel(Level.SEVERE);
        Flyway.configure(LocalDatabase.class.getClassLoader())
                .dataSource(url, ADMIN, access.admin())
                .locations("classpath:" + migrations)
                .table(Schema.HISTORY)
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    /**
     * Does a step that only reads.
     *
     * @throws StoreException {@code store-failed}, or what the step throws
     */
    public <T> T read(Work<T> work) throws StoreException {
        return write(work);
    }

    /**
     * Does a step as one transaction: all of it or, when it throws, nothing.
     *
     * @throws StoreException {@code store-failed}, or what the step throws
     */
    public synchronized <T> T write(Work<T> work) throws StoreException {
        boolean done = false;
        try {
            T result = work.on(writer);
            writer.commit();
            done = true;
            return result;
        } catch (SQLException e) {
            throw new StoreException("store-failed", List.of(name), e);
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    private void rollBack() throws StoreException {
        try {
            writer.rollback();
        } catch (SQLException e) {
            throw new StoreException("store-failed", List.of(name), e);
        }
    }

    /**
     * Flushes all that is committed to the disk.
     *
     * @throws StoreException {@code store-failed}
     */
    public synchronized void checkpoint() throws StoreException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        } catch (SQLException e) {
            throw new StoreException("store-failed", List.of(name), e);
        }
    }

    /**
     * Gives back the room of pages read or written so far: after the land was read, or an import was written.
     *
     * @throws StoreException {@code store-failed}
     */
    public synchronized void forgetPages() throws StoreException {
        try (Statement statement = admin.createStatement()) {
            statement.execute("SET CACHE_SIZE 0");
            statement.execute("SET CACHE_SIZE " + CACHE_KILOBYTES);
        } catch (SQLException e) {
            throw new StoreException("store-failed", List.of(name), e);
        }
    }

    /** Flushes and closes the file. */
    @Override
    public synchronized void close() throws StoreException {
        try {
            if (!admin.isClosed()) {
                checkpoint();
                writer.close();
                admin.close();
            }
        } catch (SQLException e) {
            throw new StoreException("store-failed", List.of(name), e);
        }
    }
}
