package vn.diaba.app.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.attach.FilesViewModel;
import vn.diaba.app.attach.OpenedFiles;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;

/** A parcel of 100 m² that Nguyễn Thị Hoa holds. */
class PapersViewModelTest {
    private static final String SHAPE =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";
    private static final byte[] PDF = "%PDF-1.4\nmột trang".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private FilesViewModel files = null;
    private PapersViewModel model = null;

    @BeforeEach
    void open() {
        OpenedFiles opened = new OpenedFiles(home, shown -> {});
        files = new FilesViewModel(workspace, TestLand.tongue(), TestLand.CLOCK, opened);
        model = new PapersViewModel(workspace, TestLand.tongue(), TestLand.CLOCK, files);
        workspace.open(TestLand.opener(home, SHAPE));
        var parcel = TestFabrics.byNumber(workspace.fabric(), "1").id();
        workspace.submit(
                new EditAttributes(parcel, Map.of("landUser", "Nguyễn Thị Hoa"), IdBlock.fresh(TestLand.CLOCK)),
                outcome -> assertTrue(outcome.isPresent()));
        workspace.select(List.of(parcel));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private PaperSheet sheet() {
        PaperSheet shown = model.sheetProperty().get();
        assertNotNull(shown);
        return shown;
    }

    private PaperDraft draft(String number, String issued) {
        return new PaperDraft("GCN-2025", number, "CH 01234", issued, "UBND phường", "", hoa());
    }

    /** What a choice of holders offers first: all land users, who is one. */
    private Set<UUID> hoa() {
        return model.holders("GCN-2025", null).get(0);
    }

    private PaperDraft identity(String number) {
        return new PaperDraft("CCCD", number, "", "", "", "", hoa());
    }

    private void add(PaperDraft draft) {
        model.save(draft, null, () -> {});
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(home.resolve(name), content);
    }

    @Test
    void aPaperIsShownWithItsHoldersAndUndoTakesItAway() {
        add(draft("AA 123456", "5/11/2025"));
        PaperSheet.PaperRow paper = sheet().papers().get(0);
        assertTrue(paper.title().endsWith("AA 123456"), paper.title());
        assertEquals(
                List.of("Số vào sổ: CH 01234", "Cấp ngày 05/11/2025, UBND phường", "Đứng tên: Nguyễn Thị Hoa"),
                paper.facts());
        workspace.undo();
        assertEquals(List.of(), sheet().papers());
    }

    @Test
    void whatStandsAgainstAPaperIsSaidBefore() {
        assertEquals(
                "day-unreadable",
                model.problem(draft("AA 1", "hôm qua"), null).orElseThrow().code());
        add(draft("AA 123456", ""));
        assertEquals(
                "paper-number-taken",
                model.problem(draft("aa123456", ""), null).orElseThrow().code());
    }

    @Test
    void aPaperIsAlteredUnderItsIdAndKeepsWhatIsNotTyped() {
        add(draft("AA 123456", ""));
        UUID id = sheet().papers().get(0).id();
        var known = model.paper(id).orElseThrow();
        assertEquals(
                "nothing-to-do",
                model.problem(draft("AA 123456", ""), id).orElseThrow().code());
        PaperDraft wanted = new PaperDraft("GCN-2025", "AA 654321", "", "1/2/2026", "", "cấp lại", Set.of());
        AtomicBoolean isDone = new AtomicBoolean();
        model.save(wanted, id, () -> isDone.set(true));
        assertTrue(isDone.get());
        var now = model.paper(id).orElseThrow();
        assertEquals("AA 654321", now.number());
        assertEquals(LocalDate.of(2026, 2, 1), now.issued());
        assertEquals(List.of(), now.holders());
        assertEquals(known.parcels(), now.parcels());
        workspace.undo();
        assertEquals(known, model.paper(id).orElseThrow());
    }

    @Test
    void doubtsAreToldAndStandAgainstNothing() {
        // Numbers of the form of 2025 are two letters and eight digits, issued since 1 January 2025.
        PaperDraft odd = draft("AA 123456", "31/12/2024");
        List<String> doubts = model.doubts(odd);
        assertEquals(2, doubts.size());
        assertTrue(doubts.get(0).contains("AA 123456"), doubts.get(0));
        assertTrue(doubts.get(0).startsWith("Cần xem lại"), doubts.get(0));
        assertEquals(Optional.empty(), model.problem(odd, null));
        assertEquals(List.of(), model.doubts(draft("AA 12345678", "1/1/2025")));
    }

    @Test
    void aPaperThatSaysWhoALandUserIsIsAboutNoParcelAndOnTheCardOfTheirs() {
        add(identity("079085001234"));
        PaperSheet.PaperRow row = sheet().papers().get(0);
        assertEquals("Căn cước công dân · 079*******34", row.title());
        assertEquals(List.of(), model.paper(row.id()).orElseThrow().parcels());
        assertEquals(hoa(), Set.copyOf(model.paper(row.id()).orElseThrow().holders()));
        var edited = model.paper(row.id()).orElseThrow();
        assertTrue(model.types(edited).contains("HC"));
        assertFalse(model.types(edited).contains("GCN-2025"));
        assertFalse(model.holders("CCCD", edited).contains(Set.<UUID>of()));
    }

    @Test
    void whereNobodyUsesTheLandNoIdentityIsOffered() {
        assertTrue(model.types(null).contains("CCCD"));
        workspace.undo();
        assertEquals(List.of(Set.of()), model.holders("GCN-2025", null));
        assertFalse(model.types(null).contains("CCCD"));
        assertTrue(model.types(null).contains("GCN-2025"));
    }

    @Test
    void aPaperTakesItsFilesAlongAndUndoBringsThemBack() throws IOException {
        add(draft("AA 123456", ""));
        UUID paper = sheet().papers().get(0).id();
        files.attach(paper, List.of(file("b.pdf", PDF)));
        assertEquals(1, sheet().papers().get(0).files().size());
        model.removePaper(paper);
        assertEquals(List.of(), workspace.fabric().attachments());
        workspace.undo();
        assertEquals(1, sheet().papers().get(0).files().size());
    }

    @Test
    void nothingIsShownWithoutOneParcel() {
        workspace.select(List.of());
        assertEquals(null, model.sheetProperty().get());
    }
}
