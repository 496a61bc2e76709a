package vn.diaba.store.sync;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.workspace.Workspaces;

/** Two workspaces of one zone of twelve squares over an embedded land database. */
abstract class OnLocalAuthority {
    static final int ZONE = 1;

    @TempDir
    Path base;

    Keys keys;
    Path folder;
    LocalAuthority authority;
    TestDesk an;
    TestDesk binh;

    @BeforeEach
    void connect() throws Exception {
        keys = Keys.in(base.resolve("keys"));
        folder = base.resolve("central");
        authority = LocalAuthority.create(folder, keys, LandJudge.LENIENT, Workspaces.CLOCK);
        TwoDesks desks = TwoDesks.of(base, authority);
        an = desks.an();
        binh = desks.binh();
    }

    @AfterEach
    void close() throws Exception {
        an.close();
        binh.close();
        authority.close();
    }

    /** The land database as it is reached from a desk. */
    LandDatabase line(TestDesk desk) {
        return authority;
    }

    SyncOutcome sync(TestDesk desk) throws Exception {
        return sync(desk, Resolution.ASK);
    }

    SyncOutcome sync(TestDesk desk, Resolution policy) throws Exception {
        return desk.engine(line(desk)).run(null, policy, Progress.NONE);
    }
}
