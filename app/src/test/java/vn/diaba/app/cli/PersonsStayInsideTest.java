package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.central.Central;
import vn.diaba.app.workspace.Setting;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.store.key.Keys;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServerSetting;

/**
 * A hundred persons come in with their parcels and all kinds of work are done. No file that was written meanwhile names
 * one of them: not the workspaces, not the office, not backups, not exports without people, not a log at its finest.
 */
class PersonsStayInsideTest {
    private static final int PERSONS = 100;
    /** In each of the names, identity numbers, telephone numbers and addresses. */
    private static final String NAME = "Kimtướcoanh";

    private static final String ID_NUMBER = "0790777";
    private static final String PHONE = "0987001";
    private static final String ADDRESS = "Hẻmchimyến";

    @TempDir
    Path base;

    private TestConsole console;

    private static String squares() {
        StringBuilder features = new StringBuilder();
        for (int i = 0; i < PERSONS; i++) {
            int w = 500_000 + 10 * (i % 10);
            int s = 1_200_000 + 10 * (i / 10);
            features.append(i == 0 ? "" : ",").append("""
                    {"type":"Feature","properties":{"sheet":"1","number":"%d","landUse":"ODT","TenChu":"Nguyễn Thị %s %d",
                      "SoDinhDanh":"%s%05d","DienThoai":"%s%03d","DiaChi":"Số %d %s"},
                     "geometry":{"type":"Polygon","coordinates":[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]}}
                    """.formatted(
                            i + 1, NAME, i, ID_NUMBER, i, PHONE, i, i, ADDRESS, w, s, w + 10, s, w + 10, s + 10, w,
                            s + 10, w, s));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    }

    /** Runs a line that fails; what it says names nobody whom the user did not name. */
    private void fails(String... arguments) {
        assertTrue(console.run(arguments) != 0, () -> String.join(" ", arguments));
        for (String word : List.of(NAME, ID_NUMBER, PHONE, ADDRESS)) {
            assertFalse(console.err().contains(word), console::err);
        }
    }

    @Test
    void noFileNamesAnyOfAHundredPersons() throws Exception {
        Path work = Files.createDirectories(base.resolve("work"));
        Path given = Files.createDirectories(base.resolve("given"));
        Path logs = Files.createDirectories(work.resolve("logs"));
        console = new TestConsole(work.resolve("home"))
                .set("DIABA_PASSWORD", "mật khẩu thử")
                .set("DIABA_USER", "Lan");
        Logger root = Logger.getLogger("");
        FileHandler log = new FileHandler(logs.resolve("finest.log").toString());
        log.setFormatter(new SimpleFormatter());
        log.setEncoding("UTF-8");
        log.setLevel(Level.ALL);
        root.addHandler(log);
        List<Logger> finest = Stream.of("vn.diaba", "org.h2", "org.flywaydb", "sun.net", "com.sun.net.httpserver")
                .map(Logger::getLogger)
                .toList();
        finest.forEach(logger -> logger.setLevel(Level.ALL));
        try {
            work(work, given);
        } finally {
            root.removeHandler(log);
            finest.forEach(logger -> logger.setLevel(null));
            log.close();
        }
        List<String> places = new ArrayList<>();
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String word : List.of(NAME, ID_NUMBER, PHONE, ADDRESS)) {
                    boolean isKept =
                            !word.equals(NAME) && !word.equals(ID_NUMBER) && file.startsWith(work.resolve("exports"));
                    if (!isKept && CanaryScan.finds(Files.readAllBytes(file), word)) {
                        places.add(word + " in " + work.relativize(file));
                    }
                }
            }
        }
        assertEquals(List.of(), places);
    }

    private void work(Path work, Path given) throws Exception {
        String first = work.resolve("w1").toString();
        String second = work.resolve("w2").toString();
        String dir = work.resolve("central").toString();
        Path file = given.resolve("squares.geojson");
        Files.writeString(file, squares());
        console.ok("new", first, "--crs", "9210", "--commune", "00123");
        console.ok(
                "import",
                first,
                file.toString(),
                "--crs",
                "9210",
                "--map",
                "landUser=TenChu,idNumber=SoDinhDanh,address=DiaChi",
                "-v");
        console.ok("find", first, NAME + " 7");
        console.ok("find", first, ID_NUMBER + "00007");
        fails("import", first, given.resolve("missing.geojson").toString(), "-v");
        fails("set", first, "1/1", "number=2", "-v");
        office(first, second, dir, Clock.fixed(Instant.parse("2026-11-02T01:00:00Z"), ZoneOffset.ofHours(7)));
        console.ok("set", first, "1/4", "landUse=CLN");
        console.ok("undo", first);
        console.ok("check", first, "--json");
        console.ok("backup", first);
        Path stick = Files.createDirectories(work.resolve("stick"));
        console.ok("backup", first, "--stick", stick.toString());
        Path exports = Files.createDirectories(work.resolve("exports"));
        for (String kind : List.of("geojson", "shp", "gpkg", "dxf")) {
            console.ok(
                    "export", first, "--to", exports.resolve("without." + kind).toString());
        }
        console.ok("info", first, "--json");
        console.ok("export", first, "--to", given.resolve("with.geojson").toString(), "--with-people");
        assertTrue(Files.readString(given.resolve("with.geojson")).contains(NAME), "as was asked for");
    }

    private void office(String first, String second, String dir, Clock clock) throws Exception {
        console.ok("central", "init", "embedded:" + dir);
        console.ok("central", "user", "add", "an", "--role", "admin", "--dir", dir);
        Setting setting = new Setting(
                "Trưởng",
                clock,
                Keys.in(console.folders().config()),
                CrsCatalog.standard(console.folders().epsgDatabase()));
        try (Central central = Central.open(Path.of(dir), setting);
                CentralServer server = central.serve(
                        ServerSetting.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), null))) {
            console.ok("central", "load", server.url(), first, "--user", "an");
            console.ok("new", second, "--crs", "9210", "--commune", "00123");
            console.ok("sync", second, "--central", server.url(), "--user", "an");
            console.ok("set", first, "1/3", "number=500");
            console.ok("set", first, "1/5", "address=Số 1 " + ADDRESS);
            console.ok("sync", first, "--central", server.url(), "-v");
            console.ok("sync", second, "--central", server.url(), "-v");
        }
        fails("sync", second, "-v");
    }
}
