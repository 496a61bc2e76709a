package vn.diaba.store.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;

/** Seconds of import and opening, milliseconds of a durable edit, on a lattice of 1e5 parcels. */
@Tag("bench")
class StoreBench {
    private static final Logger LOG = Logger.getLogger(StoreBench.class.getName());

    @TempDir
    Path base;

    private static double cpuSeconds() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    @Test
    void aHundredThousandParcels() throws Exception {
        Workspaces.create(base.resolve("warm")).close();
        AddedLand added = Workspaces.lattice(Fabric.empty(), 320, 313, 1);
        double cpu = cpuSeconds();
        long wall = System.nanoTime();
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(added, 1));
            report("import", wall, cpu);
            edits(store);
            cpu = cpuSeconds();
            wall = System.nanoTime();
        }
        report("close", wall, cpu);
        for (int run = 0; run < 5; run++) {
            cpu = cpuSeconds();
            wall = System.nanoTime();
            try (WorkspaceStore store = Workspaces.open(base)) {
                report("open", wall, cpu);
                assertEquals(320 * 313, store.fabric().parcelCount());
            }
        }
        try (Stream<Path> files = Files.walk(base.resolve("w"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                LOG.info(file.getFileName() + " " + Files.size(file) / 1000 + " kB");
            }
        }
    }

    private static void edits(WorkspaceStore store) throws Exception {
        Random random = new Random(1);
        double[] millis = new double[400];
        for (int n = 0; n < millis.length; n++) {
            Corner corner =
                    store.fabric().cornerAt(random.nextInt(store.fabric().cornerSlots()));
            EastNorth to = new EastNorth(
                    corner.position().east() + 0.1, corner.position().north());
            ChangeSet move = ChangeSet.planned(
                    new UUID(6, n),
                    "move-corner",
                    List.of(new Change.CornerChange(corner.id(), corner, corner.movedTo(to))));
            long start = System.nanoTime();
            store.journal().append(move);
            millis[n] = (System.nanoTime() - start) / 1e6;
        }
        double[] later = Arrays.copyOfRange(millis, 100, millis.length);
        Arrays.sort(later);
        LOG.info(String.format(
                "edit: median %.1f ms, p95 %.1f ms", later[later.length / 2], later[later.length * 95 / 100]));
    }

    private static void report(String what, long wall, double cpu) {
        LOG.info(String.format(
                "%s: %.2f s wall, %.2f s CPU", what, (System.nanoTime() - wall) / 1e9, cpuSeconds() - cpu));
    }
}
