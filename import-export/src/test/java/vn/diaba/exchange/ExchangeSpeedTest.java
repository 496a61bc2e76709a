package vn.diaba.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.geojson.GeoJsonReader;
import vn.diaba.exchange.geojson.GeoJsonWriter;
import vn.diaba.exchange.gpkg.GeoPackageReader;
import vn.diaba.exchange.gpkg.GeoPackageWriter;
import vn.diaba.exchange.shp.ShapefileReader;
import vn.diaba.exchange.shp.ShapefileWriter;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableReader;
import vn.diaba.exchange.table.TableSchema;
import vn.diaba.exchange.table.TableWriter;
import vn.diaba.exchange.xlsx.XlsxWriter;

/** CPU seconds of this process for 100,000 parcels of 7 vertices and 7 attributes, each format out and in, three times. */
@Tag("bench")
class ExchangeSpeedTest {
    private static final int PARCELS = 100_000;
    private static final List<Column> COLUMNS = List.of(
            Column.of("sheet", ColumnType.TEXT),
            Column.of("number", ColumnType.INTEGER),
            Column.of("landUse", ColumnType.TEXT),
            Column.of("area", ColumnType.DECIMAL),
            Column.of("address", ColumnType.TEXT),
            Column.of("user", ColumnType.TEXT),
            Column.of("code", ColumnType.TEXT));

    @TempDir
    Path folder;

    @Test
    void oneHundredThousandParcels() throws Exception {
        for (int run = 1; run <= 3; run++) {
            measure(new ShapefileWriter(), new ShapefileReader());
            measure(new GeoJsonWriter(), new GeoJsonReader());
            measure(new GeoPackageWriter(Clock.systemUTC()), new GeoPackageReader());
            measure(new XlsxWriter(), null);
        }
    }

    private void measure(TableWriter writer, @Nullable TableReader reader) throws Exception {
        Path file = folder.resolve("speed." + writer.id());
        long start = cpuNanos();
        assertEquals(PARCELS, writer.write(table(), file, new IssueLog(), Progress.NONE));
        long written = cpuNanos();
        if (reader != null) {
            assertEquals(PARCELS, count(reader.open(file, ReadOptions.DEFAULT, new IssueLog())));
        }
        long read = cpuNanos();
        Logger.getLogger("bench")
                .info(String.format(
                        "%s: written %.2f s, read %.2f s",
                        writer.id(), (written - start) / 1e9, (read - written) / 1e9));
    }

    private static int count(FeatureTable table) throws Exception {
        try (table) {
            int count = 0;
            while (table.next() != null) {
                count++;
            }
            return count;
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static FeatureTable table() {
        Iterator<Row> rows = LongStream.rangeClosed(1, PARCELS)
                .mapToObj(ExchangeSpeedTest::parcel)
                .iterator();
        return new FeatureTable(
                new TableSchema("thửa", COLUMNS, ShapeKind.POLYGONS, CrsHint.ofEpsg(9210)), RowSource.of(() -> rows));
    }

    private static Row parcel(long i) {
        double x = 500_000 + i % 400 * 20.1;
        double y = 1_100_000 + i / 400 * 25.3;
        RawShape shape =
                RawShape.ring(x, y, x + 10, y - 0.7, x + 20, y, x + 20, y + 25, x + 9, y + 26, x, y + 25, x, y);
        Object[] values = {
            String.format("%03d", i / 400),
            i % 400,
            i % 3 == 0 ? "ODT" : "LUC",
            BigDecimal.valueOf(4000 + i % 977, 1),
            "Khu phố " + i % 17 + ", xã Đất Đỏ",
            "Nguyễn Văn " + (char) ('A' + i % 26),
            "w3g" + Long.toString(i, 36)
        };
        return new Row(i, shape, values);
    }
}
