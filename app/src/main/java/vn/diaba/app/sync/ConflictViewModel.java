package vn.diaba.app.sync;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.LandLine;
import vn.diaba.app.conflict.ConflictCard;
import vn.diaba.app.conflict.ConflictCards;
import vn.diaba.app.conflict.ConflictDrawing;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.store.sync.Resolution;

/** The inbox of conflicts: those not decided, the one looked at, deciding it. FX thread only. */
public final class ConflictViewModel {
    private final Workspace workspace;
    private final Tongue tongue;
    private final ObservableList<ConflictCard> cards = FXCollections.observableArrayList();
    /** Kept, because it hears of the list only while somebody holds it. */
    private final ObservableList<ConflictCard> shown = FXCollections.unmodifiableObservableList(cards);

    private final ReadOnlyObjectWrapper<@Nullable ConflictCard> current = new ReadOnlyObjectWrapper<>(this, "current");
    private Consumer<Extent> onLook = extent -> {};
    private Runnable onDecided = () -> {};

    /** Follows the open workspace and the language. */
    public ConflictViewModel(Workspace workspace, Tongue tongue) {
        this.workspace = workspace;
        this.tongue = tongue;
        workspace.landProperty().addListener((property, was, is) -> {
            cards.clear();
            current.set(null);
            refresh();
        });
        workspace.stateProperty().addListener((property, was, is) -> {
            if (!cards.isEmpty()) {
                refresh();
            }
        });
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
    }

    /** The conflicts that wait for a decision, oldest first. */
    public ObservableList<ConflictCard> cards() {
        return shown;
    }

    /** The one looked at; null when none is. */
    public ReadOnlyObjectProperty<@Nullable ConflictCard> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Who moves the map to the conflict looked at. */
    public void setOnLook(Consumer<Extent> action) {
        onLook = action;
    }

    /** Who is told that one was decided. */
    public void setOnDecided(Runnable action) {
        onDecided = action;
    }

    /** Reads the conflicts anew; the one looked at stays while it waits. */
    public void refresh() {
        if (workspace.landProperty().get() == null) {
            return;
        }
        Messages messages = tongue.messages();
        workspace.ask(waiting(messages), this::take);
    }

    private static EditDesk.Question<List<ConflictCard>> waiting(Messages messages) {
        return open -> new ConflictCards(open.fabric(), open.setting().person(), messages)
                .of(open.store().sync().conflicts());
    }

    private void take(List<ConflictCard> waiting) {
        ConflictCard was = current.get();
        if (!waiting.equals(cards)) {
            cards.setAll(waiting);
        }
        ConflictCard same = was == null
                ? null
                : waiting.stream()
                        .filter(card -> card.id().equals(was.id()))
                        .findFirst()
                        .orElse(null);
        current.set(same);
    }

    /** Looks at a conflict: its parcels are selected and the map goes there. */
    public void look(ConflictCard card) {
        current.set(card);
        workspace.pick(null);
        workspace.select(List.of());
        card.sketch().extent().ifPresent(onLook);
    }

    /** Looks at the first conflict when none is looked at. */
    public void lookAtFirst() {
        if (current.get() == null && !cards.isEmpty()) {
            look(cards.get(0));
        }
    }

    /** Looks at none any more. */
    public void lookAway() {
        current.set(null);
    }

    /** Looks at the next conflict, after the last the first. */
    public void next() {
        int at = indexOfCurrent();
        if (!cards.isEmpty()) {
            look(cards.get((at + 1) % cards.size()));
        }
    }

    /** The place of the conflict looked at, from 0; -1 when none is. */
    public int indexOfCurrent() {
        ConflictCard card = current.get();
        for (int i = 0; card != null && i < cards.size(); i++) {
            if (cards.get(i).id().equals(card.id())) {
                return i;
            }
        }
        return -1;
    }

    /** Decides the conflict looked at for what is here now, and goes to the next. */
    public void keepMine() {
        decide(Resolution.KEEP_MINE);
    }

    /** Decides the conflict looked at for what the land database has, and goes to the next. */
    public void takeTheirs() {
        decide(Resolution.TAKE_THEIRS);
    }

    private void decide(Resolution how) {
        ConflictCard card = current.get();
        if (card == null) {
            return;
        }
        UUID id = card.id();
        int place = indexOfCurrent();
        Messages messages = tongue.messages();
        workspace.change(
                open -> {
                    LandLine.resolve(open, id, how);
                    return waiting(messages).of(open);
                },
                waiting -> {
                    current.set(null);
                    take(waiting);
                    if (!waiting.isEmpty()) {
                        look(waiting.get(Math.min(place, waiting.size() - 1)));
                    }
                    onDecided.run();
                });
    }

    /** Selects the parcels of the conflict looked at, to edit them now. */
    public void selectConcerned() {
        ConflictCard card = current.get();
        if (card != null) {
            workspace.select(card.parcels());
        }
    }

    /** Words offsets and names in the language spoken. */
    public ConflictDrawing drawing() {
        return new ConflictDrawing(tongue.messages());
    }
}
