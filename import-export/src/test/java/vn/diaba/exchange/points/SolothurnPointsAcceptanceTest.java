package vn.diaba.exchange.points;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.exchange.table.IssueLog;

/** The same 417 boundary points of a Swiss municipality in five files, and what instruments write. */
@Tag("acceptance")
class SolothurnPointsAcceptanceTest {
    /** CH1903+ / LV95, rounded outward. */
    private static final PlaneRange SWITZERLAND = new PlaneRange(2_480_000, 1_070_000, 2_840_000, 1_300_000);

    @TempDir
    private Path folder;

    private static Path data(String name) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("../shared/data"))) {
            folder = folder.getParent();
        }
        return folder.resolve("../shared/data").resolve(name);
    }

    @Test
    void fiveFilesGiveTheSamePoints() throws Exception {
        Set<EastNorth> expected = new HashSet<>();
        for (String line : Files.readAllLines(data("ch-solothurn-2549-av/grenzpunkte.csv"), StandardCharsets.UTF_8)) {
            if (!line.startsWith("id")) {
                String[] parts = line.split(",");
                expected.add(new EastNorth(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
            }
        }
        for (String name : new String[] {
            "grenzpunkte.csv",
            "grenzpunkte-penzd.txt",
            "grenzpunkte-pnez-space.txt",
            "grenzpunkte-semicolon-decimal-comma-latin1.csv",
            "grenzpunkte-tab-utf8bom.txt"
        }) {
            PointFile file = new PointTextReader(PointOptions.auto(SWITZERLAND), new IssueLog())
                    .read(data("ch-solothurn-2549-av/" + name));
            assertEquals(417, file.points().size(), name);
            assertEquals(expected, file.points().stream().map(FilePoint::place).collect(Collectors.toSet()), name);
        }
    }

    @Test
    void instrumentFilesAreRead() throws Exception {
        PointFile leica = GsiReader.read(data("survey-raw-total-station/leica-coords.gsi"), new IssueLog());
        assertEquals(
                new EastNorth(698_460.332, 173_419.641), leica.points().get(0).place());
        assertEquals("9001", leica.points().get(0).name());
        PointFile sdr = SdrReader.read(data("survey-raw-total-station/sdr33-20151125.sdr"), new IssueLog());
        assertEquals("STLEV", sdr.points().get(0).name());
        assertEquals(new EastNorth(6594.363, 15_102.106), sdr.points().get(0).place());
    }

    @Test
    void aHundredThousandPointsTakeSecondsNotMinutes() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            text.append(i)
                    .append(",")
                    .append(1_200_000 + i / 7.0)
                    .append(",")
                    .append(550_000 + i / 11.0)
                    .append(",5.1,GN\n");
        }
        Path path = Files.writeString(folder.resolve("many.csv"), text);
        long from = cpuNanos();
        PointFile file = new PointTextReader(PointOptions.auto(PlaneRange.VIETNAM), new IssueLog()).read(path);
        double seconds = (cpuNanos() - from) / 1e9;
        assertEquals(100_000, file.points().size());
        assertTrue(seconds < 3, () -> seconds + " s");
    }

    /** Time of this thread alone, whatever else the machine does. */
    private static long cpuNanos() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
