package vn.diaba.app.cli;

import java.io.IOException;
import java.util.List;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.rule.Violation;

/** Turns what the session answers into what a command goes on with. Stateless. */
final class Edits {
    private Edits() {}

    /**
     * Hands a command in and gives the applied act.
     *
     * @throws JournalException if it could not be made to last
     * @throws CommandFailure as {@link #applied}
     */
    static EditOutcome.Applied apply(CommandRun run, OpenWorkspace open, EditCommand command)
            throws JournalException, CommandFailure {
        return applied(open.session().execute(command, List.of()), open.fabric(), run.messages());
    }

    /** Tells which act it was, as every answer of one act begins. */
    static JsonWriter write(JsonWriter json, ChangeSet act) throws IOException {
        return json.text("changeSet", act.id().toString()).text("label", act.label());
    }

    /**
     * The applied act.
     *
     * @param land the land before, to name parcels by
     * @throws CommandFailure {@code edit-declined} with the number of new errors and the first one's sentence, or the
     *     code for which the request had no meaning; nothing was changed then
     */
    static EditOutcome.Applied applied(EditOutcome outcome, Fabric land, Messages messages) throws CommandFailure {
        if (outcome instanceof EditOutcome.Applied applied) {
            return applied;
        }
        if (outcome instanceof EditOutcome.Impossible impossible) {
            throw new CommandFailure(impossible.code(), impossible.arguments().toArray());
        }
        List<Violation> violations = ((EditOutcome.Rejected) outcome).violations();
        Violation first = violations.get(0);
        throw new CommandFailure(
                "edit-declined", violations.size(), new ParcelNames(land).sentence(messages, first), first.place());
    }
}
