package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.store.backup.Backup;
import vn.diaba.store.workspace.WorkspaceBackups;

/** {@code diaba backup W}: a backup now, in the workspace and on the stick; {@code diaba backup list W} tells of them. */
@Command(
        name = "backup",
        subcommands = {BackupCommand.Listing.class})
final class BackupCommand implements CliCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "W")
    private @Nullable Path workspace;

    @Option(names = "--stick", paramLabel = "DIR")
    private @Nullable Path stick;

    @Option(names = "--forget-stick")
    private boolean forgetStick;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    @Override
    public Answer run(CommandRun run) throws Exception {
        if (workspace == null) {
            throw CommandFailure.usage("backup-of-what");
        }
        try (OpenWorkspace open = WorkspaceCommand.open(run, workspace, passphraseFile)) {
            WorkspaceBackups backups = open.store().backups();
            if (forgetStick) {
                backups.forgetStick();
            }
            if (stick != null) {
                backups.choose(stick);
            }
            Backup made = backups.make();
            backups.toStick();
            return new Made(made, backups.stick(), run.clock());
        }
    }

    private record Made(Backup backup, Optional<WorkspaceBackups.Stick> stick, Clock clock) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            BackupFacts.write(json, backup);
            BackupFacts.write(json, stick);
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say("backup-made", backup.file(), backup.sequence());
            BackupFacts.say(lines, stick, clock);
        }
    }

    /** {@code diaba backup list W}: needs no key and does not disturb who works in it. */
    @Command(name = "list")
    static final class Listing implements CliCommand {
        @Parameters(index = "0", paramLabel = "W")
        private Path workspace = Path.of(".");

        @Override
        public Answer run(CommandRun run) throws Exception {
            return new All(WorkspaceBackups.list(workspace), run.clock());
        }
    }

    private record All(WorkspaceBackups.Listed listed, Clock clock) implements Answer {
        @Override
        public ExitCode exitCode() {
            return listed.own().isEmpty() && listed.onStick().isEmpty() ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.objects("backups", listed.own(), BackupFacts::write);
            json.objects("onStick", listed.onStick(), BackupFacts::write);
            BackupFacts.write(json, listed.stick());
        }

        @Override
        public void writeText(TextLines lines) {
            for (List<Backup> some : List.of(listed.own(), listed.onStick())) {
                some.forEach(backup ->
                        lines.say("backup-line", backup.made(), backup.sequence(), backup.bytes(), backup.file()));
            }
            if (exitCode() != ExitCode.DONE) {
                lines.say("backup-none");
            }
            BackupFacts.say(lines, listed.stick(), clock);
        }
    }
}
