package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.workspace.Workspaces;

/** The land database's folder is copied and put back as files: its epoch stays, only the chain tells. */
class RestoredHistoriesTest {
    @TempDir
    Path base;

    @Test
    void nothingIsLostInSilence() throws Exception {
        histories(3, 120);
    }

    @Test
    @Tag("soak")
    void nothingIsLostInSilenceForLong() throws Exception {
        histories(60, 120);
    }

    private void histories(int count, int steps) throws Exception {
        int restores = 0;
        int heldInPart = 0;
        for (int seed = 0; seed < count; seed++) {
            try (Folder office = new Folder(base.resolve("office" + seed))) {
                RestoredHistories.Told told = RestoredHistories.run(office, base.resolve("desks" + seed), seed, steps);
                restores += told.restores();
                heldInPart += told.heldInPart();
            }
        }
        assertTrue(restores >= count, "restores " + restores);
        assertTrue(heldInPart > 0, "no part ever said what it holds of what was lost");
    }

    private static final class Folder implements RestoredHistories.Office, AutoCloseable {
        private final Path base;
        private final Keys keys;
        private LocalAuthority central;

        Folder(Path base) throws Exception {
            this.base = base;
            keys = Keys.in(base.resolve("keys"));
            central = LocalAuthority.create(base.resolve("central"), keys, LandJudge.LENIENT, Workspaces.CLOCK);
        }

        @Override
        public LandDatabase line(int client) {
            return central;
        }

        @Override
        public void backUp() throws Exception {
            central.close();
            replace(base.resolve("backup"), base.resolve("central"));
        }

        @Override
        public void restore() throws Exception {
            central.close();
            replace(base.resolve("central"), base.resolve("backup"));
            central = LocalAuthority.open(base.resolve("central"), keys, LandJudge.LENIENT, Workspaces.CLOCK);
        }

        private static void replace(Path folder, Path by) throws IOException {
            if (Files.exists(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            try (Stream<Path> all = Files.walk(by)) {
                for (Path path : all.toList()) {
                    Files.copy(path, folder.resolve(by.relativize(path)));
                }
            }
        }

        @Override
        public void close() throws RemoteException {
            central.close();
        }
    }
}
