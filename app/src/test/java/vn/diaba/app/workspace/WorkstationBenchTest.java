package vn.diaba.app.workspace;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.sample.SampleWard;
import vn.diaba.exchange.drawing.CadastralMap;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.parcel.ImportReport;
import vn.diaba.exchange.parcel.ParcelImport;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.paint.MapPainter;
import vn.diaba.map.paint.PaintSignal;
import vn.diaba.map.view.Viewport;
import vn.diaba.store.key.Keys;
import vn.diaba.store.workspace.WorkspaceSpec;

/** What the main job costs at about 100,000 parcels; {@code -Dbench.file=F.shp} takes a coverage of your own. */
@Tag("bench")
class WorkstationBenchTest {
    private final List<String> table = new ArrayList<>();

    private interface Step<T> {
        T run() throws Exception;
    }

    private <T> T timed(String what, Step<T> step) throws Exception {
        long cpu = cpu();
        long wall = System.nanoTime();
        T result = step.run();
        table.add("%-44s %8.2f s wall %8.2f s CPU"
                .formatted(what, (System.nanoTime() - wall) / 1e9, (cpu() - cpu) / 1e9));
        return result;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long usedHeap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Path coverage(Path folder, Setting setting) throws Exception {
        String given = System.getProperty("bench.file");
        if (given != null) {
            return Path.of(given);
        }
        WorkspaceSpec spec = new WorkspaceSpec("bench", SampleWard.EPSG, "", 500);
        Path file = folder.resolve("coverage.shp");
        try (OpenWorkspace open = OpenWorkspace.create(folder.resolve("source"), spec, setting)) {
            FabricBuilder builder = new FabricBuilder(open.fabric(), IdBlock.seeded(6), 0);
            SampleWard.clean(1, 100_000).forEach(builder::add);
            open.session()
                    .execute(
                            new vn.diaba.cadastre.command.AddParcels(
                                    builder.build().changes(), UUID.randomUUID()),
                            List.of());
            new Outputs(open).parcels(file, Progress.NONE);
        }
        return file;
    }

    @Test
    void theMainJobAtAHundredThousandParcels(@TempDir Path folder) throws Exception {
        Setting setting =
                new Setting("bench", Clock.systemUTC(), Keys.in(folder.resolve("keys")), CrsCatalog.standard());
        Path file = coverage(folder, setting);
        Path workspace = folder.resolve("workspace");
        WorkspaceSpec spec = new WorkspaceSpec("bench", SampleWard.EPSG, "", 500);
        long before = usedHeap();
        try (OpenWorkspace open = OpenWorkspace.create(workspace, spec, setting)) {
            timed("import a shapefile into the store", () -> {
                IssueLog issues = new IssueLog();
                try (FeatureTable rows =
                        Formats.standard(setting.clock()).reader(file).open(file, ReadOptions.DEFAULT, issues)) {
                    ImportReport report = new ParcelImport(setting.catalog(), open.crs())
                            .read(
                                    rows,
                                    ImportOptions.DEFAULT,
                                    new ParcelImport.Target(open.fabric(), IdBlock.fresh(setting.clock())),
                                    issues,
                                    Progress.NONE);
                    return open.session().execute(report.command(), List.of());
                }
            });
            int parcels = open.fabric().parcelCount();
            assertTrue(parcels > 1000, "a bench on nothing says nothing");
            table.add("%-44s %8d".formatted("parcels", parcels));
            table.add("%-44s %8d".formatted("corners", open.fabric().cornerCount()));
            table.add("%-44s %8d B (fabric, store and caches of an open workspace)"
                    .formatted("heap a parcel", (usedHeap() - before) / parcels));
            for (int i = 0; i < 3; i++) {
                CheckReport report = timed("check all rules", () -> open.rules().check(open.fabric(), Scope.ALL));
                table.add("%-44s %s".formatted("  found", report.byRule()));
            }
            draw(open.fabric());
            edits(open);
        }
        try (OpenWorkspace open = timed("open to the land", () -> OpenWorkspace.open(workspace, setting))) {
            timed("  first picture, full extent", () -> paint(open.fabric(), 1));
        }
        StringBuilder text = new StringBuilder("\n");
        table.forEach(line -> text.append(line).append('\n'));
        java.util.logging.Logger.getLogger("bench").info(text.toString());
    }

    private void draw(Fabric land) throws Exception {
        for (int i = 0; i < 5; i++) {
            timed("draw 1920 x 1080, full extent", () -> paint(land, 1));
        }
        for (int i = 0; i < 5; i++) {
            timed("draw 1920 x 1080, 1/16 of the extent each way", () -> paint(land, 16));
        }
    }

    private static Object paint(Fabric land, double zoom) {
        LayerStack layers = CadastralMap.of(land, ParcelSet.SURVEYED);
        Viewport all = Viewport.fitted(layers.extent(), 1920, 1080);
        BufferedImage image = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_ARGB_PRE);
        return new MapPainter(96)
                .paint(layers, all.withMetresPerPixel(all.metresPerPixel() / zoom), image, PaintSignal.NEVER);
    }

    private void edits(OpenWorkspace open) throws Exception {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Corner corner = open.fabric().cornerAt((i * 7919) % open.fabric().cornerSlots());
            EastNorth to = new EastNorth(
                    corner.position().east() + 0.01, corner.position().north() + 0.01);
            MoveCorner move =
                    new MoveCorner(corner.id(), to, IdBlock.fresh(open.setting().clock()));
            long start = System.nanoTime();
            if (open.session().execute(move, List.of()) instanceof EditOutcome.Applied) {
                nanos.add(System.nanoTime() - start);
            }
        }
        nanos.sort(null);
        table.add("%-44s %8.2f ms median %8.2f ms p95 (%d of 200 applied)"
                .formatted(
                        "move a shared corner: plan, rules, durable",
                        nanos.get(nanos.size() / 2) / 1e6,
                        nanos.get(nanos.size() * 95 / 100) / 1e6,
                        nanos.size()));
    }
}
