package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.diaba.app.central.LandAddress;
import vn.diaba.app.central.ReceiptPaper;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.store.sync.ReceiptFile;
import vn.diaba.store.sync.SyncReceipt;

/** {@code diaba receipt}: the receipts of all syncs of a workspace, newest first; one of them in full, or as PDF. */
@Command(name = "receipt")
final class ReceiptCommand extends WorkspaceCommand {
    private static final String NAME = "diaba receipt";

    @Option(names = "--last", paramLabel = "N")
    private int last = Integer.MAX_VALUE;

    @Option(names = "--show", paramLabel = "K")
    private @Nullable Integer show;

    @Option(names = "--out", paramLabel = "F.pdf")
    private @Nullable Path out;

    /** A receipt and where it stands among all, from 1. */
    private record Kept(int number, Path file, ReceiptFile.Kept kept) {}

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        List<Path> files = ReceiptFile.all(open.store().folder());
        if (show == null && out == null) {
            List<Kept> all = new ArrayList<>();
            for (int i = 0; i < Math.min(Math.max(0, last), files.size()); i++) {
                all.add(new Kept(i + 1, files.get(i), ReceiptFile.read(files.get(i))));
            }
            return new Listed(all);
        }
        int number = show == null ? 1 : show;
        if (number < 1 || number > files.size()) {
            throw CommandFailure.usage("receipt-missing", number, files.size(), NAME);
        }
        Kept one = new Kept(number, files.get(number - 1), ReceiptFile.read(files.get(number - 1)));
        if (out == null) {
            return new Shown(one);
        }
        String url =
                LandAddress.find(open.store().folder()).map(LandAddress::url).orElse("");
        int pages = new ReceiptPaper(run.messages(), run.clock().getZone())
                .write(one.kept, new ReceiptPaper.Heading(open.store().spec().name(), open.person(), url), out);
        return new Printed(one, out, pages);
    }

    private static void write(JsonWriter json, Kept one) throws IOException {
        SyncReceipt receipt = one.kept.receipt();
        json.number("number", one.number)
                .text("time", one.kept.time().toString())
                .number("pulled", receipt.pulled())
                .number("pushed", receipt.pushed())
                .number("merged", receipt.merged())
                .number("changeSets", receipt.lines().size())
                .text("file", one.file.toString());
    }

    private static void say(TextLines lines, Kept one) {
        SyncReceipt receipt = one.kept.receipt();
        lines.say(
                "receipt-listed",
                one.number,
                one.kept.time(),
                receipt.pulled(),
                receipt.pushed(),
                receipt.merged(),
                receipt.lines().size());
    }

    private record Listed(List<Kept> all) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("receipts", all, ReceiptCommand::write);
        }

        @Override
        public void writeText(TextLines lines) {
            all.forEach(one -> say(lines, one));
            if (all.isEmpty()) {
                lines.say("receipt-none");
            }
        }
    }

    private record Shown(Kept one) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            write(json, one);
            json.number("zone", one.kept.zone())
                    .number("seq", one.kept.seq())
                    .text("chain", one.kept.chain())
                    .objects("lines", one.kept.receipt().lines(), (inner, line) -> inner.text(
                                    "changeSet", line.id().toString())
                            .text("fate", line.fate())
                            .text("hash", line.hash())
                            .text("time", line.time().toString()));
        }

        @Override
        public void writeText(TextLines lines) {
            say(lines, one);
            for (SyncReceipt.Line line : one.kept.receipt().lines()) {
                String fate = lines.messages().sentence("sync-fate." + line.fate());
                lines.line(
                        fate + ": " + lines.messages().sentence("receipt-line", line.id(), line.hash(), line.time()));
            }
        }
    }

    private record Printed(Kept one, Path target, int pages) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            write(json, one);
            json.texts("files", List.of(target.toString())).number("pages", pages);
        }

        @Override
        public void writeText(TextLines lines) {
            say(lines, one);
            lines.say("receipt-printed", target, pages);
        }
    }
}
