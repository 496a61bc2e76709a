package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.postgis.PostgisServer;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/** A database of PostgreSQL is copied and put back, with a new epoch as the manual says, and without. */
@ExtendWith(PostgisServer.class)
class RestoredHistoriesPostgisTest {
    @TempDir
    Path base;

    private final PostgisServer server;

    RestoredHistoriesPostgisTest(PostgisServer server) {
        this.server = server;
    }

    @Test
    @Tag("postgis")
    void nothingIsLostInSilence() throws Exception {
        histories(2, 50);
    }

    private void histories(int count, int steps) throws Exception {
        int restores = 0;
        for (int seed = 0; seed < count; seed++) {
            try (Restorable office = new Restorable(seed % 2 == 0)) {
                restores += RestoredHistories.run(office, base.resolve("desks" + seed), 100 + seed, steps)
                        .restores();
            }
        }
        assertTrue(restores >= count, "restores " + restores);
    }

    private final class Restorable implements RestoredHistories.Office, AutoCloseable {
        private final String database = server.database();
        private final boolean newEpoch;
        private final Map<Integer, LandDatabase> lines = new HashMap<>();

        Restorable(boolean newEpoch) throws Exception {
            this.newEpoch = newEpoch;
        }

        @Override
        public LandDatabase line(int client) throws Exception {
            LandDatabase known = lines.get(client);
            LandDatabase line = known == null ? server.user(database, "truong", "admin") : known;
            lines.put(client, line);
            return line;
        }

        @Override
        public void backUp() throws Exception {
            copy(database, database + "_backup");
        }

        @Override
        public void restore() throws Exception {
            copy(database + "_backup", database);
            if (newEpoch) {
                line(0).close();
                lines.clear();
                server.sql(database, "SELECT sync_api.epoch_new()");
            }
        }

        private void copy(String from, String to) throws Exception {
            close();
            server.sql(
                    "postgres",
                    "DROP DATABASE IF EXISTS " + to + " WITH (FORCE)",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + from + "'");
            server.copy(from, to);
            server.sql(
                    "postgres",
                    "REVOKE ALL ON DATABASE " + to + " FROM PUBLIC",
                    "GRANT CONNECT ON DATABASE " + to + " TO diaba_user, diaba_admin");
        }

        @Override
        public void close() throws RemoteException {
            for (LandDatabase line : lines.values()) {
                line.close();
            }
            lines.clear();
        }
    }
}
