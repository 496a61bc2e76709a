package vn.diaba.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.sheet.RenumberParcels;
import vn.diaba.cadastre.sheet.Renumbering;
import vn.diaba.cadastre.sheet.ZigZag;

/** {@code diaba number}: numbers the parcels of map sheets, those without a number or all. */
@Command(name = "number")
final class NumberCommand extends WorkspaceCommand {
    private static final String NAME = "diaba number";
    private static final int USUAL_SCALE = 500;

    @Option(names = "--sheet", paramLabel = "S")
    private @Nullable String sheet;

    @Option(names = "--commune", paramLabel = "CODE")
    private @Nullable String commune;

    @Option(names = "--zigzag", negatable = true, defaultValue = "true", fallbackValue = "true")
    private boolean zigzag = true;

    @Option(names = "--band", paramLabel = "MM")
    private double band = ZigZag.BAND_MM;

    @Option(names = "--scale", paramLabel = "N")
    private int scale;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--set", paramLabel = "surveyed|legal")
    private LandSet set = LandSet.surveyed;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        if (!(band > 0 && band <= 1000)) {
            throw CommandFailure.usage("usage-value-wrong", band, "--band", NAME);
        }
        if (scale < 0) {
            throw CommandFailure.usage("usage-value-wrong", scale, "--scale", NAME);
        }
        int stated = open.store().spec().scale();
        int denominator = scale > 0 ? scale : stated > 0 ? stated : USUAL_SCALE;
        Fabric land = open.fabric();
        RenumberParcels command = new RenumberParcels(
                set.set(), commune, sheet, ZigZag.onMap(band, denominator, zigzag), all, IdBlock.fresh(run.clock()));
        command.plan(land);
        List<Renumbering> table = command.table(land);
        EditAnswer edit = dryRun ? null : new EditAnswer(Edits.apply(run, open, command), run.messages());
        return new NumberAnswer(table, new ParcelNames(land), edit);
    }
}
