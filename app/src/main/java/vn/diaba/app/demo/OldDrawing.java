package vn.diaba.app.demo;

import java.nio.file.Path;
import java.util.Map;
import vn.diaba.app.sample.ShippedSample;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.linework.BuildParcels;
import vn.diaba.cadastre.linework.Linework;
import vn.diaba.cadastre.linework.LineworkBuild;
import vn.diaba.cadastre.linework.LineworkOptions;
import vn.diaba.cadastre.linework.LineworkReport;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.sample.SampleWard;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.parcel.LevelMap;
import vn.diaba.exchange.parcel.LineworkImport;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.store.workspace.WorkspaceSpec;

/** Wednesday: an old drawing of lines and texts becomes parcels; what would move is said first. */
final class OldDrawing {
    private static final double TOLERANCE_METRES = 0.05;

    private final DemoSetting demo;

    OldDrawing(DemoSetting demo) {
        this.demo = demo;
    }

    void build() throws Exception {
        demo.teller().chapter("demo-drawing");
        Path file = ShippedSample.drawingInto(demo.out());
        WorkspaceSpec spec =
                new WorkspaceSpec(SampleWard.NAME, SampleWard.EPSG, SampleWard.COMMUNE_CODE, SampleWard.SCALE);
        try (OpenWorkspace open = OpenWorkspace.create(demo.out().resolve("workspace-drawing"), spec, demo.setting())) {
            long start = System.nanoTime();
            LineworkBuild built = LineworkBuild.of(
                    read(file, open),
                    new LineworkOptions(TOLERANCE_METRES, 2 * TOLERANCE_METRES, ParcelSet.SURVEYED, "12", ""),
                    open.fabric(),
                    IdBlock.fresh(open.setting().clock()),
                    Progress.NONE);
            LineworkReport report = built.report();
            demo.teller()
                    .say(
                            "demo-drawing-read",
                            file.getFileName(),
                            report.linesByLevel().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum(),
                            report.moves().count(),
                            report.moves().largestMetres());
            DemoLand.apply(
                    open,
                    new BuildParcels(
                            built.land(), IdBlock.fresh(open.setting().clock()).uuid(0)));
            CheckReport check = open.rules().check(open.fabric(), Scope.ALL);
            demo.teller()
                    .sayTimed(
                            start,
                            "demo-drawing-built",
                            report.faces(),
                            report.numbered(),
                            check.count(Severity.ERROR));
        }
    }

    private Linework read(Path file, OpenWorkspace open) throws Exception {
        IssueLog issues = new IssueLog();
        Linework lines = new Linework(ParcelSet.SURVEYED);
        ImportOptions options =
                new ImportOptions(open.crs().code(), Map.of(), ImportOptions.Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);
        try (FeatureTable table =
                Formats.standard(open.setting().clock()).reader(file).open(file, ReadOptions.DEFAULT, issues)) {
            new LineworkImport(open.setting().catalog(), open.crs(), LevelMap.of(Map.of()))
                    .read(table, options, lines, issues, Progress.NONE);
        }
        return lines;
    }
}
