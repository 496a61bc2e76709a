package vn.diaba.store.postgis;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.OfficeFile;

/** Accounts, workspaces and logs of a land database on PostgreSQL, for its administrator. Safe. */
public final class PostgisOffice implements Provable, AutoCloseable {
    private static final List<String> LOGS = List.of("admin_log", "reveal");

    private final PostgisAddress address;
    private final PostgisCalls calls;
    private final PostgisOfficeFiles files;

    /** Connects to an address when it is first asked something. */
    public PostgisOffice(PostgisAddress address) {
        this.address = address;
        calls = new PostgisCalls(address);
        files = new PostgisOfficeFiles(calls);
    }

    /**
     * An account. Immutable.
     *
     * @param name of the login
     * @param role what it is for, in one word
     * @param disabled whether it is switched off
     * @param zones those it may see
     */
    public record Account(String name, String role, boolean disabled, List<Zone> zones) {
        /** Copies the list. */
        public Account {
            zones = List.copyOf(zones);
        }
    }

    /**
     * What an account may do in a zone. Immutable.
     *
     * @param zone its number
     * @param write whether its change sets are taken
     * @param persons whether it is shown persons
     */
    public record Zone(int zone, boolean write, boolean persons) {}

    /**
     * A workspace that has asked. Immutable.
     *
     * @param id the workspace's
     * @param user who asked last
     * @param seen when, to the hour
     * @param revoked whether nothing is taken from it any more
     */
    public record Device(UUID id, String user, Instant seen, boolean revoked) {}

    /**
     * Something that was done. Immutable.
     *
     * @param at when
     * @param user who
     * @param what kebab-case and permanent
     * @param subject with whom or what
     * @param detail more of it
     */
    public record Done(Instant at, String user, String what, String subject, String detail) {}

    /** All accounts, by name. */
    public List<Account> accounts() throws RemoteException {
        return calls.rows("SELECT * FROM sync_api.accounts()", row -> {
            List<Zone> zones = new ArrayList<>();
            for (Object item : PostgisCalls.json("{\"zones\":" + row.getString("zones") + "}")
                    .list("zones")) {
                if (!(item instanceof JsonObject zone)) {
                    throw new CodecException("not a zone", null);
                }
                zones.add(new Zone((int) zone.number("zone"), is(zone, "write"), is(zone, "persons")));
            }
            return new Account(row.getString("username"), row.getString("role"), row.getBoolean("disabled"), zones);
        });
    }

    private static boolean is(JsonObject object, String name) {
        return Boolean.TRUE.equals(object.fields().get(name));
    }

    /**
     * Makes a login with a password and an account, or gives the account another role and password. The password leaves this
     * computer as a SCRAM verifier only.
     *
     * @throws RemoteException {@code land-database-denied} for one who may not make logins, {@code land-database-error}
     */
    public void add(String name, String role, char[] password) throws RemoteException {
        try (Connection connection = address.connect()) {
            String quoted = quoted(connection, name);
            try (Statement statement = connection.createStatement()) {
                if (!isRole(connection, name)) {
                    statement.execute("CREATE ROLE " + quoted + " LOGIN");
                }
                connection.unwrap(PGConnection.class).alterUserPassword(name, password.clone(), "scram-sha-256");
                boolean admin = role.equals("admin");
                statement.execute("GRANT " + (admin ? "diaba_admin" : "diaba_user") + " TO " + quoted);
                statement.execute("REVOKE " + (admin ? "diaba_user" : "diaba_admin") + " FROM " + quoted);
            }
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            boolean denied = state.equals("42501") || state.startsWith("28");
            throw denied
                    ? new RemoteException("land-database-denied", List.of(address.user()), e)
                    : new RemoteException("land-database-error", List.of(address.toString(), state), e);
        }
        calls.run("account_put(?, ?, ?)", name, role, false);
    }

    /** As PostgreSQL itself quotes it: the only statement that cannot take a name as an argument. */
    private static String quoted(Connection connection, String name) throws SQLException {
        return connection.unwrap(PGConnection.class).escapeIdentifier(name);
    }

    private static boolean isRole(Connection connection, String name) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?")) {
            select.setString(1, name);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /**
     * Switches an account off or on; it counts from its next call.
     *
     * @throws RemoteException {@code account-unknown}
     */
    public void disable(String name, boolean disabled) throws RemoteException {
        calls.run("account_put(?, ?, ?)", name, account(name).role, disabled);
    }

