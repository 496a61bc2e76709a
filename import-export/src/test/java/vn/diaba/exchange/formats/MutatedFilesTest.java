package vn.diaba.exchange.formats;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.TestFiles;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableSchema;

/** Files with bytes changed, lost, doubled: read, or refused with a code; never a crash, never for ever. */
class MutatedFilesTest {
    private static final int IN_VERIFY = 300;
    private static final int IN_SOAK = 10_000;

    @TempDir
    Path folder;

    private final Formats formats = Formats.standard(Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(strings = {"shp", "shx", "dbf", "gpkg", "geojson", "dxf"})
    void threeHundredMutationsOfEachPart(String part) throws Exception {
        mutate(part, IN_VERIFY, 1);
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(strings = {"shp", "shx", "dbf", "gpkg", "geojson", "dxf"})
    void tenThousandMutationsOfEachPart(String part) throws Exception {
        mutate(part, IN_SOAK, 2);
    }

    private void mutate(String part, int times, long seed) throws Exception {
        Path opened = original(part);
        Path mutated = opened.resolveSibling("a." + part);
        byte[] sound = Files.readAllBytes(mutated);
        SplittableRandom random = new SplittableRandom(seed);
        int read = 0;
        for (int i = 0; i < times; i++) {
            Files.write(mutated, mutation(sound, random));
            read += assertTimeoutPreemptively(Duration.ofSeconds(10), () -> isRead(opened)) ? 1 : 0;
        }
        // A mutation that always breaks the file tests only its first check.
        assertTrue(read > times / 100, read + " of " + times + " read");
    }

    private boolean isRead(Path path) {
        try (FeatureTable table = formats.reader(path).open(path, ReadOptions.DEFAULT, new IssueLog())) {
            int rows = 0;
            while (table.next() != null) {
                assertTrue(++rows < 100_000);
            }
            return true;
        } catch (ImportException expected) {
            return false;
        }
    }

    private static byte[] mutation(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        for (int n = random.nextInt(1, 5); n > 0; n--) {
            // Half of the mutations go to the head, where lengths and counts are.
            int at = random.nextInt(random.nextBoolean() ? Math.min(200, bytes.length) : bytes.length);
            switch (random.nextInt(6)) {
                case 0:
                    bytes[at] = (byte) random.nextInt(256);
                    break;
                case 1:
                    bytes[at] ^= (byte) (1 << random.nextInt(8));
                    break;
                case 2:
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0xFF);
                    break;
                case 3:
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 4), (byte) 0);
                    break;
                case 4:
                    bytes[at] = 0x7F;
                    break;
                default:
                    bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, Math.max(1, at)) : bytes;
                    break;
            }
        }
        return bytes;
    }

    /** A sound file; for a part of a shapefile the file to be opened is the .shp. */
    private Path original(String part) throws Exception {
        if (List.of("shp", "shx", "dbf").contains(part)) {
            TestFiles.shapefile(folder, "polygons-zm");
            for (String each : List.of("shp", "shx", "dbf", "prj", "cpg")) {
                Files.move(folder.resolve("polygons-zm." + each), folder.resolve("a." + each));
            }
            return folder.resolve("a.shp");
        }
        if (part.equals("dxf")) {
            return TestFiles.copy(folder, "dxf", "a", "dxf");
        }
        Path file = folder.resolve("a." + part);
        formats.writer(file).write(table(), file, new IssueLog(), Progress.NONE);
        return file;
    }

    private static FeatureTable table() throws IOException {
        List<Column> columns = List.of(
                Column.of("sheet", ColumnType.TEXT),
                Column.of("area", ColumnType.DECIMAL),
                Column.of("day", ColumnType.DATE));
        double[] xy = {0, 0, 10, 0, 10, 10, 0, 0, 2, 1, 3, 2, 3, 1, 2, 1, 20, 20, 30, 20, 30, 30, 20, 20};
        RawShape shape = new RawShape(ShapeKind.POLYGONS, xy, new int[] {0, 4, 8, 12}, new int[] {0, 2, 3});
        Object[] values = {"Đất ở", new BigDecimal("245.80"), LocalDate.of(2024, 2, 29)};
        List<Row> rows = List.of(new Row(1, shape, values), new Row(2, shape, values), new Row(3, null, values));
        return new FeatureTable(
                new TableSchema("a", columns, ShapeKind.POLYGONS, CrsHint.ofEpsg(9210)), RowSource.of(rows));
    }
}
