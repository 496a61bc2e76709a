package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Outputs;
import vn.diaba.app.workspace.PastMoment;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.exchange.document.ExtractBatch;
import vn.diaba.exchange.parcel.ParcelTable;

/** {@code diaba print}: documents as PDF, one file or one for each parcel with a manifest. */
@Command(name = "print")
final class PrintCommand extends ReadingCommand {
    @Option(names = "--form", required = true, paramLabel = "extract")
    private String form = "";

    @Option(names = "--out", required = true, paramLabel = "F.pdf|DIR")
    private Path out = Path.of("extract.pdf");

    @Option(names = "--select", paramLabel = "EXPR")
    private @Nullable String select;

    @Option(names = "--scale", paramLabel = "N")
    private int scale;

    @Option(names = "--resume")
    private boolean resume;

    @Option(names = "--with-people")
    private boolean withPeople;

    @Override
    Answer work(CommandRun run, OpenWorkspace open, PastMoment moment) throws Exception {
        if (!form.equals("extract") || scale < 0) {
            String wrong = scale < 0 ? "" + scale : form;
            throw CommandFailure.usage("usage-value-wrong", wrong, scale < 0 ? "--scale" : "--form", "diaba print");
        }
        Predicate<Parcel> chosen = Selection.of(select, moment.land());
        List<ParcelId> parcels = new ParcelTable(moment.land(), chosen, withPeople).parcels();
        if (parcels.isEmpty()) {
            throw new CommandFailure("nothing-selected");
        }
        Outputs outputs = new Outputs(open, moment);
        if (!Files.isDirectory(out) && out.toString().toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            outputs.extract(parcels, scale, withPeople, out);
            return new Printed(List.of(out), parcels.size(), List.of(), run.messages());
        }
        ExtractBatch.Outcome outcome =
                outputs.batch(withPeople, parcels.size()).run(parcels, out, scale, resume, run.progress());
        return new Printed(outcome.files(), outcome.files().size(), outcome.skipped(), run.messages());
    }

    private record Printed(List<Path> files, int written, List<ExtractBatch.Skipped> skipped, Messages messages)
            implements Answer {
        @Override
        public ExitCode exitCode() {
            return skipped.isEmpty() ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.texts("files", files.stream().map(Path::toString).toList())
                    .number("written", written)
                    .objects("skipped", skipped, (inner, one) -> inner.text("parcel", one.label())
                            .text("reason", messages.sentence(one.code(), one.arguments())));
        }

        @Override
        public void writeText(TextLines lines) {
            for (ExtractBatch.Skipped one : skipped) {
                lines.line(one.label() + ": " + messages.sentence(one.code(), one.arguments()));
            }
            lines.say("print-done", written, skipped.size());
        }
    }
}
