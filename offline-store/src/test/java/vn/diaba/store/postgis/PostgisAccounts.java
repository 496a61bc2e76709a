package vn.diaba.store.postgis;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/** A fresh land database of a server as its accounts reach it; they are closed together. Confined to one thread. */
final class PostgisAccounts implements AutoCloseable {
    private final PostgisServer server;
    private final String database;
    private final List<LandDatabase> open = new ArrayList<>();

    PostgisAccounts(PostgisServer server) throws SQLException, RemoteException {
        this.server = server;
        database = server.database();
    }

    String database() {
        return database;
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
    public void close() throws RemoteException {
        for (LandDatabase one : open) {
            one.close();
        }
    }
}
