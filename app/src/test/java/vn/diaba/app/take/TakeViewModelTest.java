package vn.diaba.app.take;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.sync.ServedOffice;
import vn.diaba.app.sync.SyncViewModel;
import vn.diaba.app.sync.TwoOffices;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.take.Area;

/** Three squares at the office; two share a side, the third lies 80 m away. */
class TakeViewModelTest {
    private static final String WEST =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";
    private static final String EAST =
            "POLYGON ((598010 1214000, 598020 1214000, 598020 1214010, 598010 1214010, 598010 1214000))";
    private static final String FAR =
            "POLYGON ((598100 1214000, 598110 1214000, 598110 1214010, 598100 1214010, 598100 1214000))";
    private static final Extent ON_WEST = new Extent(598001, 1214001, 598002, 1214002);

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final TakeViewModel take = new TakeViewModel(workspace, TestLand.tongue());
    private TwoOffices offices;
    private Path folder;

    @BeforeEach
    void load() throws Exception {
        offices = new TwoOffices(home);
        folder = home.resolve("field");
        workspace.open(TestLand.opener(home, WEST, EAST, FAR));
        List<OpenWorkspace> open = new ArrayList<>();
        workspace.ask(one -> one, open::add);
        offices.load(open.get(0));
    }

    @AfterEach
    void close() {
        take.hangUp();
        desk.close();
    }

    private TakeWish west() {
        return new TakeWish("", List.of(ON_WEST), "5", "7", false, folder);
    }

    private SyncViewModel.Target embedded() {
        return new SyncViewModel.Target(offices.url(), "", "");
    }

    private String words() {
        return take.prospectProperty().get().lines().stream()
                .map(TakeProspect.Line::words)
                .reduce("", (all, one) -> all + one + "\n");
    }

    @Test
    void thePlanTellsSizeNumbersAndWhoWorksThereAndMakesNothing() throws Exception {
        offices.minhWorksOn(new Area(java.util.Set.of(), List.of(ON_WEST), java.util.Set.of(), 0));
        take.plan(embedded(), null, west());
        assertNull(take.problemProperty().get());
        assertTrue(words().contains("Sẽ lấy 1 thửa của khu vực, cùng thửa liền kề là 2"), words());
        assertTrue(words().contains("Mỗi tờ sẽ giữ 7 số thửa"), words());
        assertTrue(words().contains("Minh: 1 khung đất"), words());
        assertTrue(words().contains("Đĩa còn trống"), words());
        assertFalse(Files.exists(folder));
    }

    @Test
    void whatWasPlannedIsTakenIntoAWorkspaceOfItsOwnAndOpened() {
        take.plan(embedded(), null, west());
        take.take(west());
        assertNull(take.problemProperty().get());
        Taken taken = take.takenProperty().get();
        assertEquals(folder, taken.folder());
        assertTrue(
                taken.lines().get(0).startsWith("Đã lấy 1 thửa và 1 thửa liền kề"),
                taken.lines().toString());
        List<Path> opened = new ArrayList<>();
        take.setOnOpen(opened::add);
        take.open();
        assertEquals(List.of(folder), opened);
        workspace.open(() -> OpenWorkspace.open(folder, TestLand.setting(home)));
        assertEquals(2, workspace.fabric().parcelCount());
    }

    @Test
    void attachedFilesComeAlongWhenTheyAreWanted() throws Exception {
        Path scan = Files.writeString(home.resolve("bản quét.txt"), "giấy tờ ".repeat(300));
        EastNorth inWest = new EastNorth(598005, 1214005);
        offices.minhDoes(
                TwoOffices.attach(workspace.fabric().index().parcelsAt(inWest).get(0), scan));
        take.plan(embedded(), null, west());
        assertFalse(words().contains("tệp đính kèm"), words());
        TakeWish wish = new TakeWish("", List.of(ON_WEST), "5", "0", true, folder);
        take.plan(embedded(), null, wish);
        // 11 bytes 300 times over are 3,300.
        assertTrue(words().contains("Kèm nội dung 1 tệp đính kèm: 4 KB."), words());
        take.take(wish);
        assertNull(take.problemProperty().get());
        workspace.open(() -> OpenWorkspace.open(folder, TestLand.setting(home)));
        Attachment file = workspace.fabric().attachments().get(0);
        List<Boolean> here = new ArrayList<>();
        workspace.ask(open -> open.store().contents().has(file.sha256()), here::add);
        assertEquals(List.of(true), here);
    }

    @Test
    void anAreaWithoutParcelsIsSaidAndMakesNothing() {
        TakeWish nothing = new TakeWish("77", List.of(), "5", "0", false, folder);
        take.plan(embedded(), null, nothing);
        take.take(nothing);
        assertEquals("area-empty", take.problemProperty().get().code());
        assertFalse(Files.exists(folder.resolve("workspace.json")));
    }

    @Test
    void aServerAsksWhoTakesOnceForPlanAndTaking() throws Exception {
        try (ServedOffice office = ServedOffice.plain(home)) {
            SyncViewModel.Target nobody = new SyncViewModel.Target(office.url(), "", "");
            take.plan(nobody, null, west());
            assertEquals("sign-in-needed", take.problemProperty().get().code());
            take.plan(new SyncViewModel.Target(office.url(), "an", ServedOffice.PASSWORD), null, west());
            assertNull(take.problemProperty().get());
            assertTrue(words().contains("an được làm việc đến"), words());
            take.take(west());
            assertNull(take.problemProperty().get());
            assertEquals(folder, take.takenProperty().get().folder());
        }
    }

    @Test
    void whatIsStillMissingIsTold() {
        assertEquals(Optional.of("take-choose"), new TakeWish(" ", List.of(), "10", "50", false, null).missing());
        assertEquals(Optional.of("take-margin-wrong"), new TakeWish("1", List.of(), "-3", "50", false, null).missing());
        assertEquals(
                Optional.of("take-margin-wrong"), new TakeWish("1", List.of(), "1001", "50", false, null).missing());
        assertEquals(
                Optional.of("take-numbers-wrong"), new TakeWish("1", List.of(), "2,5", "1,5", false, null).missing());
        assertEquals(Optional.empty(), new TakeWish("1; 02", List.of(), "2,5", "", false, null).missing());
        assertEquals(java.util.Set.of("1", "2"), new TakeWish("1; 02", List.of(), "0", "", false, null).sheetNumbers());
    }
}
