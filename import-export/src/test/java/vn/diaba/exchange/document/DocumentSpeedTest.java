package vn.diaba.exchange.document;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.parcel.ParcelTable;

/** CPU seconds of this process: 500 extracts in a fabric of 10,000 parcels, and a list of 100,000 parcels, three times. */
@Tag("bench")
class DocumentSpeedTest {
    private static final int EXTRACTS = 500;

    @TempDir
    Path folder;

    @Test
    void fiveHundredExtracts() throws Exception {
        Fabric land = Wards.lots(100, 100);
        List<ParcelId> parcels =
                new ParcelTable(land, parcel -> true, false).parcels().subList(4000, 4000 + EXTRACTS);
        double[] each = new double[3];
        long bytes = 0;
        for (int run = 0; run < each.length; run++) {
            ExtractComposer composer = new ExtractComposer(land, Wards.office(), false);
            PdfExtractWriter writer = new PdfExtractWriter(land);
            Path file = folder.resolve("one.pdf");
            long start = cpuNanos();
            for (ParcelId parcel : parcels) {
                writer.write(List.of(composer.compose(parcel)), PdfExtractWriter.FITTING, file);
            }
            each[run] = (cpuNanos() - start) / 1e6 / EXTRACTS;
            bytes = Files.size(file);
        }
        Arrays.sort(each);
        report("extract: min %.1f ms, median %.1f ms CPU, %d bytes", each[0], each[1], bytes);
    }

    @Test
    void aListOfOneHundredThousand() throws Exception {
        Fabric land = Wards.lots(400, 250);
        double[] seconds = new double[3];
        for (int run = 0; run < seconds.length; run++) {
            long start = cpuNanos();
            new ParcelListWriter().write(land, parcel -> true, false, folder.resolve("list.xlsx"), Progress.NONE);
            seconds[run] = (cpuNanos() - start) / 1e9;
        }
        Arrays.sort(seconds);
        report("list: min %.2f s, median %.2f s CPU", seconds[0], seconds[1]);
    }

    private static void report(String format, Object... figures) {
        Logger.getLogger("bench").info(() -> String.format(format, figures));
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
