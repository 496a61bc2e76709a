package vn.diaba.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.cogo.PointChain;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.linework.BuildFromPoints;
import vn.diaba.cadastre.linework.BuildParcels;
import vn.diaba.cadastre.linework.ChainParcel;
import vn.diaba.cadastre.linework.Linework;
import vn.diaba.cadastre.linework.LineworkBuild;
import vn.diaba.cadastre.linework.LineworkOptions;
import vn.diaba.cadastre.linework.SheetCommune;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.exchange.formats.Formats;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.parcel.LevelMap;
import vn.diaba.exchange.parcel.LineworkImport;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.table.TableReader;

/** {@code diaba build}: makes parcels of drawn lines and texts, all files together, or of chains of survey points; one act. */
@Command(name = "build")
final class BuildCommand extends WorkspaceCommand {
    private static final String NAME = "diaba build";
    private static final int SCALE_WHEN_UNKNOWN = 500;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Option(names = "--chain", paramLabel = "\"1-8,1\"")
    private List<String> chains = List.of();

    @Option(names = "--number", paramLabel = "N", split = ",")
    private List<String> numbers = List.of();

    @Option(names = "--crs", paramLabel = "EPSG")
    private int crs;

    @Option(names = "--layer", paramLabel = "L")
    private @Nullable String layer;

    @Option(names = "--levels", paramLabel = "LAYER=LEVEL", split = ",")
    private Map<String, Integer> levels = new LinkedHashMap<>();

    @Option(names = "--tolerance", paramLabel = "METRES")
    private double tolerance = LineworkOptions.LEAST_METRES;

    @Option(names = "--search", paramLabel = "METRES")
    private @Nullable Double search;

    @Option(names = "--encoding", paramLabel = "auto|utf-8|tcvn3|vni|…")
    private String encoding = ReadOptions.AUTO;

    @Option(names = "--axes", paramLabel = "en|ne")
    private String axes = "en";

    @Option(names = "--set", paramLabel = "surveyed|legal")
    private String set = "surveyed";

    @Option(names = "--sheet", paramLabel = "SHEET")
    private String sheet = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        LineworkOptions options = options(open);
        if (files.isEmpty() == chains.isEmpty()) {
            throw CommandFailure.usage("build-files-or-chains");
        }
        return chains.isEmpty() ? ofLines(run, open, options) : ofPoints(run, open, options.set());
    }

    private Answer ofPoints(CommandRun run, OpenWorkspace open, ParcelSet coverage) throws Exception {
        if (dryRun || !numbers.isEmpty() && numbers.size() != chains.size()) {
            String wrong = dryRun ? "--dry-run" : "--number " + String.join(",", numbers);
            throw CommandFailure.usage("usage-value-wrong", chains.size(), wrong, NAME);
        }
        String commune = commune(open);
        long last = sheet.isEmpty() ? Long.MAX_VALUE : 0;
        List<ChainParcel> parcels = new ArrayList<>();
        for (int i = 0; i < chains.size(); i++) {
            String number = numbers.isEmpty() ? "" : numbers.get(i);
            if (numbers.isEmpty() && last < Long.MAX_VALUE) {
                long next = open.fabric().nextNumber(commune, sheet, last);
                number = NumberReserve.text(next);
                last = next == 0 ? Long.MAX_VALUE : next;
            }
            parcels.add(new ChainParcel(PointChain.parse(chains.get(i)), new ParcelNumber(commune, sheet, number), ""));
        }
        BuildFromPoints command = new BuildFromPoints(parcels, coverage, IdBlock.fresh(run.clock()));
        return new EditAnswer(Edits.apply(run, open, command), run.messages());
    }

    private Answer ofLines(CommandRun run, OpenWorkspace open, LineworkOptions options) throws Exception {
        Linework lines = new Linework(options.set());
        IssueLog issues = new IssueLog();
        Intake intake = new Intake(open, lines, issues, Formats.standard(run.clock()));
        long read = 0;
        for (int i = 0; i < files.size(); i++) {
            Progress part = run.progress().part(0.3 * i / files.size(), 0.3 / files.size());
            read += read(files.get(i), intake, part);
        }
        LineworkBuild built = LineworkBuild.of(
                lines,
                options,
                open.fabric(),
                IdBlock.fresh(run.clock()),
                run.progress().part(0.3, 0.6));
        EditOutcome.@Nullable Applied applied = null;
        if (!dryRun && built.report().faces() > 0) {
            run.progress().checkCancelled();
            BuildParcels command =
                    new BuildParcels(built.land(), IdBlock.fresh(run.clock()).uuid(0));
            applied = Edits.apply(run, open, command);
        }
        return new BuildAnswer(read, options, built, issues.issues(), applied, run.messages());
    }

    /** Where files are read to. */
    private record Intake(OpenWorkspace open, Linework lines, IssueLog issues, Formats formats) {}

    private long read(Path file, Intake intake, Progress progress) throws Exception {
        OpenWorkspace open = intake.open;
        IssueLog issues = intake.issues;
        TableReader reader = intake.formats.reader(file);
        boolean drawing = reader.id().equals("dxf");
        int stated = crs;
        if (drawing && crs == 0) {
            // A drawing has no place to state its CRS; the project's is meant unless somebody says otherwise.
            stated = open.crs().code();
            String name = String.valueOf(file.getFileName());
            issues.add(Issue.ofFile(
                    "crs-of-workspace", Issue.Severity.INFO, name, open.crs().name()));
        }
        ImportOptions.Axes order = axes.equals("ne") ? ImportOptions.Axes.NORTH_EAST : ImportOptions.Axes.EAST_NORTH;
        ImportOptions options = new ImportOptions(stated, Map.of(), order, 0, intake.lines.set());
        LineworkImport into = new LineworkImport(open.setting().catalog(), open.crs(), LevelMap.of(levels));
        try (FeatureTable table = reader.open(file, new ReadOptions(layer, encoding), issues)) {
            return into.read(table, options, intake.lines, issues, progress);
        }
    }

    private String commune(OpenWorkspace open) {
        return SheetCommune.of(open.fabric(), open.store().spec().commune(), sheet);
    }

    private LineworkOptions options(OpenWorkspace open) throws CommandFailure {
        if (!axes.equals("en") && !axes.equals("ne")) {
            throw CommandFailure.usage("usage-value-wrong", axes, "--axes", NAME);
        }
        if (!set.equals("surveyed") && !set.equals("legal")) {
            throw CommandFailure.usage("usage-value-wrong", set, "--set", NAME);
        }
        ParcelSet coverage = set.equals("legal") ? ParcelSet.LEGAL : ParcelSet.SURVEYED;
        if (!(tolerance >= LineworkOptions.LEAST_METRES && tolerance <= LineworkOptions.MOST_METRES)) {
            throw CommandFailure.usage("usage-value-wrong", tolerance, "--tolerance", NAME);
        }
        Double radius = search;
        if (radius == null) {
            int scale = open.store().spec().scale();
            LineworkOptions byScale = LineworkOptions.ofScale(scale > 0 ? scale : SCALE_WHEN_UNKNOWN, coverage);
            radius = Math.max(tolerance, byScale.searchMetres());
        } else if (!(radius >= tolerance && radius <= LineworkOptions.MOST_METRES)) {
            throw CommandFailure.usage("usage-value-wrong", radius, "--search", NAME);
        }
        return new LineworkOptions(tolerance, radius, coverage, sheet, commune(open));
    }
}
