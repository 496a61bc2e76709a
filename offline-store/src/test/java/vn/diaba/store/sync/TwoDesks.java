package vn.diaba.store.sync;

import java.nio.file.Path;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/**
 * Two workspaces of one zone of twelve squares.
 *
 * @param an the land database was made of its land
 * @param binh took that land
 */
record TwoDesks(TestDesk an, TestDesk binh) implements AutoCloseable {
    /** Makes both, and the zone in an empty land database. */
    static TwoDesks of(Path base, LandDatabase central) throws Exception {
        TestDesk an = new TestDesk(base.resolve("an"));
        TestDesk binh = new TestDesk(base.resolve("binh"));
        an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 4, 3, 1), 1));
        an.engine(central).load(new ZoneSpec(1, "Phường thử", 9210));
        binh.engine(central).run(null, Resolution.ASK, Progress.NONE);
        return new TwoDesks(an, binh);
    }

    @Override
    public void close() throws StoreException {
        an.close();
        binh.close();
    }
}
