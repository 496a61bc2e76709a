package vn.diaba.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.EditSession;
import vn.diaba.cadastre.edit.JournalException;

/** {@code diaba undo} and {@code diaba redo}: take back acts, or undos, newest first. */
@Command(name = "undo")
class UndoCommand extends WorkspaceCommand {
    @Parameters(index = "1", arity = "0..1", paramLabel = "N", defaultValue = "1")
    private int times = 1;

    /** {@code diaba redo}. */
    @Command(name = "redo")
    static final class Redo extends UndoCommand {
        @Override
        EditOutcome step(EditSession session) throws JournalException {
            return session.redo();
        }

        @Override
        String word() {
            return "reverted-again";
        }
    }

    EditOutcome step(EditSession session) throws JournalException {
        return session.undo();
    }

    String word() {
        return "reverted";
    }

    @Override
    Answer work(CommandRun run, OpenWorkspace open) throws Exception {
        if (times < 1) {
            throw CommandFailure.usage("usage-value-wrong", times, "N", "diaba undo");
        }
        List<ChangeSet> acts = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            EditOutcome outcome = step(open.session());
            boolean noMore = outcome instanceof EditOutcome.Impossible impossible
                    && impossible.code().startsWith("nothing-to-")
                    && !acts.isEmpty();
            if (noMore) {
                break;
            }
            acts.add(Edits.applied(outcome, open.fabric(), run.messages()).changes());
        }
        return new Reverted(acts, times, word());
    }

    private record Reverted(List<ChangeSet> acts, int wanted, String word) implements Answer {
        @Override
        public ExitCode exitCode() {
            return acts.size() < wanted ? ExitCode.ANSWER_IS_NO : ExitCode.DONE;
        }

        @Override
        public void writeJson(JsonWriter json) throws IOException {
            json.number("steps", acts.size()).objects("entries", acts, (inner, act) -> inner.text(
                            "changeSet", act.id().toString())
                    .text("reverts", String.valueOf(act.reverts()))
                    .text("label", act.label())
                    .number("changes", act.changes().size()));
        }

        @Override
        public void writeText(TextLines lines) {
            for (ChangeSet act : acts) {
                lines.say(
                        word,
                        lines.messages().sentence(act.label()),
                        act.changes().size());
            }
        }
    }
}
