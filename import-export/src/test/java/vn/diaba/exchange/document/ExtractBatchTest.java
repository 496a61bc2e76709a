package vn.diaba.exchange.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.parcel.ParcelTable;

class ExtractBatchTest {
    private final Fabric land = Wards.lots(10, 1);
    private final List<ParcelId> parcels = new ParcelTable(land, parcel -> true, false).parcels();

    @TempDir
    Path folder;

    private ExtractBatch batch(Fabric of) {
        return new ExtractBatch(new ExtractComposer(of, Wards.office(), false), new PdfExtractWriter(of));
    }

    /** Stops before the given parcel. */
    private static Progress stoppedAfter(int count) {
        return new Progress() {
            private int asked;

            @Override
            public void done(long done, long of) {}

            @Override
            public void checkCancelled() {
                if (asked++ == count) {
                    throw new CancelledException();
                }
            }
        };
    }

    @Test
    void everyParcelHasItsFileAndItsLine() throws Exception {
        ExtractBatch.Outcome outcome = batch(land).run(parcels, folder.resolve("out"), 0, false, Progress.NONE);
        assertEquals(10, outcome.files().size());
        assertTrue(outcome.files().get(1).getFileName().toString().startsWith("25747-12-2-"));
        List<String> manifest = Files.readAllLines(folder.resolve("out/manifest.csv"));
        assertEquals(11, manifest.size());
        try (var files = Files.list(folder.resolve("out"))) {
            assertEquals(11, files.count());
        }
    }

    @Test
    void aStoppedRunGoesOnWhereItWasAndEndsTheSame() throws Exception {
        batch(land).run(parcels, folder.resolve("whole"), 0, false, Progress.NONE);
        Path stopped = folder.resolve("stopped");
        assertThrows(CancelledException.class, () -> batch(land).run(parcels, stopped, 0, false, stoppedAfter(4)));
        assertFalse(Files.exists(stopped.resolve("manifest.csv")));
        Files.write(stopped.resolve(fileOf(0)), new byte[] {1});
        ExtractBatch.Outcome outcome = batch(land).run(parcels, stopped, 0, true, Progress.NONE);
        assertEquals(3, outcome.kept());
        assertEquals(10, outcome.files().size());
        try (var files = Files.list(folder.resolve("whole"))) {
            for (Path file : files.toList()) {
                assertEquals(-1, Files.mismatch(file, stopped.resolve(file.getFileName())), file.toString());
            }
        }
    }

    private String fileOf(int parcel) {
        return ExtractBatch.fileName(land.parcel(parcels.get(parcel)));
    }

    @Test
    void anotherLandIsWrittenAnew() throws Exception {
        batch(land).run(parcels, folder, 0, false, Progress.NONE);
        assertEquals(
                10, batch(land).run(parcels, folder, 0, true, Progress.NONE).kept());
        assertEquals(
                0, batch(land).run(parcels, folder, 500, true, Progress.NONE).kept());
    }

    @Test
    void whatDoesNotFitIsSkippedAndNamed() throws Exception {
        Fabric street = Wards.street();
        List<ParcelId> all = new ParcelTable(street, parcel -> true, false).parcels();
        ExtractBatch.Outcome outcome = batch(street).run(all, folder, 300, false, Progress.NONE);
        assertEquals(3, outcome.files().size());
        assertEquals(
                List.of("12/90", "12/130"),
                outcome.skipped().stream().map(ExtractBatch.Skipped::label).toList());
        assertTrue(Files.readString(folder.resolve("manifest.csv")).contains("scale-too-large"));
    }

    /** 100 extracts leave less than 12 MB behind in one writer: fonts, letters, styles. */
    @Test
    void theHeapDoesNotGrowWithTheBatch() throws Exception {
        Fabric lots = Wards.lots(20, 5);
        List<ParcelId> all = new ParcelTable(lots, parcel -> true, false).parcels();
        ExtractBatch batch = batch(lots);
        batch.run(all.subList(0, 5), folder, 0, false, Progress.NONE);
        long before = usedBytes();
        batch.run(all, folder, 0, false, Progress.NONE);
        long grown = usedBytes() - before;
        assertTrue(grown < 12_000_000, grown + " bytes");
        assertEquals(100, all.size());
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
