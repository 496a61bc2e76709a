package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.workspace.Rung;
import vn.diaba.store.workspace.WorkspaceRescue;

/** {@code diaba recover W}: checks every byte that can be checked, puts right what backups and the journal prove. */
@Command(name = "recover")
final class RecoverCommand implements CliCommand {
    @Parameters(index = "0", paramLabel = "W")
    private Path workspace = Path.of(".");

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    @Override
    public Answer run(CommandRun run) throws Exception {
        return new Recovered(WorkspaceRescue.recover(
                workspace, WorkspaceCommand.setting(run, passphraseFile).keys()));
    }

    private record Recovered(WorkspaceRescue.Report report) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("records", report.records())
                    .texts("files", report.files())
                    .texts("damaged", report.damaged());
            RungText.write(json, report.rung(), report.setAside());
        }

        @Override
        public void writeText(TextLines lines) {
            report.files().forEach(file -> lines.say("recover-file", file));
            if (report.rung() != Rung.OPENED) {
                lines.say(RungText.code(report.rung()), RungText.aside(report.setAside()));
            }
            report.damaged().forEach(file -> lines.say("recover-damaged", file));
            lines.say("recover-sound", report.records());
        }
    }
}
