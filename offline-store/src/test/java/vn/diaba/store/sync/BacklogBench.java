package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.store.workspace.Workspaces;

/** What it costs to say how many acts wait, with 10,000 of them in a case that is not handed in. */
@Tag("bench")
class BacklogBench {
    private static final Logger LOG = Logger.getLogger(BacklogBench.class.getName());
    private static final int ACTS = 10_000;
    private static final int RUNS = 9;

    @TempDir
    Path base;

    @Test
    void backlogOfTenThousandActs() throws Exception {
        CaseFile file = CaseFile.opened(new UUID(5, 5), "12/2026", "TN", List.of());
        try (TestDesk desk = new TestDesk(base)) {
            desk.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 20, 20, 1), 1));
            desk.edit(ChangeSet.planned(
                    UUID.randomUUID(), "open-case", List.of(new Change.RecordChange(file.id(), null, file))));
            for (int n = 0; n < ACTS; n++) {
                CornerId corner = desk.fabric().cornerAt(n % 400).id();
                desk.edit(desk.moved(corner, 0.001, 0).inCase(file.id()));
            }
            measure(desk, "not in the outbox yet");
            desk.store().sync().enqueue();
            measure(desk, "in the outbox");
            desk.store().sync().setApproval(true);
            measure(desk, "in a zone of approval");
            assertEquals(ACTS, desk.store().sync().backlog(desk.fabric()).forHandIn());
        }
    }

    private static void measure(TestDesk desk, String where) throws Exception {
        double[] millis = new double[RUNS];
        for (int n = 0; n < RUNS; n++) {
            long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            desk.store().sync().backlog(desk.fabric());
            millis[n] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6;
        }
        java.util.Arrays.sort(millis);
        LOG.info(ACTS + " acts " + where + ": CPU ms median " + millis[RUNS / 2] + ", least " + millis[0]);
    }
}
