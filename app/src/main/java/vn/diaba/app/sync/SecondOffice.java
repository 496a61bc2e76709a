package vn.diaba.app.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandAddress;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.central.LandUrl;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.map.crs.CrsException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.sync.Resolution;

/**
 * A second office, simulated beside a workspace, to see syncs and conflicts without a server: a land database of the
 * workspace's land in a folder beside it, and another workspace that works there. Confined to one thread.
 */
final class SecondOffice {
    private static final double REACH_METRES = 2;
    private static final double EAST_METRES = -0.08;
    private static final double NORTH_METRES = 0.14;

    private final OpenWorkspace open;
    private final Path folder;
    private final Setting setting;

    /**
     * An office beside a workspace.
     *
     * @param person what its surveyor is called
     */
    SecondOffice(OpenWorkspace open, String person) {
        this.open = open;
        String name = open.store().folder().getFileName() + "-second-office";
        folder = open.store().folder().resolveSibling(name);
        Setting own = open.setting();
        setting = new Setting(person, own.clock(), own.keys(), own.catalog());
    }

    private String url() {
        return LandUrl.of(folder.resolve("land-database"));
    }

    /**
     * The office takes the land, moves the corner nearest to a place by some centimetres and sends that; the workspace
     * remembers the land database as its own.
     *
     * @param edit the thread that edits the workspace
     * @return where the corner was before
     * @throws WorkspaceException {@code second-office-connected} when the workspace belongs to another land database,
     *     {@code second-office-no-corner} when there is none to move
     */
    EastNorth work(EastNorth place, Executor edit)
            throws WorkspaceException, RemoteException, OfficeException, StoreException, KeyException, CrsException,
                    JournalException {
        Optional<LandAddress> known = LandAddress.find(open.store().folder());
        boolean isOurs = known.filter(one -> one.url().equals(url())).isPresent();
        if (open.store().sync().checkpoint().isPresent() && !isOurs) {
            throw new WorkspaceException("second-office-connected");
        }
        if (open.fabric().index().nearestCorner(place, REACH_METRES).isEmpty()) {
            throw new WorkspaceException("second-office-no-corner");
        }
        if (open.store().sync().checkpoint().isEmpty()) {
            load(edit);
        }
        Path own = folder.resolve("workspace");
        try (OpenWorkspace second = Files.exists(own)
                        ? OpenWorkspace.open(own, setting)
                        : OpenWorkspace.create(own, open.store().spec(), setting);
                LandLine line = LandLine.open(url(), setting)) {
            line.sync(second, Resolution.TAKE_THEIRS, Progress.NONE);
            EastNorth was = move(second, place);
            line.sync(second, Resolution.TAKE_THEIRS, Progress.NONE);
            return was;
        }
    }

    private void load(Executor edit) throws WorkspaceException, RemoteException, OfficeException, StoreException {
        try (LandLine line = LandLine.create(url(), setting, Credentials.NONE)) {
            line.mergeOn(edit);
            line.load(open);
        }
    }

    private EastNorth move(OpenWorkspace second, EastNorth place) throws WorkspaceException, JournalException {
        Optional<Corner> corner = second.fabric().index().nearestCorner(place, REACH_METRES);
        if (corner.isPresent()) {
            EastNorth was = corner.get().position();
            EastNorth to = new EastNorth(was.east() + EAST_METRES, was.north() + NORTH_METRES);
            MoveCorner move = new MoveCorner(corner.get().id(), to, IdBlock.fresh(setting.clock()));
            if (second.session().execute(move, List.of()) instanceof EditOutcome.Applied) {
                return was;
            }
        }
        throw new WorkspaceException("second-office-no-corner");
    }
}
