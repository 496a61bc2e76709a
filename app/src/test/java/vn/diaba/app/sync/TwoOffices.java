package vn.diaba.app.sync;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.diaba.app.central.ApprovalLine;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.paper.FileIntake;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Setting;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.take.Area;
import vn.diaba.store.workspace.WorkspaceSpec;

/** A land database in a folder and a second office, "Minh", that works in it beside the workspace under test. */
public final class TwoOffices {
    private final Path home;
    private final Setting minh;

    /** Offices below a folder; both use the same keys, as two accounts of one machine. */
    public TwoOffices(Path home) {
        this.home = home;
        Setting lan = TestLand.setting(home);
        minh = new Setting("Minh", lan.clock(), Keys.in(home.resolve("keys")), lan.catalog());
    }

    /** Where the land database is. */
    public String url() {
        return "embedded:" + home.resolve("central");
    }

    /** Makes the land database of a workspace's land. */
    public void load(OpenWorkspace open) throws Exception {
        try (LandLine line = LandLine.create(url(), minh, Credentials.NONE)) {
            line.load(open, 99901);
        }
    }

    /** From now on what is sent waits until another person approves it. */
    public void askForApproval() throws Exception {
        try (ApprovalLine line = ApprovalLine.open(url(), minh, Credentials.NONE)) {
            line.proposals().mode(99901, true);
        }
    }

    /** Minh sends one of the proposals that wait back. */
    public void sendOneBack() throws Exception {
        try (ApprovalLine line = ApprovalLine.open(url(), minh, Credentials.NONE)) {
            UUID first = line.proposals().list(99901, Set.of()).get(0).id();
            line.proposals().decline(99901, first, "đo lại");
        }
    }

    /** Minh tells that he works somewhere. */
    public void minhWorksOn(Area area) throws Exception {
        try (LocalAuthority authority =
                LocalAuthority.open(home.resolve("central"), minh.keys(), LandJudge.LENIENT, minh.clock())) {
            authority.fieldWork().lease(99901, new UUID(5, 5), "Minh", area);
        }
    }

    /** Minh takes the land, does an edit on it, and sends it. */
    public void minhDoes(Edit edit) throws Exception {
        Path folder = home.resolve("w-minh");
        boolean isNew = !folder.toFile().exists();
        try (OpenWorkspace open = isNew
                        ? OpenWorkspace.create(folder, new WorkspaceSpec("Minh", 9210, "99901", 500), minh)
                        : OpenWorkspace.open(folder, minh);
                LandLine line = LandLine.open(url(), minh)) {
            line.sync(open, Resolution.ASK, Progress.NONE);
            if (!(open.session().execute(edit.on(open), List.of()) instanceof EditOutcome.Applied)) {
                throw new IllegalStateException("not applied");
            }
            line.sync(open, Resolution.ASK, Progress.NONE);
        }
    }

    /** The land as the land database has it, by Minh's next sync. */
    public <T> T asMinhSees(Seen<T> seen) throws Exception {
        try (OpenWorkspace open = OpenWorkspace.open(home.resolve("w-minh"), minh);
                LandLine line = LandLine.open(url(), minh)) {
            line.sync(open, Resolution.ASK, Progress.NONE);
            return seen.of(open);
        }
    }

    /** An edit found on some land. */
    @FunctionalInterface
    public interface Edit {
        /** Finds it. */
        EditCommand on(OpenWorkspace open);
    }

    /** Something looked up. */
    @FunctionalInterface
    public interface Seen<T> {
        /** Looks it up. */
        T of(OpenWorkspace open);
    }

    /** Moves the corner nearest to a place. */
    public static Edit move(EastNorth place, double east, double north) {
        return open -> {
            Corner corner = corner(open, place);
            EastNorth to = new EastNorth(
                    corner.position().east() + east, corner.position().north() + north);
            return new MoveCorner(corner.id(), to, IdBlock.fresh(TestLand.CLOCK));
        };
    }

    /** Gives the parcel at a place another land use. */
    public static Edit use(EastNorth place, String code) {
        return open -> {
            ParcelId id = open.fabric().index().parcelsAt(place).get(0);
            return new EditAttributes(id, Map.of("landUse", code), IdBlock.fresh(TestLand.CLOCK));
        };
    }

    /** Attaches a file to a parcel. */
    public static Edit attach(ParcelId id, Path file) {
        return open -> {
            try {
                return new FileIntake(open.store().contents())
                        .take(List.of(file), id.uuid(), "", IdBlock.fresh(TestLand.CLOCK))
                        .act();
            } catch (StoreException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** The corner nearest to a place. */
    public static Corner corner(OpenWorkspace open, EastNorth place) {
        return open.fabric().index().nearestCorner(place, 2).orElseThrow();
    }

    /** The live parcel at a place. */
    public static Parcel parcel(OpenWorkspace open, EastNorth place) {
        return open.fabric().parcel(open.fabric().index().parcelsAt(place).get(0));
    }
}
