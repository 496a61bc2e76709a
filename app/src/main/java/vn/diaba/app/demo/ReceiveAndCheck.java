package vn.diaba.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.app.sample.ShippedSample;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.remedy.FixPlan;
import vn.diaba.cadastre.remedy.Remedies;
import vn.diaba.cadastre.remedy.Remedy;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;
import vn.diaba.cadastre.sample.PlantedFault;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.object.LevelNames;
import vn.diaba.exchange.object.ObjectImport;
import vn.diaba.exchange.object.ObjectReport;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.parcel.ImportReport;
import vn.diaba.exchange.parcel.ParcelImport;
import vn.diaba.exchange.parcel.TableIntake;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.map.crs.CrsException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.workspace.CheckFacts;

/** Monday: the ward comes in as a file, and every planted fault is found. */
final class ReceiveAndCheck {
    private static final int HOUSE_WALL = 14;

    private final DemoSetting demo;
    private final OpenWorkspace open;
    private long received;

    ReceiveAndCheck(DemoSetting demo, OpenWorkspace open) {
        this.demo = demo;
        this.open = open;
    }

    void receive() throws IOException, ImportException, CrsException, DemoException, JournalException {
        demo.teller().chapter("demo-receive");
        Path file = ShippedSample.wardInto(demo.out());
        long start = System.nanoTime();
        ImportReport report = read(file, open);
        DemoLand.apply(open, report.command());
        demo.teller()
                .sayTimed(
                        start,
                        "demo-received",
                        file.getFileName(),
                        report.read(),
                        report.imported(),
                        report.skipped(),
                        open.fabric().cornerCount(),
                        open.fabric().sharedSideCount());
        receiveObjects();
        received = open.store().log().sequence();
    }

    private void receiveObjects() throws IOException, ImportException, CrsException, DemoException, JournalException {
        Path file = ShippedSample.objectsInto(demo.out());
        long start = System.nanoTime();
        IssueLog issues = new IssueLog();
        try (FeatureTable table =
                Formats.standard(open.setting().clock()).reader(file).open(file, ReadOptions.DEFAULT, issues)) {
            TableIntake.Target target = new TableIntake.Target(open.setting().catalog(), open.crs());
            IdBlock ids = IdBlock.fresh(open.setting().clock());
            ImportOptions options =
                    new ImportOptions(0, Map.of(), ImportOptions.Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);
            ObjectReport report =
                    new ObjectImport(target, new LevelNames(Map.of()), ids).read(table, options, issues, Progress.NONE);
            DemoLand.apply(open, report.command());
            demo.teller()
                    .sayTimed(
                            start,
                            "demo-objects",
                            file.getFileName(),
                            report.read(),
                            report.levels().getOrDefault(HOUSE_WALL, 0L),
                            report.skipped());
        }
    }

    /** How far the log had come when the ward was in. */
    long received() {
        return received;
    }

    /** Reads the ward's file for a workspace; land users too, because the person says which columns name them. */
    static ImportReport read(Path file, OpenWorkspace open) throws ImportException, CrsException {
        IssueLog issues = new IssueLog();
        ImportOptions options = new ImportOptions(
                0, ShippedSample.PERSON_COLUMNS, ImportOptions.Axes.EAST_NORTH, 0, ParcelSet.SURVEYED);
        try (FeatureTable table =
                Formats.standard(open.setting().clock()).reader(file).open(file, ReadOptions.DEFAULT, issues)) {
            ParcelImport.Target target = new ParcelImport.Target(
                    open.fabric(), IdBlock.fresh(open.setting().clock()));
            return new ParcelImport(open.setting().catalog(), open.crs())
                    .read(table, options, target, issues, Progress.NONE);
        }
    }

    CheckReport check() throws StoreException {
        demo.teller().chapter("demo-check");
        long start = System.nanoTime();
        Fabric land = open.fabric();
        CheckReport report = open.rules().check(land, Scope.ALL);
        open.store()
                .rememberCheck(new CheckFacts(
                        report.count(Severity.ERROR),
                        report.count(Severity.WARNING),
                        open.store().log().sequence()));
        List<PlantedFault> planted = ShippedSample.faults();
        List<String> missing = new ArrayList<>();
        for (PlantedFault fault : planted) {
            if (report.violations().stream().noneMatch(violation -> isOf(land, violation, fault))) {
                missing.add(fault.rule() + " " + fault.sourceIds());
            }
        }
        demo.teller()
                .sayTimed(
                        start,
                        "demo-checked",
                        land.parcelCount(),
                        planted.size() - missing.size(),
                        planted.size(),
                        report.count(Severity.ERROR),
                        report.count(Severity.WARNING));
        missing.forEach(fault -> demo.teller().say("demo-missed", fault));
        return report;
    }

    /** Mends what can be mended without moving a boundary more than the rules measure; each remedy is proven first. */
    void mend(CheckReport report) throws DemoException, JournalException {
        demo.teller().chapter("demo-mend");
        long start = System.nanoTime();
        Remedies remedies = new Remedies(
                open.rules(),
                () -> IdBlock.fresh(open.setting().clock()),
                LocalDate.now(open.setting().clock()));
        FixPlan plan = new FixPlan(
                remedies, open.fabric(), IdBlock.fresh(open.setting().clock()).uuid(0));
        plan.addSafe(
                report.violations().stream()
                        .filter(violation -> Remedies.mayBeSafe(violation.rule()))
                        .toList(),
                Progress.NONE);
        double farthest = plan.fixes().stream()
                .flatMap(fix -> fix.remedy().shifts().stream())
                .mapToDouble(Remedy.Shift::metres)
                .max()
                .orElse(0);
        DemoLand.apply(open, plan);
        demo.teller()
                .sayTimed(
                        start,
                        "demo-mended",
                        plan.fixes().size(),
                        farthest,
                        open.rules().check(open.fabric(), Scope.ALL).count(Severity.ERROR),
                        report.count(Severity.ERROR));
    }

    private static boolean isOf(Fabric land, Violation violation, PlantedFault fault) {
        Set<String> keys = new HashSet<>();
        violation.parcels().forEach(id -> keys.add(land.parcel(id).facts().sourceId()));
        return violation.rule().equals(fault.rule()) && fault.sourceIds().containsAll(keys);
    }
}
