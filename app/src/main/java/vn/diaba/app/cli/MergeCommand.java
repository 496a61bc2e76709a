package vn.diaba.app.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.ParcelFinder;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.MergeChoice;
import vn.diaba.cadastre.union.MergeParcels;
import vn.diaba.cadastre.union.MergePreview;

/** {@code diaba merge}: makes neighbours one parcel. */
@Command(name = "merge")
final class MergeCommand extends WorkspaceCommand {
    @Parameters(index = "1..*", arity = "2..*", paramLabel = "PARCEL")
    private List<String> parcels = List.of();

    @Option(names = "--from", split = ",", paramLabel = "NAME=PARCEL")
    private Map<String, String> from = new LinkedHashMap<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE")
    private Map<String, String> values = new LinkedHashMap<>();

    @Option(names = "--legal", paramLabel = "papers|survey")
    private LegalBasis legal = LegalBasis.papers;

    @Option(names = "--drop-straight")
    private boolean dropStraight;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        List<ParcelId> ids = new ArrayList<>();
        for (String parcel : parcels) {
            ids.add(ParcelFinder.one(open.fabric(), parcel).id());
        }
        Map<String, ParcelId> sources = new LinkedHashMap<>();
        for (Map.Entry<String, String> taken : from.entrySet()) {
            sources.put(
                    taken.getKey(),
                    ParcelFinder.one(open.fabric(), taken.getValue()).id());
        }
        MergeParcels command = new MergeParcels(
                ids,
                new MergeChoice(sources, values, legal.legal(), dropStraight),
                reason,
                LocalDate.now(run.clock()),
                IdBlock.fresh(run.clock()));
        return dryRun
                ? new MergePreviewAnswer(MergePreview.of(open.fabric(), command), run.messages())
                : new EditAnswer(Edits.apply(run, open, command), run.messages());
    }
}
