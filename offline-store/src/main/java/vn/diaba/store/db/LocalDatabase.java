package vn.diaba.store.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;

/**
 * One H2 file: opened, migrated, with a single writing connection of few rights. A commit is on its way to the disk when
 * it returns (WRITE_DELAY 0) and on the disk after {@link #checkpoint}; what must survive a loss of power before that is
 * in the journal. Safe: calls from several threads wait for each other.
 */
public final class LocalDatabase implements AutoCloseable {
    /** Land is read once, into memory of our own; pages kept after that would only be there twice. */
    private static final int CACHE_KILOBYTES = 2048;

    static final String ADMIN = "DIABA_ADMIN";
    static final String WRITER = "DIABA";
    static final String READER = "READER";

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
     * Tables of a kind.
     *
     * @param migrations class path folder of their migrations
     * @param version number of the newest migration
     */
    public record Scheme(String migrations, int version) {
        /** The tables as this program writes them. */
        public static Scheme of(String migrations) {
            return new Scheme(migrations, Schema.VERSION);
        }
    }

    /**
     * A database on disk.
     *
     * @param path without the suffix {@code .mv.db}; its folder exists
     * @param access passwords of its users
     * @param scheme the tables it is to have
     * @param fileSystem through which H2 opens it, by H2's name
     */
    public record File(Path path, Access access, Scheme scheme, String fileSystem) {
        /** A file opened through the system's own files. */
        public File(Path path, Access access, Scheme scheme) {
            this(path, access, scheme, "file");
        }

        /** The file itself. */
        public Path onDisk() {
            return path.resolveSibling(path.getFileName() + ".mv.db");
        }

        /** The same kind of database at another place. */
        public File at(Path other) {
            return new File(other, access, scheme, fileSystem);
        }

        String url() {
            return "jdbc:h2:" + fileSystem + ":" + path.toAbsolutePath();
        }
    }

    /** Does what must be done before an old file is migrated: a backup. */
    @FunctionalInterface
    public interface BeforeMigration {
        /** Is given the database with its old tables. */
        void on(LocalDatabase old) throws StoreException;
    }

    /**
     * Opens a file, makes it when missing, and brings it to the schema of this program.
     *
     * @param file without the suffix {@code .mv.db}; its folder exists
     * @param migrations class path folder of the schema's migrations
     * @throws StoreException as of the other way to open
     */
    public static LocalDatabase open(Path file, Access access, String migrations) throws StoreException {
        return open(new File(file, access, Scheme.of(migrations)), old -> {});
    }

    /**
     * Opens a file, makes it when missing, and brings it to its scheme. An old file is migrated as a copy, which takes its
     * place when all rows are there again; the old file stays as {@code NAME-vN.mv.db}.
     *
     * @throws StoreException {@code path-not-usable} where the path has a semicolon, {@code store-not-openable}, {@code
     *     store-too-new}, {@code migration-failed}
     */
    public static LocalDatabase open(File file, BeforeMigration before) throws StoreException {
        String path = file.path().toAbsolutePath().toString();
        if (path.indexOf(';') >= 0) {
            throw new StoreException("path-not-usable", List.of(path), null);
        }
        Connection admin = null;
        try {
            admin = connect(file);
            int version = version(admin);
            int wanted = file.scheme().version();
            if (version > wanted) {
                throw new StoreException("store-too-new", List.of(version, wanted), null);
            }
            if (version == 0) {
                Migration.inPlace(admin, file);
            } else if (version < wanted) {
                try (LocalDatabase old = new LocalDatabase(admin, writer(file), path)) {
                    before.on(old);
                }
                Migration.onCopy(file, version);
                return open(file, before);
            }
            return new LocalDatabase(admin, writer(file), path);
        } catch (SQLException | FlywayException e) {
            close(admin, e);
            throw new StoreException("store-not-openable", List.of(path), e);
        } catch (StoreException e) {
            close(admin, e);
            throw e;
        }
    }

    /**
     * Makes a new file of what can still be read of a damaged one.
     *
     * @param damaged the file, with its suffix; it is only read
     * @param target where nothing is yet
     * @throws StoreException {@code store-not-recoverable} with the damaged file; nothing is left at the target
     */
    public static void recover(Path damaged, File target) throws StoreException {
        Recovery.run(damaged, target);
    }

    static Connection connect(File file) throws SQLException {
        String first = file.url() + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=FS;CACHE_SIZE=" + CACHE_KILOBYTES;
        return DriverManager.getConnection(first, login(ADMIN, file.access().admin()));
    }

    private static Connection writer(File file) throws SQLException {
        Connection writer = DriverManager.getConnection(
                file.url(), login(WRITER, file.access().writer()));
        writer.setAutoCommit(false);
        return writer;
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
            StateSums.of(writer).write(writer);
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
            StateSums.of(writer).clear();
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
     * The rows of all tables that cannot be made again from elsewhere, as SQL.
     *
     * @param derived tables that can
     * @return the first line names the tables, the others insert their rows
     * @throws StoreException {@code store-failed}
     */
    public synchronized List<String> stateRows(Set<String> derived) throws StoreException {
        try {
            return StateRows.of(admin, derived);
        } catch (SQLException e) {
            throw new StoreException("store-failed", List.of(name), e);
        }
    }

    /**
     * Puts rows that {@link #stateRows} gave into their tables, in place of what these have.
     *
     * @throws StoreException {@code store-failed}; nothing has changed
     */
    public synchronized void takeStateRows(List<String> lines) throws StoreException {
        try {
            admin.setAutoCommit(false);
            try {
                StateRows.take(admin, lines);
                admin.commit();
            } finally {
                admin.rollback();
                admin.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException("store-failed", List.of(name), e);
        }
    }

    /**
     * Whether the rows that cannot be made again from elsewhere are those that were written: what a crash leaves of a file
     * has no other sum.
     *
     * @throws StoreException {@code store-failed}
     */
    public synchronized boolean isStateWhole() throws StoreException {
        try {
            return StateSums.hold(admin);
        } catch (SQLException e) {
            throw new StoreException("store-failed", List.of(name), e);
        }
    }

    /**
     * From now on sums are kept over all rows that cannot be made again; those here now are taken as they are.
     *
     * @throws StoreException {@code store-failed}
     */
    public synchronized void keepStateSums() throws StoreException {
        try {
            StateSums.keep(admin);
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
