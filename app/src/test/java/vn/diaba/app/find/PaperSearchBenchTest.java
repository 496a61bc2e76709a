package vn.diaba.app.find;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.search.SearchIndex;

/** What a search costs among a million papers, with the index of parcels there. */
@Tag("bench")
class PaperSearchBenchTest {
    private static final int PAPERS = 1_000_000;
    private static final int RUNS = 25;

    @Test
    void aParcelIsFoundByTheNumberOfOneOfAMillionPapers() {
        Fabric bare = TestFabrics.grid(10, 10);
        List<Parcel> parcels =
                IntStream.range(0, bare.parcelSlots()).mapToObj(bare::parcelAt).toList();
        IdBlock ids = IdBlock.seeded(11);
        Change[] added = new Change[PAPERS];
        for (int i = 0; i < PAPERS; i++) {
            Paper paper = Paper.of(ids.uuid(i + 1), "GCN-2025", "AA %08d".formatted(i))
                    .about(List.of(parcels.get(i % parcels.size()).id()));
            added[i] = new Change.RecordChange(paper.id(), null, paper);
        }
        Fabric land = bare.apply(ChangeSet.planned(ids.uuid(0), "add-paper", Arrays.asList(added)));
        SearchIndex.prepare(land, Progress.NONE);
        var threads = ManagementFactory.getThreadMXBean();
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long from = threads.getCurrentThreadCpuTime();
            int found = LandSearch.find(land, "aa%08d".formatted(run * 39_119)).size();
            millis[run] = (threads.getCurrentThreadCpuTime() - from) / 1e6;
            assertEquals(1, found);
        }
        double first = millis[0];
        Arrays.sort(millis);
        Logger.getLogger("bench")
                .info("1e6 papers: first %.1f ms, median %.1f ms, least %.1f ms CPU"
                        .formatted(first, millis[RUNS / 2], millis[0]));
    }
}
