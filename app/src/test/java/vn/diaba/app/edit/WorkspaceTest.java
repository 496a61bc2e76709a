package vn.diaba.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.corner.DetachCorner;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.Severity;

/** All threads are the test's own: the desk's answers come before its methods return. */
class WorkspaceTest {
    private static final String WEST =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";
    private static final String EAST =
            "POLYGON ((598010 1214000, 598020 1214000, 598020 1214010, 598010 1214010, 598010 1214000))";

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(home, WEST, EAST));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private double area(String number) {
        return workspace.fabric().areaOf(id(number)).squareMetres();
    }

    private ParcelId id(String number) {
        for (int slot = 0; slot < workspace.fabric().parcelSlots(); slot++) {
            var parcel = workspace.fabric().parcelAt(slot);
            if (parcel.number().number().equals(number)) {
                return parcel.id();
            }
        }
        throw new IllegalArgumentException(number);
    }

    private CornerId corner(double east, double north) {
        return workspace
                .fabric()
                .index()
                .nearestCorner(new EastNorth(east, north), 0.01)
                .orElseThrow()
                .id();
    }

    /** A corner taken from one of its parcels without a word about why. */
    private record DetachedMove(CornerId corner, ParcelId parcel, EastNorth to) implements EditCommand {
        @Override
        public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
            return new DetachCorner(corner, parcel, to, "?", IdBlock.seeded(3))
                    .plan(fabric)
                    .withWaivers(List.of());
        }
    }

    private void move(double east, double north, double toEast, double toNorth) {
        workspace.submit(
                new MoveCorner(corner(east, north), new EastNorth(toEast, toNorth), IdBlock.fresh(TestLand.CLOCK)),
                outcome -> {});
    }

    @Test
    void anOpenedWorkspaceCanBeChecked() {
        workspace.check();
        assertEquals("VN-2000 / TM-3 105-45", workspace.landProperty().get().crsName());
        assertEquals(2, workspace.fabric().parcelCount());
        assertEquals(0, workspace.reportProperty().get().count(Severity.ERROR));
    }

    @Test
    void aSharedCornerMovesBothParcelsAndUndoMovesThemBack() {
        int before = workspace.stateProperty().get().unsent();
        move(598010, 1214010, 598012, 1214010);
        // Each parcel gains or loses a triangle of 2 m by 10 m: 10 m².
        assertEquals(110, area("1"), 1e-6);
        assertEquals(90, area("2"), 1e-6);
        assertEquals(before + 1, workspace.stateProperty().get().unsent());
        workspace.undo();
        assertEquals(100, area("1"), 1e-6);
        assertEquals(before, workspace.stateProperty().get().unsent());
        workspace.redo();
        assertEquals(110, area("1"), 1e-6);
    }

    @Test
    void aDeclinedEditLeavesTheLandAndSaysWhere() {
        move(598010, 1214010, 598025, 1213990);
        assertEquals(100, area("1"), 1e-6);
        Notice notice = workspace.noticeProperty().get();
        assertEquals("notice-declined", notice.refusal().code());
        assertTrue(notice.findViolation().isPresent());
    }

    @Test
    void aDeclinedEditIsDoneAllTheSameWithAReasonTheLogKeeps() {
        CornerId corner = corner(598010, 1214010);
        DetachedMove overlap = new DetachedMove(corner, id("1"), new EastNorth(598012, 1214010));
        workspace.submit(overlap, outcome -> {});
        Declined declined = workspace.noticeProperty().get().findKeepable().orElseThrow();
        assertEquals(100, area("1"), 1e-6);
        workspace.keep(declined, "theo bản án");
        // The triangle of 2 m by 10 m is in both parcels now.
        assertEquals(110, area("1"), 1e-6);
        assertEquals(100, area("2"), 1e-6);
        workspace.undo();
        assertEquals(100, area("1"), 1e-6);
    }

    @Test
    void aRingThatWouldCrossItselfCannotBeKept() {
        // From (20, 10) to (15, -10) it crosses the side from (10, 0) to (20, 0).
        move(598010, 1214010, 598015, 1213990);
        assertTrue(workspace.noticeProperty().get().findKeepable().isEmpty());
    }

    @Test
    void nothingToRedoIsSaid() {
        workspace.redo();
        assertEquals(
                "nothing-to-redo", workspace.noticeProperty().get().refusal().code());
    }

    @Test
    void onlyLiveParcelsAreSelectedEachOnce() {
        workspace.select(List.of(id("1"), id("1"), IdBlock.seeded(99).parcel(1)));
        assertEquals(List.of(id("1")), workspace.selection());
    }

    @Test
    void aFolderThatIsNoWorkspaceIsRefusedAndTheOldOneStays() {
        workspace.open(() -> vn.diaba.app.workspace.OpenWorkspace.open(home.resolve("none"), TestLand.setting(home)));
        assertNotNull(workspace.noticeProperty().get());
        assertEquals(2, workspace.fabric().parcelCount());
    }

    @Test
    void aSearchFindsByNumber() {
        workspace.find("1/2", hits -> assertEquals(id("2"), hits.get(0).parcel().id()));
        assertNull(workspace.noticeProperty().get());
    }
}
