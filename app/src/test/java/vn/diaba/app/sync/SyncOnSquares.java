package vn.diaba.app.sync;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.conflict.ConflictCard;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.inbox.ConflictViewModel;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.measure.EastNorth;

/** Three squares in a window and a second office on the same land database; all threads are the test's own. */
abstract class SyncOnSquares {
    static final String WEST =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";
    static final String EAST =
            "POLYGON ((598010 1214000, 598020 1214000, 598020 1214010, 598010 1214010, 598010 1214000))";
    static final String FAR =
            "POLYGON ((598100 1214000, 598110 1214000, 598110 1214010, 598100 1214010, 598100 1214000))";
    static final EastNorth IN_FAR = new EastNorth(598105, 1214005);
    static final EastNorth SHARED = new EastNorth(598010, 1214010);
    static final EastNorth IN_WEST = new EastNorth(598005, 1214005);
    static final EastNorth IN_EAST = new EastNorth(598015, 1214005);

    @TempDir
    Path home;

    final Tongue tongue = TestLand.tongue();
    final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    final SyncViewModel sync = new SyncViewModel(workspace, tongue);
    final ConflictViewModel inbox = new ConflictViewModel(workspace, tongue);
    TwoOffices offices;
    SyncViewModel.Target target;

    @BeforeEach
    void open() {
        offices = new TwoOffices(home);
        target = new SyncViewModel.Target(offices.url(), "", "");
        workspace.open(TestLand.opener(home, WEST, EAST, FAR));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    OpenWorkspace here() {
        List<OpenWorkspace> open = new ArrayList<>();
        workspace.ask(one -> one, open::add);
        return open.get(0);
    }

    void here(TwoOffices.Edit edit) {
        workspace.submit(edit.on(here()), outcome -> {});
    }

    int unsent() {
        return workspace.stateProperty().get().unsent();
    }

    EastNorth shared() {
        return workspace.fabric().index().nearestCorner(SHARED, 2).orElseThrow().position();
    }

    /** Both offices know the same land; Lan moves the shared corner 20 cm east, Minh 30 cm north, then Lan syncs. */
    void collide() throws Exception {
        sync.make(target);
        offices.minhDoes(TwoOffices.move(SHARED, 0, 0.3));
        here(TwoOffices.move(SHARED, 0.2, 0));
        sync.sync(target, null);
        inbox.refresh();
    }

    /** Three conflicts: the shared corner's place, and the land use of two parcels. */
    void collideThrice() throws Exception {
        sync.make(target);
        offices.minhDoes(TwoOffices.move(SHARED, 0, 0.3));
        offices.minhDoes(TwoOffices.use(IN_EAST, "CLN"));
        offices.minhDoes(TwoOffices.use(IN_FAR, "CLN"));
        here(TwoOffices.move(SHARED, 0.2, 0));
        here(TwoOffices.use(IN_EAST, "LUA"));
        here(TwoOffices.use(IN_FAR, "LUA"));
        sync.sync(target, null);
        inbox.refresh();
    }

    String use(EastNorth place) {
        return TwoOffices.parcel(here(), place).facts().landUses().get(0).code();
    }

    ConflictCard refreshed() {
        inbox.refresh();
        return inbox.cards().get(0);
    }
}
