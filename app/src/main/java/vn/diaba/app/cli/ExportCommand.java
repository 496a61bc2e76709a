package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Outputs;
import vn.diaba.app.workspace.PastMoment;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.map.crs.Crs;

/** {@code diaba export}: parcels or map objects as a file of any format we write. */
@Command(name = "export")
final class ExportCommand extends ReadingCommand {
    @Option(names = "--to", required = true, paramLabel = "F.shp|.geojson|.gpkg|.dxf|.xlsx")
    private Path to = Path.of("parcels.geojson");

    @Option(names = "--select", paramLabel = "EXPR")
    private @Nullable String select;

    @Option(names = "--crs", paramLabel = "EPSG")
    private int crs;

    @Option(names = "--layer", paramLabel = "L")
    private @Nullable String layer;

    @Option(names = "--with-people")
    private boolean withPeople;

    @Option(names = "--objects")
    private boolean objects;

    @Option(names = "--clip", paramLabel = "\"e1 n1 e2 n2\"")
    private @Nullable String clip;

    @Override
    Answer work(CommandRun run, OpenWorkspace open, PastMoment moment) throws Exception {
        IssueLog issues = new IssueLog();
        Crs target = crs == 0 ? open.crs() : open.setting().catalog().byCode(crs);
        if (objects) {
            Extent frame = clip == null ? null : WindowText.extent(clip, "--clip", "diaba export");
            Outputs.ObjectRequest request =
                    new Outputs.ObjectRequest(frame, withPeople, layer == null ? "objects" : layer, target);
            Outputs.Written written = new Outputs(open, moment).objects(to, request, issues, run.progress());
            return new Exported(written.files(), written.objects(), "export-objects", issues.issues(), run.messages());
        }
        if (clip != null) {
            throw CommandFailure.usage("usage-argument-missing", "--objects", "diaba export");
        }
        Outputs.Request request = new Outputs.Request(
                Selection.of(select, moment.land()), withPeople, layer == null ? "parcels" : layer, target);
        long written = new Outputs(open, moment).parcels(to, request, issues, run.progress());
        return new Exported(List.of(to), written, "export-done", issues.issues(), run.messages());
    }

    private record Exported(List<Path> files, long written, String code, List<Issue> issues, Messages messages)
            implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.texts("files", files.stream().map(Path::toString).toList())
                    .number("written", written)
                    .objects("skipped", List.<Issue>of(), (inner, issue) -> inner.text("parcel", null))
                    .objects("issues", issues, (inner, issue) -> inner.text("code", issue.code())
                            .text("message", messages.sentence(issue.code(), issue.arguments())));
        }

        @Override
        public void writeText(TextLines lines) {
            for (Issue issue : issues) {
                lines.line(messages.sentence(issue.code(), issue.arguments()));
            }
            lines.say(
                    code,
                    written,
                    String.join(", ", files.stream().map(Path::toString).toList()));
        }
    }
}
