package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files the office gives, taken to the field and kept new by syncs over a server. */
class OfficeFilesCommandTest {
    @TempDir
    Path home;

    private CommandOffice office;
    private String field;

    @BeforeEach
    void open() throws Exception {
        office = new CommandOffice(home, 6, 2);
        field = office.folder("field");
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    private void give(String name, String text) throws Exception {
        Path file = Files.writeString(home.resolve("given"), text);
        office.ok("central", "office", "put", file.toString(), "--as", name, "--dir", office.dir());
    }

    private String here(String name) throws Exception {
        return Files.readString(Path.of(field).resolve(name));
    }

    private String take(String... more) {
        String[] line = {"take", field, "--central", office.url(), "--user", "an", "--sheets", "2", "--margin", "1"};
        String[] all = java.util.Arrays.copyOf(line, line.length + more.length);
        System.arraycopy(more, 0, all, line.length, more.length);
        return office.out(all);
    }

    private String sync() {
        return office.out("sync", field, "--central", office.url(), "--json");
    }

    private static String data(String version) {
        return "{\"format\":\"diaba-office\",\"version\":\"" + version + "\"}";
    }

    @Test
    void takeBringsThemAndASyncOnlyWhatIsNew() throws Exception {
        give("office.json", data("một"));
        give("basemap/nen.tif", "ảnh");
        String told = take("--dry-run");
        assertTrue(told.contains("2 tệp dùng chung"), told);
        take();
        assertEquals("ảnh", here("basemap/nen.tif"));
        assertEquals(data("một"), here("office.json"));
        give("office.json", data("hai"));
        String synced = sync();
        assertTrue(synced.contains("\"brought\" : [ \"office.json\" ]"), synced);
        assertEquals(data("hai"), here("office.json"));
        String again = sync();
        assertFalse(again.contains("brought"), again);
    }

    @Test
    void aFileAlteredHereIsKeptAndOneTheOfficeWithdrawsGoes() throws Exception {
        give("basemap/a.tif", "a1");
        give("basemap/b.tif", "b1");
        take();
        Files.writeString(Path.of(field, "basemap", "a.tif"), "của tôi");
        give("basemap/a.tif", "a2");
        office.ok("central", "office", "remove", "basemap/b.tif", "--dir", office.dir());
        String synced = sync();
        assertTrue(synced.contains("\"kept\" : [ \"basemap/a.tif\" ]"), synced);
        assertTrue(synced.contains("\"removed\" : [ \"basemap/b.tif\" ]"), synced);
        assertEquals("của tôi", here("basemap/a.tif"));
        assertFalse(Files.exists(Path.of(field, "basemap", "b.tif")));
    }

    @Test
    void officeDataThatCannotBeUsedIsNotGiven() throws Exception {
        Path file = Files.writeString(home.resolve("office.json"), "{\"format\":\"khác\"}");
        String said = office.refused("central", "office", "put", file.toString(), "--dir", office.dir());
        assertTrue(said.contains("office.json"), said);
        String listed = office.out("central", "office", "list", "--dir", office.dir());
        assertTrue(listed.contains("chưa có tệp"), listed);
        assertEquals(
                2,
                office.console()
                        .run("central", "office", "put", file.toString(), "--as", "../x", "--dir", office.dir()));
    }
}
