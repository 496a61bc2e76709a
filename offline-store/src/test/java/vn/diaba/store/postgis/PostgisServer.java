package vn.diaba.store.postgis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.diaba.store.remote.RemoteException;

/**
 * A PostgreSQL cluster of our own in a temporary folder, on loopback, started before the first test that wants it and stopped
 * and deleted after the last. Fails loudly when PostgreSQL or PostGIS is missing.
 */
public final class PostgisServer implements BeforeAllCallback, ParameterResolver, AutoCloseable {
    private static final String MISSING =
            "PostgreSQL 15 or newer with PostGIS is missing: apt-get install postgresql-15-postgis-3";
    private static final char[] PASSWORD = "phuong-thu".toCharArray();
    private static final String KEY = "person.key";
    private static final int TRIES = 5;

    private Path folder = Path.of("");
    private Path binaries = Path.of("");
    private int port;
    private int databases;
    private String settings = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        server(context);
    }

    /** The one of this run, started when it was not. */
    static PostgisServer server(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(PostgisServer.class))
                .getOrComputeIfAbsent(
                        "server",
                        key -> {
                            try {
                                PostgisServer server = new PostgisServer();
                                server.start();
                                return server;
                            } catch (IOException | SQLException | RemoteException e) {
                                throw new IllegalStateException("the test server does not start: " + e.getMessage(), e);
                            }
                        },
                        PostgisServer.class);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PostgisServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context);
    }

    private void start() throws IOException, SQLException, RemoteException {
        binaries = binaries();
        folder = Files.createTempDirectory(
                Path.of("/tmp"),
                "diaba-postgis-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (asRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
        Path secret = Files.writeString(folder.resolve("password"), new String(PASSWORD));
        if (asRoot()) {
            run(List.of("chown", "postgres", secret.toString()));
        }
        run(postgres(
                "initdb",
                "-D",
                data(),
                "-U",
                "dba",
                "-A",
                "scram-sha-256",
                "--pwfile",
                secret.toString(),
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-k"));
        for (int attempt = 1; ; attempt++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            settings = "-p " + port + " -h 127.0.0.1 -c unix_socket_directories= -c synchronous_commit=on "
                    + "-c shared_buffers=256MB -c max_wal_size=2GB -c jit=off "
                    + System.getProperty("postgis.settings", "-c fsync=off");
            try {
                run(postgres(
                        "pg_ctl",
                        "-D",
                        data(),
                        "-w",
                        "-t",
                        "60",
                        "-l",
                        data() + "/server.log",
                        "-o",
                        settings,
                        "start"));
                break;
            } catch (IOException portTaken) {
                if (attempt == TRIES) {
                    throw portTaken;
                }
            }
        }
        newKey(KEY);
        sql("postgres", "CREATE DATABASE model");
        keyed("model", KEY);
        PostgisSchema.migrate(address("dba", "model"));
    }

    /**
     * Puts a new key for persons as the first line of a file of keys, outside the data folder.
     *
     * @param name of the file
     */
    void newKey(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        String old = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, HexFormat.of().formatHex(key) + "\n" + old);
        give(file);
    }

    /** A file of keys; the server's user may read it. */
    Path keyFile(String name) {
        return folder.resolve(name);
    }

    /** Names the file of keys of a database; an empty name takes it away. */
    void keyed(String database, String name) throws SQLException, RemoteException {
        sql(
                "postgres",
                "ALTER DATABASE " + database
                        + (name.isEmpty()
                                ? " RESET diaba.person_key_file"
                                : " SET diaba.person_key_file = '" + keyFile(name) + "'"));
    }

    /**
     * Makes a database that is another one to the last row.
     *
     * @param database of which nobody may be in
     */
    public void copy(String database, String copy) throws SQLException, RemoteException {
        sql("postgres", "CREATE DATABASE " + copy + " TEMPLATE " + database);
        keyed(copy, KEY);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static boolean asRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** PostgreSQL does not run as root: then it runs as the user its package made. */
    private List<String> postgres(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (asRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(binaries.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path binaries() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(all)) {
            try (Stream<Path> versions = Files.list(all)) {
                return versions.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                        .filter(version -> Files.isRegularFile(Path.of(
                                "/usr/share/postgresql",
                                version.getFileName().toString(),
                                "extension/postgis.control")))
                        .max(Comparator.comparing(
                                version -> Integer.valueOf(version.getFileName().toString())))
                        .map(version -> version.resolve("bin"))
                        .orElseThrow(() -> new IllegalStateException(MISSING));
            }
        }
        throw new IllegalStateException(MISSING);
    }

    private void run(List<String> command) throws IOException {
        Path said = Files.createTempFile("diaba-postgis", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/tmp").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = ends(process);
        String text = Files.readString(said);
        Files.delete(said);
        if (!ended || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + text);
        }
    }

    private static boolean ends(Process process) throws IOException {
        try {
            return process.waitFor(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Makes a file the server's user's own where the tests run as root. */
    void give(Path file) throws IOException {
        if (asRoot()) {
            run(List.of("chown", "postgres", file.toString()));
        }
    }

    /** The command of a program as the server's user runs it. */
    static List<String> asServer(String... command) {
        List<String> all = new ArrayList<>();
        if (asRoot()) {
            all.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        all.addAll(List.of(command));
        return all;
    }

    /** A line of a pooler's list of users. */
    String poolerLogin(String user) {
        return "\"" + user + "\" \"" + new String(PASSWORD) + "\"\n";
    }

    /** An address of a database here. */
    PostgisAddress address(String user, String database) throws RemoteException {
        return PostgisAddress.of(url(user, database), () -> PASSWORD);
    }

    /** The same in writing, without the password. */
    public String url(String user, String database) {
        return PostgisAddress.SCHEME + "//127.0.0.1:" + port + "/" + database + "?user=" + user;
    }

    /** The password of every account that is made here. */
    public String password() {
        return new String(PASSWORD);
    }

    /** Executes as the server's administrator. */
    public void sql(String database, String... statements) throws SQLException, RemoteException {
        try (Connection connection = address("dba", database).connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** A fresh land database with its name. */
    public synchronized String database() throws SQLException, RemoteException {
        String name = "land" + ++databases;
        copy("model", name);
        sql(
                "postgres",
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + name + " TO diaba_user, diaba_admin");
        return name;
    }

    /** Makes an account with a login; for an admin one that may do all. */
    public PostgisLandDatabase user(String database, String name, String role) throws SQLException, RemoteException {
        sql(
                database,
                "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + name + "') THEN CREATE ROLE "
                        + name + " LOGIN PASSWORD '" + new String(PASSWORD) + "'; END IF; END $$",
                "GRANT " + (role.equals("admin") ? "diaba_admin" : "diaba_user") + " TO " + name,
                "SELECT sync_api.account_put('" + name + "', '" + role + "', false)");
        return new PostgisLandDatabase(address(name, database));
    }

    /** Where the server keeps its data. */
    Path dataFolder() {
        return Path.of(data());
    }

    /** All of a database as {@code pg_dump} writes it for its administrator. */
    Path dump(String database) throws IOException {
        Path file = folder.resolve(database + ".sql");
        String address = "postgresql://dba:" + new String(PASSWORD) + "@127.0.0.1:" + port + "/" + database;
        run(postgres("pg_dump", "-f", file.toString(), address));
        return file;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** A database here as an account reaches it by another port. */
    public PostgisLandDatabase through(int otherPort, String user, String database) throws RemoteException {
        return new PostgisLandDatabase(PostgisAddress.of(
                PostgisAddress.SCHEME + "//127.0.0.1:" + otherPort + "/" + database + "?user=" + user, () -> PASSWORD));
    }

    /** A connection of an account. */
    public Connection connection(String user, String database) throws SQLException, RemoteException {
        return address(user, database).connect();
    }

    /** The first column of an answer to the server's administrator. */
    public List<String> texts(String database, String sql) throws SQLException, RemoteException {
        return texts(database, "dba", sql);
    }

    /** The first column of an answer. */
    public List<String> texts(String database, String user, String sql) throws SQLException, RemoteException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = connection(user, database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    /** Ends all processes of the server at once, in the middle of whatever they do, and starts it again on its port. */
    public void kill() throws IOException {
        run(postgres("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop"));
        run(postgres("pg_ctl", "-D", data(), "-w", "-t", "60", "-l", data() + "/server.log", "-o", settings, "start"));
    }

    /** An id for a client. */
    static UUID client() {
        return new UUID(3, 3);
    }

    @Override
    public void close() throws IOException {
        run(postgres("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
