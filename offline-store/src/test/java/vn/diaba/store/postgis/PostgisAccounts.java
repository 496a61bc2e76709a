package vn.diaba.store.postgis;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/** For each test a fresh land database as its accounts reach it; they are closed together. Confined to one thread. */
final class PostgisAccounts implements BeforeEachCallback, AfterEachCallback {
    private final List<LandDatabase> open = new ArrayList<>();
    private PostgisServer server;
    private String database = "";

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException, RemoteException {
        server = PostgisServer.server(context);
        database = server.database();
    }

    PostgisServer server() {
        return server;
    }

    String database() {
        return database;
    }

    void sql(String... statements) throws SQLException, RemoteException {
        server.sql(database, statements);
    }

    List<String> texts(String query) throws SQLException, RemoteException {
        return server.texts(database, query);
    }

    PostgisAddress address(String user) throws RemoteException {
        return server.address(user, database);
    }

    /** One that may do everything. */
    LandDatabase admin() throws SQLException, RemoteException {
        return user("quan_tri", "admin");
    }

    /** One without a scope yet. */
    LandDatabase user(String name, String role) throws SQLException, RemoteException {
        LandDatabase there = server.user(database, name, role);
        open.add(there);
        return there;
    }

    /** Lets an account read, write and see persons in a zone. */
    void scope(String name, int zone) throws SQLException, RemoteException {
        scope(name, zone, true, true);
    }

    /** Lets an account read in a zone, and perhaps write and see persons. */
    void scope(String name, int zone, boolean writes, boolean seesPersons) throws SQLException, RemoteException {
        server.sql(
                database,
                String.format(
                        Locale.ROOT,
                        "SELECT sync_api.scope_put('%s', %d, %b, %b, false)",
                        name,
                        zone,
                        writes,
                        seesPersons));
    }

    @Override
    public void afterEach(ExtensionContext context) throws RemoteException {
        for (LandDatabase one : open) {
            one.close();
        }
    }
}
