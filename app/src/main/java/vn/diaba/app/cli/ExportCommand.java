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
import vn.diaba.exchange.table.Issue;
import vn.diaba.exchange.table.IssueLog;
import vn.diaba.map.crs.Crs;

/** {@code diaba export}: parcels as a file of any format we write. */
@Command(name = "export")
final class ExportCommand extends WorkspaceCommand {
    @Option(names = "--to", required = true, paramLabel = "F.shp|.geojson|.gpkg|.xlsx")
    private Path to = Path.of("parcels.geojson");

    @Option(names = "--select", paramLabel = "EXPR")
    private @Nullable String select;

    @Option(names = "--crs", paramLabel = "EPSG")
    private int crs;

    @Option(names = "--layer", paramLabel = "L")
    private String layer = "parcels";

    @Option(names = "--with-people")
    private boolean withPeople;

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        IssueLog issues = new IssueLog();
        Crs target = crs == 0 ? open.crs() : open.setting().catalog().byCode(crs);
        Outputs.Request request = new Outputs.Request(Selection.of(select, open.fabric()), withPeople, layer, target);
        long written = new Outputs(open).parcels(to, request, issues, run.progress());
        return new Exported(to, written, issues.issues(), run.messages());
    }

    private record Exported(Path file, long written, List<Issue> issues, Messages messages) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.texts("files", List.of(file.toString()))
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
            lines.say("export-done", written, file);
        }
    }
}
