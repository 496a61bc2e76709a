package vn.diaba.app.attach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandAddress;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.app.paper.FileIntake;
import vn.diaba.app.sync.TwoOffices;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.sync.Resolution;

/** A parcel of 100 m² that files are attached to. */
class FilesViewModelTest {
    private static final String SHAPE =
            "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))";
    private static final byte[] PDF = "%PDF-1.4\nmột trang".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path home;

    @TempDir
    private Path temporary;

    private final List<Path> seen = new ArrayList<>();
    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private FilesViewModel model = null;

    @BeforeEach
    void open() {
        model = new FilesViewModel(workspace, TestLand.tongue(), TestLand.CLOCK, new OpenedFiles(temporary, seen::add));
        workspace.open(TestLand.opener(home, SHAPE));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private UUID owner() {
        return TestFabrics.byNumber(workspace.fabric(), "1").id().uuid();
    }

    private List<AttachedFile> files() {
        return model.filesOf(owner());
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(home.resolve(name), content);
    }

    private UUID attached(String name, byte[] content) throws IOException {
        model.attach(owner(), List.of(file(name, content)));
        return files().get(0).id();
    }

    private String said() {
        return workspace.noticeProperty().get().refusal().code();
    }

    @Test
    void filesAreAttachedInOneStep() throws IOException {
        model.attach(owner(), List.of(file("b.pdf", PDF), file("a.txt", new byte[] {'a'})));
        assertEquals(
                List.of("a.txt", "b.pdf"),
                files().stream().map(AttachedFile::name).toList());
        assertEquals("1 B", files().get(0).size());
        workspace.undo();
        assertEquals(List.of(), files());
    }

    @Test
    void aFileIsOpenedFromAFolderOnlyItsUserCanRead() throws IOException {
        model.open(attached("giấy.exe", PDF));
        assertEquals("giấy.pdf", seen.get(0).getFileName().toString());
        assertArrayEquals(PDF, Files.readAllBytes(seen.get(0)));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Path own = seen.get(0).getParent().getParent();
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
        }
    }

    @Test
    void whatAKilledProgramLeftIsRemovedAtTheNextOpening() throws IOException {
        // No process has this number: the largest a 64-bit Linux gives out is 4194304.
        Path left = Files.createDirectory(temporary.resolve("diaba-open-99999999-1"));
        Files.write(left.resolve("so do.jpg"), PDF);
        model.open(attached("a.pdf", PDF));
        assertFalse(Files.exists(left));
    }

    @Test
    void whatCannotBeLookedAtIsNotOpenedAndLeavesNothing() throws IOException {
        model.open(attached("a.pdf", new byte[] {1, 0, 2}));
        assertEquals(List.of(), seen);
        assertEquals(
                "attachment-not-opened",
                workspace.noticeProperty().get().refusal().code());
        try (var all = Files.walk(temporary)) {
            assertEquals(0, all.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void aSavedFileIsTheOneThatWasAttached() throws IOException {
        UUID id = attached("a.pdf", PDF);
        Path target = home.resolve("ngoài.pdf");
        model.save(id, target);
        assertArrayEquals(PDF, Files.readAllBytes(target));
        assertEquals(
                "card-file-saved", workspace.noticeProperty().get().refusal().code());
    }

    @Test
    void aNameNoSystemCanKeepIsAlteredAndThatIsTold() throws IOException {
        model.attach(owner(), List.of(file("so do: lan 2.pdf", PDF)));
        assertEquals("attachment-renamed", said());
        assertFalse(files().get(0).name().contains(":"), files().get(0).name());
        model.attach(owner(), List.of(file("a?.txt", PDF), file("b|.txt", PDF)));
        assertEquals("attachments-renamed", said());
        assertEquals(2, workspace.noticeProperty().get().refusal().arguments().get(0));
        model.attach(owner(), List.of(file("c.txt", PDF)));
        assertEquals(null, workspace.noticeProperty().get());
    }

    /** Minh attaches a file to the parcel and sends it; here it comes without its content. */
    private AttachedFile fromMinh() throws Exception {
        TwoOffices offices = new TwoOffices(home);
        workspace.change(
                open -> {
                    offices.load(open);
                    offices.minhDoes(there -> take(there, "biên bản.pdf"));
                    new LandAddress(offices.url(), "", null).keep(open.store().folder());
                    try (LandLine line = LandLine.open(offices.url(), open, Credentials.NONE)) {
                        return line.sync(open, Resolution.ASK, Progress.NONE);
                    }
                },
                outcome -> {});
        return files().get(0);
    }

    private EditCommand take(OpenWorkspace there, String name) {
        UUID parcel = TestFabrics.byNumber(there.fabric(), "1").id().uuid();
        IdBlock ids = IdBlock.fresh(TestLand.CLOCK);
        try {
            return new FileIntake(there.store().contents())
                    .take(List.of(file(name, PDF)), parcel, "", ids)
                    .act();
        } catch (StoreException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aContentStillAtTheLandDatabaseIsFetchedWhenItIsOpened() throws Exception {
        AttachedFile away = fromMinh();
        assertEquals("biên bản.pdf", away.name());
        assertFalse(away.isHere());
        model.open(away.id());
        assertArrayEquals(PDF, Files.readAllBytes(seen.get(0)));
        assertTrue(files().get(0).isHere());
    }

    @Test
    void aContentStillAtTheLandDatabaseIsFetchedWhenItIsSaved() throws Exception {
        AttachedFile away = fromMinh();
        Path target = home.resolve("ngoài.pdf");
        model.save(away.id(), target);
        assertArrayEquals(PDF, Files.readAllBytes(target));
        assertTrue(files().get(0).isHere());
    }

    @Test
    void withoutALandDatabaseAMissingContentIsToldByTheNameOfItsFile() {
        UUID id = new UUID(7, 7);
        Attachment lost = new Attachment(id, owner(), "mất.pdf", "application/pdf", 3, "ab".repeat(32), "");
        workspace.submit(new vn.diaba.cadastre.paper.AddAttachment(lost, IdBlock.fresh(TestLand.CLOCK)), outcome -> {});
        assertFalse(files().get(0).isHere());
        model.open(id);
        assertEquals("attachment-no-land-database", said());
        assertEquals(
                List.of("mất.pdf"), workspace.noticeProperty().get().refusal().arguments());
        assertEquals(List.of(), seen);
    }
}
