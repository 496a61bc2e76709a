package vn.diaba.cadastre.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.GivenLand;

/**
 * What can be undone and redone, derived from the log alone: an act is pushed; an act that reverts the newest undoable
 * one is its undo; an act that reverts the newest undo is a redo. Confined to the edit thread.
 */
public final class History {
    private final Deque<Step> undoable = new ArrayDeque<>();
    private final Deque<Step> redoable = new ArrayDeque<>();

    /**
     * An act of the log.
     *
     * @param id the act
     * @param reverts the act it takes back, if any
     * @param label its code
     */
    public record Step(UUID id, @Nullable UUID reverts, String label) {}

    /** The history of a log, oldest act first. */
    public static History of(Iterable<Step> log) {
        History history = new History();
        log.forEach(history::take);
        return history;
    }

    /** Takes note of an act just journaled. To take back what was only given would remove it from the land database. */
    public void take(Step step) {
        UUID reverts = step.reverts();
        if (reverts == null && GivenLand.isLabel(step.label())) {
            return;
        }
        if (reverts != null && isTop(undoable, reverts)) {
            undoable.pop();
            redoable.push(step);
        } else if (reverts != null && isTop(redoable, reverts)) {
            redoable.pop();
            undoable.push(step);
        } else {
            undoable.push(step);
            redoable.clear();
        }
    }

    private static boolean isTop(Deque<Step> stack, UUID id) {
        return !stack.isEmpty() && stack.peek().id().equals(id);
    }

    /** The act an undo would take back. */
    public Optional<Step> nextUndo() {
        return Optional.ofNullable(undoable.peek());
    }

    /** The undo a redo would take back. */
    public Optional<Step> nextRedo() {
        return Optional.ofNullable(redoable.peek());
    }

    /** The acts that can be undone, newest first. */
    public List<Step> undoable() {
        return new ArrayList<>(undoable);
    }

    /** The undos that can be redone, newest first. */
    public List<Step> redoable() {
        return new ArrayList<>(redoable);
    }
}
