package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.store.key.Keys;
import vn.diaba.store.key.OfficeKey;
import vn.diaba.store.workspace.WorkspaceKeys;

/** {@code diaba key …}: how a workspace's key is kept, and the office's recovery key. */
@Command(
        name = "key",
        subcommands = {
            KeyCommand.Show.class,
            KeyCommand.Make.class,
            KeyCommand.Take.class,
            KeyCommand.Open.class,
            KeyCommand.Passphrase.class
        })
final class KeyCommand {
    /** {@code diaba key make DIR}: the office's recovery key. */
    @Command(name = "make")
    static final class Make implements CliCommand {
        @Parameters(index = "0", paramLabel = "DIR")
        private Path folder = Path.of(".");

        @Option(names = "--recovery-passphrase-file", paramLabel = "FILE")
        private @Nullable Path passphraseFile;

        @Override
        public Answer run(CommandRun run) throws Exception {
            char[] passphrase = RecoveryKeyFlags.passphrase(run, passphraseFile);
            OfficeKey key = OfficeKey.create(folder, passphrase == null ? new char[0] : passphrase);
            return new Office(
                    "key-made",
                    key.fingerprint(),
                    List.of(folder.resolve(OfficeKey.PUBLIC_FILE), folder.resolve(OfficeKey.PRIVATE_FILE)));
        }
    }

    /** {@code diaba key set FILE [W…]}: from now on, workspaces of this user open with the office's key too. */
    @Command(name = "set")
    static final class Take implements CliCommand {
        @Parameters(index = "0", paramLabel = "FILE")
        private Path file = Path.of(".");

        @Parameters(index = "1..*", arity = "0..*", paramLabel = "W")
        private List<Path> workspaces = List.of();

        @Option(names = "--passphrase-file", paramLabel = "FILE")
        private @Nullable Path passphraseFile;

        @Override
        public Answer run(CommandRun run) throws Exception {
            Keys keys = WorkspaceCommand.setting(run, passphraseFile).keys();
            OfficeKey key = OfficeKey.readPublic(file);
            for (Path workspace : workspaces) {
                WorkspaceKeys.addOffice(workspace, keys, key);
            }
            key.writePublic(keys.profileFolder());
            return new Office("key-set", key.fingerprint(), workspaces);
        }
    }

    private record Office(String code, String fingerprint, List<Path> paths) implements Answer {
        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.text("fingerprint", fingerprint)
                    .texts("paths", paths.stream().map(Path::toString).toList());
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say(code, fingerprint);
            paths.forEach(path -> lines.line(path.toString()));
        }
    }

    /** A step on a workspace's key, answered by how it is kept now. */
    private abstract static class Step implements CliCommand {
        @Parameters(index = "0", paramLabel = "W")
        private Path workspace = Path.of(".");

        @Option(names = "--passphrase-file", paramLabel = "FILE")
        private @Nullable Path passphraseFile;

        @Override
        public final Answer run(CommandRun run) throws Exception {
            Keys keys = WorkspaceCommand.setting(run, passphraseFile).keys();
            return new Kept(WorkspaceKeys.look(workspace, work(run, workspace, keys)));
        }

        /** Does the step; gives the keys that hold afterwards. */
        abstract Keys work(CommandRun run, Path folder, Keys keys) throws Exception;
    }

    /** {@code diaba key show W}. */
    @Command(name = "show")
    static final class Show extends Step {
        @Override
        Keys work(CommandRun run, Path folder, Keys keys) {
            return keys;
        }
    }

    /** {@code diaba key open W --recovery-key FILE}: opens the disk of a dead machine for this user. */
    @Command(name = "open")
    static final class Open extends Step {
        @Mixin
        private RecoveryKeyFlags recovery = new RecoveryKeyFlags();

        @Override
        Keys work(CommandRun run, Path folder, Keys keys) throws Exception {
            OfficeKey office = recovery.key(run);
            if (office == null) {
                throw CommandFailure.usage("recovery-key-needed");
            }
            WorkspaceKeys.recover(folder, keys, office);
            return keys;
        }
    }

    /** {@code diaba key passphrase W}: another passphrase, or none. */
    @Command(name = "passphrase")
    static final class Passphrase extends Step {
        @Option(names = "--new-passphrase-file", paramLabel = "FILE")
        private @Nullable Path file;

        @Option(names = "--none")
        private boolean none;

        @Override
        Keys work(CommandRun run, Path folder, Keys keys) throws Exception {
            char[] typed = none
                    ? null
                    : file == null
                            ? Passphrases.typed(run, "new-passphrase-asked")
                            : Files.readString(file).strip().toCharArray();
            if (!none && (typed == null || typed.length == 0)) {
                throw CommandFailure.usage("new-passphrase-needed");
            }
            Keys now = new Keys(keys.profileFolder(), typed);
            WorkspaceKeys.keep(folder, keys, now);
            return now;
        }
    }

    private record Kept(WorkspaceKeys.Kept kept) implements Answer {
        @Override
        public ExitCode exitCode() {
            return kept.isHere() ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.flag("underPassphrase", kept.underPassphrase())
                    .text("recoveryKey", kept.office().isEmpty() ? null : kept.office())
                    .flag("isHere", kept.isHere());
        }

        @Override
        public void writeText(TextLines lines) {
            lines.say(kept.underPassphrase() ? "key-under-passphrase" : "key-in-profile");
            if (kept.office().isEmpty()) {
                lines.say("key-no-office");
            } else {
                lines.say("key-office", kept.office());
            }
            lines.say(kept.isHere() ? "key-is-here" : "key-not-here");
        }
    }
}
