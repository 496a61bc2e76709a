package vn.diaba.cadastre.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.Paper;

/** What registering one more costs where there are a hundred thousand papers. */
@Tag("bench")
class PaperGuardBenchTest {
    private static final int PAPERS = 100_000;
    private static final int RUNS = 25;

    @Test
    void onePaperMoreIsPlanned() throws Exception {
        IdBlock ids = IdBlock.seeded(11);
        Change[] added = new Change[PAPERS];
        for (int i = 0; i < PAPERS; i++) {
            Paper paper = Paper.of(ids.uuid(i + 1), "GCN-2025", "AA %08d".formatted(i));
            added[i] = new Change.RecordChange(paper.id(), null, paper);
        }
        Fabric land = Fabric.empty().apply(ChangeSet.planned(ids.uuid(0), "add-paper", Arrays.asList(added)));
        var threads = ManagementFactory.getThreadMXBean();
        double[] millis = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            Paper fresh = Paper.of(new UUID(9, run), "GCN-2025", "AA %08d".formatted(PAPERS + run));
            long from = threads.getCurrentThreadCpuTime();
            ChangeSet act = new AddPaper(fresh, IdBlock.seeded(12 + run)).plan(land);
            millis[run] = (threads.getCurrentThreadCpuTime() - from) / 1e6;
            assertEquals(1, act.changes().size());
        }
        double first = millis[0];
        Arrays.sort(millis);
        Logger.getLogger("bench")
                .info("1e5 papers: first %.1f ms, median %.2f ms, least %.2f ms CPU"
                        .formatted(first, millis[RUNS / 2], millis[0]));
    }
}
