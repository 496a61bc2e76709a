package vn.diaba.exchange.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void theOldFileStaysUntilTheCommit() throws Exception {
        Files.writeString(folder.resolve("thửa đất.txt"), "old");
        try (AtomicFile file = new AtomicFile(folder.resolve("thửa đất.txt"))) {
            Files.writeString(file.stage("thửa đất.txt"), "new");
            assertEquals("old", Files.readString(folder.resolve("thửa đất.txt")));
            file.commit();
        }
        assertEquals("{thửa đất.txt=new}", contents());
    }

    @Test
    void withoutACommitNothingIsLeftBehind() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "old");
        try (AtomicFile file = new AtomicFile(folder.resolve("a.txt"))) {
            Files.writeString(file.stage("a.txt"), "half");
        }
        assertEquals("{a.txt=old}", contents());
    }

    @Test
    void allPartsAreReplacedAndObsoleteOnesGo() throws Exception {
        Files.writeString(folder.resolve("a.shp"), "old");
        Files.writeString(folder.resolve("a.qix"), "old");
        try (AtomicFile file = new AtomicFile(folder.resolve("a.shp"))) {
            Files.writeString(file.stage("a.shp"), "new");
            Files.writeString(file.stage("a.dbf"), "new");
            file.dropOnCommit("a.qix");
            file.commit();
        }
        assertEquals("{a.dbf=new, a.shp=new}", contents());
    }

    @Test
    void aPartThatCannotBeMovedPutsAllOldPartsBack() throws Exception {
        Files.writeString(folder.resolve("a.shp"), "old");
        Files.writeString(folder.resolve("a.qix"), "old");
        try (AtomicFile file = new AtomicFile(folder.resolve("a.shp"))) {
            Files.writeString(file.stage("a.shp"), "new");
            Path lost = file.stage("a.dbf");
            Files.writeString(lost, "new");
            file.dropOnCommit("a.qix");
            Files.createDirectory(folder.resolve("a.dbf"));
            Files.writeString(folder.resolve("a.dbf").resolve("in the way"), "");
            Files.delete(lost);
            assertThrows(IOException.class, file::commit);
            Files.delete(folder.resolve("a.dbf").resolve("in the way"));
            Files.delete(folder.resolve("a.dbf"));
        }
        assertEquals("{a.qix=old, a.shp=old}", contents());
    }

    @Test
    void badTargetsAreNamedBeforeAnythingIsWritten() {
        assertEquals(
                "target-is-a-folder",
                assertThrows(ExportException.class, () -> new AtomicFile(folder))
                        .code());
        assertEquals(
                "folder-missing",
                assertThrows(ExportException.class, () -> new AtomicFile(folder.resolve("no/a.shp")))
                        .code());
    }

    @Test
    void theFileSystemsWordsBecomeCodes() {
        Path target = Path.of("a.shp");
        assertEquals(
                "disk-full",
                AtomicFile.failure(target, new IOException("No space left on device"))
                        .code());
        assertEquals(
                "disk-full",
                AtomicFile.failure(target, new FileSystemException("a", null, "There is not enough space on the disk"))
                        .code());
        assertEquals(
                "target-not-writable",
                AtomicFile.failure(target, new AccessDeniedException("a.shp")).code());
        assertEquals(
                "write-failed",
                AtomicFile.failure(target, new IOException("Input/output error"))
                        .code());
    }

    private String contents() throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return found.toString();
    }
}
