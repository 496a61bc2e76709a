package vn.diaba.cadastre.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.AddedLand;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.RemovedLand;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.rule.Violation;

/**
 * Holds the land and takes requests for change one by one: plan, judge, journal, show. What the map shows is on disk.
 * Confined to the edit thread, but for {@link #fabric} and listener registration, which any thread may call.
 */
public final class EditSession {
    private final Judge judge;
    private final EditJournal journal;
    private final ActSource acts;
    private final History history;
    private Signature signature;
    private final List<EditListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Fabric fabric;

    /**
     * Where a session keeps and finds its acts.
     *
     * @param journal makes acts last
     * @param acts reads them again
     * @param history what can be undone, derived from the log
     */
    public record Memory(EditJournal journal, ActSource acts, History history) {}

    /** Begins with the land as the journal has it. */
    public EditSession(Fabric fabric, Judge judge, Memory memory, Signature signature) {
        this.fabric = fabric;
        this.judge = judge;
        this.journal = memory.journal();
        this.acts = memory.acts();
        this.history = memory.history();
        this.signature = signature;
    }

    /** The land now. */
    public Fabric fabric() {
        return fabric;
    }

    /** What can be undone and redone. */
    public History history() {
        return history;
    }

    /** Who signs acts from now on. */
    public void signAs(String person) {
        signature = new Signature(person, signature.clock(), signature.caseId());
    }

    /** The case that acts belong to from now on, none at first; what belongs elsewhere is not taken back meanwhile. */
    public void workIn(@Nullable UUID caseId) {
        signature = new Signature(signature.person(), signature.clock(), caseId);
    }

    /** Tells a listener of every act from now on. */
    public void addListener(EditListener listener) {
        listeners.add(listener);
    }

    /**
     * Does what a command asks, unless it has no meaning or brings new errors. Imports are never declined.
     *
     * @param waivers new errors accepted on purpose, with reasons; added to those the command's own reason accepts
     * @throws JournalException if the act could not be made to last; nothing was changed then
     */
    public EditOutcome execute(EditCommand command, List<Waiver> waivers) throws JournalException {
        ChangeSet plan;
        try {
            plan = command.plan(fabric);
            NewerGuard.check(fabric, plan);
        } catch (ImpossibleEditException e) {
            return new EditOutcome.Impossible(e.code(), e.arguments());
        }
        List<Waiver> accepted = new ArrayList<>(plan.waivers());
        accepted.addAll(waivers);
        ChangeSet act = sign(plan.withWaivers(accepted));
        Fabric next = fabric.apply(act);
        if (act.origin().equals(Origin.IMPORT)) {
            return show(act, next, List.of());
        }
        List<Violation> news = Verdict.news(judge, fabric, next, act);
        List<Violation> forbidding = Verdict.forbidding(news, accepted);
        return forbidding.isEmpty() ? show(act, next, news) : new EditOutcome.Rejected(forbidding);
    }

    /**
     * Takes back the newest act that can be undone. Never declined for what it brings back; an import taken back or
     * brought back whole is not judged, as an import is not.
     *
     * @throws JournalException if an act could not be read or made to last; nothing was changed then
     */
    public EditOutcome undo() throws JournalException {
        return revert(history.nextUndo(), "nothing-to-undo");
    }

    /** Takes back the newest undo; else as {@link #undo}. */
    public EditOutcome redo() throws JournalException {
        return revert(history.nextRedo(), "nothing-to-redo");
    }

    private EditOutcome revert(Optional<History.Step> step, String nothing) throws JournalException {
        if (step.isEmpty()) {
            return new EditOutcome.Impossible(nothing, List.of());
        }
        UUID id = IdBlock.fresh(signature.clock()).uuid(0);
        ChangeSet back = sign(acts.act(step.get().id()).inverse(id));
        if (signature.caseId() != null && !signature.caseId().equals(back.caseId())) {
            return new EditOutcome.Impossible(
                    "outside-the-case", List.of(step.get().label()));
        }
        if (!fabric.isStartOf(back)) {
            return new EditOutcome.Impossible(
                    "changed-since", List.of(step.get().label()));
        }
        try {
            NewerGuard.check(fabric, back);
        } catch (ImpossibleEditException e) {
            return new EditOutcome.Impossible(e.code(), e.arguments());
        }
        Fabric next = fabric.apply(back);
        boolean whole = back.changes() instanceof AddedLand || back.changes() instanceof RemovedLand;
        return show(back, next, whole ? List.of() : Verdict.news(judge, fabric, next, back));
    }

    /**
     * Takes in an act of the land database. Never declined.
     *
     * @throws JournalException if it could not be made to last; nothing was changed then
     */
    public EditOutcome merge(ChangeSet act) throws JournalException {
        if (!fabric.isStartOf(act)) {
            return new EditOutcome.Impossible("changed-since", List.of(act.label()));
        }
        Fabric next = fabric.apply(act);
        return show(act, next, Verdict.news(judge, fabric, next, act));
    }

    /** An act that names its case belongs there; an undo belongs where the act taken back does. */
    private ChangeSet sign(ChangeSet plan) {
        ChangeSet signed = plan.stampedBy(signature.person(), signature.clock().instant());
        boolean settled = signed.caseId() != null || signed.reverts() != null;
        return settled || signature.caseId() == null ? signed : signed.inCase(signature.caseId());
    }

    private EditOutcome show(ChangeSet act, Fabric next, List<Violation> violations) throws JournalException {
        journal.append(act, fabric, next);
        fabric = next;
        history.take(new History.Step(act.id(), act.reverts(), act.label()));
        for (EditListener listener : listeners) {
            listener.fabricChanged(next, act);
        }
        return new EditOutcome.Applied(act, next, new ArrayList<>(violations));
    }
}
