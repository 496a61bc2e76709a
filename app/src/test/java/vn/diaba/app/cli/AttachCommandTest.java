package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttachCommandTest extends OnSmallLand {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

    @Override
    String land() throws IOException {
        return console.workspaceOfSquares(home, 3);
    }

    private String file(String folder, String name, byte[] content) throws Exception {
        Path file = Files.createDirectories(home.resolve(folder)).resolve(name);
        return Files.write(file, content).toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> ids(String... arguments) {
        return Pattern.compile("\"id\" : \"([0-9a-f-]{36})\",\\s+\"of\"")
                .matcher(console.json(0, arguments))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void savingTheFilesOfWhatHasNoneSaysThatThereAreNone() {
        String out = home.resolve("out").toString();
        assertEquals(
                "Không có tệp đính kèm nào để ghi ra.",
                console.run(1, "attach", w, "save", "--of", "1/1", "--out", out).strip());
    }

    @Test
    void aFileIsAttachedListedSavedRenamedAndRemoved() throws Exception {
        assertEquals(1, console.run("attach", w, "list"));
        String photo = file("in", "mốc 3.png", PNG);
        String added = console.json(0, "attach", w, "add", photo, "--of", "1/1", "--remark", "mốc phía đông");
        assertTrue(added.contains("\"mediaType\" : \"image/png\"") && added.contains("\"bytes\" : 11"), added);
        assertTrue(added.contains("\"kind\" : \"parcel\"") && added.contains("\"here\" : true"), added);
        Path out = home.resolve("out.png");
        console.json(0, "attach", w, "save", "mốc 3.png", "--out", out.toString());
        assertArrayEquals(PNG, Files.readAllBytes(out));
        assertTrue(console.json(0, "attach", w, "set", "mốc 3.png", "--name", "mốc 4.png")
                .contains("mốc 4.png"));
        assertEquals(0, console.run("attach", w, "remove", "mốc 4.png"));
        assertEquals(1, console.run("attach", w, "list", "--of", "1/1"));
        assertEquals(0, console.run("undo", w));
        assertEquals(
                0,
                console.run(
                        "attach",
                        w,
                        "save",
                        "mốc 4.png",
                        "--out",
                        home.resolve("again.png").toString()));
    }

    @Test
    void severalFilesAreAttachedInOneStep() throws Exception {
        String a = file("in", "a.txt", bytes("a"));
        String b = file("in", "b.txt", bytes("b"));
        assertEquals(2, ids("attach", w, "add", a, b, "--of", "1/1").size());
        assertEquals(0, console.run("undo", w));
        assertEquals(1, console.run("attach", w, "list"));
    }

    @Test
    void filesOfOneNameGetDistinctNamesOnSaving() throws Exception {
        String x = file("x", "ảnh.txt", bytes("x"));
        String y = file("y", "ảnh.txt", bytes("y"));
        String z = file("z", "ẢNH.txt", bytes("z"));
        assertEquals(0, console.run("attach", w, "add", x, y, z, "--of", "1/1"));
        Path out = Files.createDirectories(home.resolve("out"));
        console.json(0, "attach", w, "save", "--of", "1/1", "--out", out.toString());
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(
                    Set.of("ảnh.txt", "ảnh (2).txt", "ẢNH (3).txt"),
                    files.map(path -> path.getFileName().toString()).collect(Collectors.toSet()));
        }
        assertEquals("x", Files.readString(out.resolve("ảnh.txt")));
        assertEquals("y", Files.readString(out.resolve("ảnh (2).txt")));
    }

    @Test
    void nothingIsReplacedUnlessAskedFor() throws Exception {
        String a = file("in", "a.txt", bytes("mới"));
        String b = file("in", "b.txt", bytes("b"));
        console.json(0, "attach", w, "add", b, a, "--of", "1/1");
        Path out = Files.createDirectories(home.resolve("out"));
        Files.writeString(out.resolve("a.txt"), "cũ");
        assertTrue(console.json(3, "attach", w, "save", "--of", "1/1", "--out", out.toString())
                .contains("save-would-replace"));
        assertEquals("cũ", Files.readString(out.resolve("a.txt")));
        assertTrue(Files.notExists(out.resolve("b.txt")), "no half of what was asked for");
        console.json(0, "attach", w, "save", "--of", "1/1", "--out", out.toString(), "--overwrite");
        assertEquals("mới", Files.readString(out.resolve("a.txt")));
    }

    @Test
    void aNameThatNotEverySystemKeepsIsMendedWithAWord() throws Exception {
        String bad = file("in", "CON", bytes("1"));
        String turned = file("in", "anh\u202Egnp.exe", bytes("2"));
        assertEquals(0, console.run("attach", w, "add", bad, turned, "--of", "1/1"));
        assertTrue(console.err().contains("\"_CON\""), console.err());
        String listed = console.json(0, "attach", w, "list");
        assertTrue(listed.contains("anh_gnp.exe") && !listed.contains("\u202E"), listed);
        for (String name : new String[] {"../../x", "a/b", "NUL", "a\u0000b", "con.txt", "x".repeat(300)}) {
            assertTrue(
                    console.json(3, "attach", w, "set", "_CON", "--name", name).contains("attachment-name-wrong"),
                    name);
        }
    }

    @Test
    void whatAFileBelongsToIsNeverGuessed() throws Exception {
        console.json(0, "case", w, "open", "--number", "1/1", "--kind", "CN");
        String a = file("in", "a.txt", bytes("a"));
        String error = console.json(3, "attach", w, "add", a, "--of", "1/1");
        assertTrue(error.contains("owner-ambiguous") && error.contains("parcel:1/1"), error);
        assertTrue(console.json(0, "attach", w, "add", a, "--of", "case:1/1").contains("\"kind\" : \"case\""));
        console.json(0, "paper", w, "add", "--type", "GCN-2025", "--number", "AA 00476432");
        assertTrue(console.json(0, "attach", w, "add", a, "--of", "AA00476432").contains("\"kind\" : \"paper\""));
        assertTrue(console.json(3, "attach", w, "add", a, "--of", "9/9").contains("owner-not-found"));
        assertTrue(console.json(3, "attach", w, "remove", "a.txt").contains("attachment-ambiguous"));
        assertTrue(console.json(3, "attach", w, "add", home.resolve("none").toString(), "--of", "1/2")
                .contains("content-unreadable"));
        assertEquals(2, console.run("attach", w, "add", a));
    }

    @Test
    void aRemovedPaperTakesItsFilesAlong() throws Exception {
        console.json(0, "paper", w, "add", "--type", "HD-CN", "--number", "12");
        console.json(0, "attach", w, "add", file("in", "a.txt", bytes("a")), "--of", "paper:12");
        assertTrue(console.json(0, "paper", w, "list").contains("\"attachments\" : 1"));
        console.json(0, "paper", w, "remove", "12");
        assertEquals(1, console.run("attach", w, "list"));
    }

    @Test
    void eachSavingIsWrittenDown() throws Exception {
        console.json(0, "attach", w, "add", file("in", "a.txt", bytes("a")), "--of", "1/1");
        console.json(
                0, "attach", w, "save", "a.txt", "--out", home.resolve("b.txt").toString());
        assertTrue(Files.readString(Path.of(w).resolve("persons-released.log")).contains("attachment"));
    }
}
