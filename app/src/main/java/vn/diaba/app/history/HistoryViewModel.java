package vn.diaba.app.history;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.diaba.app.edit.DeskState;
import vn.diaba.app.edit.PastAct;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;

/** The undo list: what a redo would do on top, below it the acts from the newest back. FX thread only. */
public final class HistoryViewModel {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM HH:mm:ss", Locale.ROOT);

    private final Workspace workspace;
    private final Tongue tongue;
    private final ZoneId zone;

    /**
     * One line.
     *
     * @param text what was done
     * @param detail when and by whom
     * @param isUndone whether it is undone and could be done again
     */
    public record Line(String text, String detail, boolean isUndone) {}

    /** The history of a workspace, times in this zone. */
    public HistoryViewModel(Workspace workspace, Tongue tongue, ZoneId zone) {
        this.workspace = workspace;
        this.tongue = tongue;
        this.zone = zone;
    }

    /** The lines now, in the language of now. */
    public List<Line> lines() {
        DeskState state = workspace.stateProperty().get();
        List<Line> lines = new ArrayList<>();
        for (int i = state.redoable().size() - 1; i >= 0; i--) {
            lines.add(line(state.redoable().get(i), true));
        }
        state.undoable().forEach(act -> lines.add(line(act, false)));
        return lines;
    }

    /** What an undo would take back. */
    public Optional<String> nextUndo() {
        return workspace.stateProperty().get().undoable().stream().findFirst().map(act -> tongue.say(act.label()));
    }

    private Line line(PastAct act, boolean isUndone) {
        String when = TIME.format(act.time().atZone(zone));
        String detail = act.author().isEmpty() ? when : when + " · " + act.author();
        return new Line(tongue.say(act.label()), detail, isUndone);
    }
}
