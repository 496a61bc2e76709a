package vn.diaba.store.sync;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** Two workspaces of one zone of twelve squares: the land database was made of the first one's land, the other took it. */
abstract class OnTwoDesks {
    static final int ZONE = 1;

    @TempDir
    Path base;

    TestDesk an;
    TestDesk binh;

    /** The land database; asked for once, with nothing in it. */
    abstract LandDatabase empty() throws Exception;

    @BeforeEach
    void twoTeamsOnOneZone() throws Exception {
        LandDatabase central = empty();
        an = new TestDesk(base.resolve("an"));
        binh = new TestDesk(base.resolve("binh"));
        an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 4, 3, 1), 1));
        an.engine(central).load(new ZoneSpec(ZONE, "Phường thử", 9210));
        binh.engine(central).run(null, Resolution.ASK, Progress.NONE);
    }

    @AfterEach
    void closeDesks() throws Exception {
        an.close();
        binh.close();
    }
}
