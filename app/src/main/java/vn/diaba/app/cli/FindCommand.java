package vn.diaba.app.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.diaba.app.find.LandSearch;
import vn.diaba.app.find.RecordId;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.app.workspace.PastMoment;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.Paper;

/** {@code diaba find}: the one search box. */
@Command(name = "find")
final class FindCommand extends ReadingCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT")
    private List<String> text = List.of();

    @Override
    Answer work(CommandRun run, OpenWorkspace open, PastMoment moment) {
        String wanted = String.join(" ", text);
        return new Hits(
                LandSearch.find(moment.land(), wanted),
                LandSearch.objects(moment.land(), wanted),
                new ParcelNames(moment.land()));
    }

    private record Hits(List<LandSearch.Hit> hits, List<LandSearch.ObjectHit> objects, ParcelNames names)
            implements Answer {
        @Override
        public ExitCode exitCode() {
            return hits.isEmpty() && objects.isEmpty() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            Map<ParcelId, Integer> papers = new HashMap<>();
            Map<ParcelId, Integer> files = new HashMap<>();
            names.fabric().forEachPlaceless(Paper.class, paper -> paper.parcels()
                    .forEach(id -> papers.merge(id, 1, Integer::sum)));
            names.fabric()
                    .forEachPlaceless(Attachment.class, file -> files.merge(ParcelId.of(file.of()), 1, Integer::sum));
            json.objects("hits", hits, (inner, hit) -> inner.text("kind", hit.kind())
                    .text("label", hit.parcel().label())
                    .object("parcel", parcel -> new ParcelJson(names)
                            .write(parcel, hit.parcel().id()))
                    .number("papers", papers.getOrDefault(hit.parcel().id(), 0))
                    .number("attachments", files.getOrDefault(hit.parcel().id(), 0))
                    .metresArray("place", hit.place().east(), hit.place().north()));
            json.objects("objects", objects, (inner, hit) -> inner.text(
                            "id", hit.object().id().toString())
                    .text("label", hit.object().label())
                    .number("level", hit.object().level())
                    .metresArray("place", hit.place().east(), hit.place().north()));
        }

        @Override
        public void writeText(TextLines lines) {
            for (LandSearch.Hit hit : hits) {
                lines.say(
                        "find-" + hit.kind().toLowerCase(java.util.Locale.ROOT),
                        hit.parcel().label(),
                        hit.place());
            }
            for (LandSearch.ObjectHit hit : objects) {
                lines.say(
                        "find-object",
                        hit.object().label(),
                        hit.object().level(),
                        RecordId.shortId(hit.object()),
                        hit.place());
            }
            if (exitCode() != ExitCode.DONE) {
                lines.say("find-nothing");
            }
        }
    }
}