    private Account account(String name) throws RemoteException {
        return accounts().stream()
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new RemoteException("account-unknown", List.of(name), null));
    }

    /**
     * Lets an account see or change a zone, or no longer when {@code gone}.
     *
     * @throws RemoteException {@code account-unknown}
     */
    public void scope(String name, Zone zone, boolean gone) throws RemoteException {
        account(name);
        calls.run("scope_put(?, ?, ?, ?, ?)", name, zone.zone, zone.write, zone.persons, gone);
    }

    /** Workspaces that have asked, the last first. */
    public List<Device> devices() throws RemoteException {
        return calls.rows(
                "SELECT * FROM sync_api.devices()",
                row -> new Device(
                        row.getObject("client", UUID.class),
                        row.getString("username"),
                        row.getObject("seen", OffsetDateTime.class).toInstant(),
                        row.getBoolean("revoked")));
    }

    /**
     * Takes nothing from a workspace any more.
     *
     * @throws RemoteException {@code device-unknown}
     */
    public void revoke(UUID device) throws RemoteException {
        calls.run("device_revoke(?::uuid)", device);
    }

    /** What was done with accounts, workspaces and persons, oldest first. */
    public List<Done> done() throws RemoteException {
        return calls.rows(
                "SELECT * FROM sync_api.audit()",
                row -> new Done(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("username"),
                        row.getString("what"),
                        row.getString("subject"),
                        row.getString("detail")));
    }

    /** The files the office gives. */
    public OfficeFiles files() {
        return files;
    }

    /**
     * Puts a file there under a name, in place of one that has it. May be repeated after a break; what came is not sent again.
     *
     * @throws RemoteException {@code land-database-denied}, {@code office-file-not-put}
     * @throws IOException when the file cannot be read
     */
    public OfficeFile put(Path file, String name) throws RemoteException, IOException {
        return files.put(file, name);
    }

    /** Takes a file away; false when there is none. */
    public boolean remove(String name) throws RemoteException {
        return files.remove(name);
    }

    @Override
    public List<Head> heads() throws RemoteException {
        return calls.rows(
                "SELECT * FROM sync_api.heads()",
                row -> new Head(row.getString("log"), row.getLong("seq"), row.getString("hash")));
    }

    @Override
    public List<Fault> verify() throws RemoteException {
        List<Fault> faults = new ArrayList<>();
        for (Head head : heads()) {
            boolean zone = !LOGS.contains(head.log());
            faults.addAll(calls.rows(
                    zone ? "SELECT * FROM sync_api.verify_chain(?)" : "SELECT * FROM sync_api.verify_audit(?)",
                    row -> new Fault(head.log(), row.getLong("seq"), row.getString("fault")),
                    zone ? (Object) Integer.valueOf(head.log()) : head.log()));
        }
        return faults;
    }

    @Override
    public Holding contents() throws RemoteException {
        long count = 0;
        long bytes = 0;
        List<Broken> broken = new ArrayList<>();
        List<Gone> gone = new ArrayList<>();
        for (Head head : heads()) {
            if (LOGS.contains(head.log())) {
                continue;
            }
            int zone = Integer.parseInt(head.log());
            String after = "";
            List<Proven> next = next(zone, after);
            while (!next.isEmpty()) {
                Proven one = next.get(0);
                count++;
                bytes += one.bytes;
                if (!one.whole) {
                    broken.add(new Broken(zone, one.sha256));
                }
                after = one.sha256;
                next = next(zone, after);
            }
            gone.addAll(calls.rows(
                    "SELECT * FROM sync_api.contents_gone(?)",
                    row -> new Gone(zone, row.getObject("attachment", UUID.class), row.getString("sha256")),
                    zone));
        }
        return new Holding(count, bytes, broken, gone);
    }

    private record Proven(String sha256, long bytes, boolean whole) {}

    private List<Proven> next(int zone, String after) throws RemoteException {
        return calls.rows(
                "SELECT * FROM sync_api.verify_content(?, ?)",
                row -> new Proven(row.getString("sha256"), row.getLong("bytes"), row.getBoolean("whole")),
                zone,
                after);
    }

    @Override
    public @Nullable String hashAt(String log, long seq) throws RemoteException {
        List<String> found = new ArrayList<>();
        calls.rows(
                "SELECT sync_api.hash_at(?, ?)",
                row -> {
                    String hash = row.getString(1);
                    return hash != null && found.add(hash);
                },
                log,
                seq);
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public void close() {
        calls.close();
    }
}
