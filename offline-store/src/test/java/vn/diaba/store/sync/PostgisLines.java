package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.List;
import vn.diaba.store.postgis.PostgisServer;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/** Lines of several users to one database, made with the first of them. */
final class PostgisLines implements AutoCloseable {
    private final PostgisServer server;
    private final List<LandDatabase> lines = new ArrayList<>();
    private String database = "";

    PostgisLines(PostgisServer server) {
        this.server = server;
    }

    /** A line of a user who has this role. */
    LandDatabase as(String user, String role) throws Exception {
        database = database.isEmpty() ? server.database() : database;
        LandDatabase line = server.user(database, user, role);
        lines.add(line);
        return line;
    }

    /** Does SQL as the database's owner. */
    void sql(String statement) throws Exception {
        server.sql(database, statement);
    }

    @Override
    public void close() throws RemoteException {
        for (LandDatabase line : lines) {
            line.close();
        }
    }
}
