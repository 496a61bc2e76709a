package vn.diaba.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.corner.TransformCorners;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.PlaneFit;
import vn.diaba.cadastre.measure.PlaneTransform;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;

/** {@code diaba transform}: shifts, turns, stretches or fits parcels, or all land, as one act. */
@Command(name = "transform")
final class TransformCommand extends WorkspaceCommand {
    private static final String NAME = "diaba transform";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "PARCEL")
    private List<String> parcels = List.of();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Kind kind = new Kind();

    @Option(names = "--about", paramLabel = "\"e n\"")
    private @Nullable String about;

    @Option(names = "--affine")
    private boolean affine;

    @Option(names = "--leave-out", split = ",", paramLabel = "NAME")
    private List<String> leaveOut = List.of();

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Mixin
    private ResurveyFlags told = new ResurveyFlags();

    /** The one thing to do. */
    static final class Kind {
        @Option(names = "--translate", paramLabel = "\"dE dN\"")
        private @Nullable String translate;

        @Option(names = "--rotate", paramLabel = "DEGREES")
        private @Nullable Double rotate;

        @Option(names = "--scale", paramLabel = "FACTOR")
        private @Nullable Double scale;

        @Option(names = "--fit", paramLabel = "FILE")
        private @Nullable Path fit;
    }

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        Fabric land = open.fabric();
        List<ParcelId> chosen = new ArrayList<>();
        for (String parcel : parcels) {
            chosen.add(ParcelFinder.one(land, parcel).id());
        }
        PlaneFit fit = kind.fit == null
                ? null
                : PlaneFit.of(
                        affine ? PlaneFit.Kind.AFFINE : PlaneFit.Kind.HELMERT,
                        CommonPointsFile.read(kind.fit, new HashSet<>(leaveOut)));
        TransformCorners command = new TransformCorners(
                chosen.isEmpty() ? null : TransformCorners.cornersOf(land, chosen),
                fit == null ? transform(land, chosen) : fit.transform(),
                told.told(run, NAME),
                IdBlock.fresh(run.clock()));
        if (dryRun) {
            return new TransformAnswer(fit, command.plan(land).changes().size(), null);
        }
        EditOutcome.Applied applied = Edits.apply(run, open, command);
        return new TransformAnswer(fit, applied.changes().changes().size(), new EditAnswer(applied, run.messages()));
    }

    private PlaneTransform transform(Fabric land, List<ParcelId> chosen) throws Exception {
        if (kind.translate != null) {
            EastNorth shift = ParcelFinder.place(kind.translate);
            return PlaneTransform.translation(shift.east(), shift.north());
        }
        EastNorth centre = about == null ? centre(land, chosen) : ParcelFinder.place(about);
        if (kind.rotate != null) {
            if (!(Math.abs(kind.rotate) <= 360)) {
                throw CommandFailure.usage("usage-value-wrong", kind.rotate, "--rotate", NAME);
            }
            return PlaneTransform.rotation(centre, kind.rotate);
        }
        double factor = kind.scale == null ? Double.NaN : kind.scale;
        if (!(factor > 0 && factor <= 1000)) {
            throw CommandFailure.usage("usage-value-wrong", factor, "--scale", NAME);
        }
        return PlaneTransform.scaling(centre, factor);
    }

    /** The middle of what is chosen, or of all land. */
    private static EastNorth centre(Fabric land, List<ParcelId> chosen) throws CommandFailure {
        Extent all = chosen.isEmpty() ? land.index().extent().orElse(null) : null;
        for (ParcelId parcel : chosen) {
            var box = land.shapeOf(parcel).getEnvelopeInternal();
            Extent one = new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
            all = all == null ? one : all.union(one);
        }
        if (all == null) {
            throw new CommandFailure("nothing-to-do");
        }
        return all.centre();
    }
}
