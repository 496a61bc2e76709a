package vn.diaba.store.sync;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.workspace.Workspaces;

/** Two workspaces over an embedded land database. */
abstract class OnLocalAuthority extends OnTwoDesks {
    Keys keys;
    Path folder;
    LocalAuthority authority;

    @Override
    LandDatabase empty() throws Exception {
        keys = Keys.in(base.resolve("keys"));
        folder = base.resolve("central");
        authority = LocalAuthority.create(folder, keys, LandJudge.LENIENT, Workspaces.CLOCK);
        return authority;
    }

    @AfterEach
    void closeAuthority() throws Exception {
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
