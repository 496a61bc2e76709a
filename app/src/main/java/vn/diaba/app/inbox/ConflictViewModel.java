package vn.diaba.app.inbox;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
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

    private final ObservableList<ConflictCard> listed = FXCollections.observableArrayList();
    private final ObservableList<ConflictCard> listedShown = FXCollections.unmodifiableObservableList(listed);
    private final ObservableList<ConflictFilter> filters = FXCollections.observableArrayList();
    private final ObjectProperty<ConflictFilter> filter =
            new SimpleObjectProperty<>(this, "filter", ConflictFilter.all(0));

    private final ReadOnlyObjectWrapper<@Nullable ConflictCard> current = new ReadOnlyObjectWrapper<>(this, "current");
    private Consumer<Extent> onLook = extent -> {};
    private Runnable onDecided = () -> {};

    /** Follows the open workspace and the language. */
    public ConflictViewModel(Workspace workspace, Tongue tongue) {
        this.workspace = workspace;
        this.tongue = tongue;
        filter.addListener((property, was, is) -> list());
        workspace.landProperty().addListener((property, was, is) -> {
            cards.clear();
            filter.set(ConflictFilter.all(0));
            list();
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

    /** Those among them that the filter lets through: what is listed, and what is decided all at once. */
    public ObservableList<ConflictCard> listed() {
        return listedShown;
    }

    /** The filters that let something through, all conflicts first. */
    public ObservableList<ConflictFilter> filters() {
        return FXCollections.unmodifiableObservableList(filters);
    }

    /** Which of them are listed. */
    public ObjectProperty<ConflictFilter> filterProperty() {
        return filter;
    }

    private void list() {
        List<ConflictFilter> possible = ConflictFilter.of(cards);
        ConflictFilter wanted = possible.stream()
                .filter(one -> one.isLike(filter.get()))
                .findFirst()
                .orElse(possible.get(0));
        if (!filters.equals(possible)) {
            filters.setAll(possible);
        }
        if (!wanted.equals(filter.get())) {
            filter.set(wanted);
            return;
        }
        List<ConflictCard> through = cards.stream().filter(wanted::lets).toList();
        if (!through.equals(listed)) {
            listed.setAll(through);
        }
        ConflictCard card = current.get();
        if (card != null && !listed.contains(card)) {
            current.set(null);
        }
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
        return open -> new ConflictCards(open.fabric(), open.person(), messages)
                .of(open.store().sync().conflicts());
    }

    private void take(List<ConflictCard> waiting) {
        ConflictCard was = current.get();
        if (!waiting.equals(cards)) {
            cards.setAll(waiting);
        }
        list();
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
        if (current.get() == null && !listed.isEmpty()) {
            look(listed.get(0));
        }
    }

    /** Looks at none any more. */
    public void lookAway() {
        current.set(null);
    }

    /** Looks at the next conflict, after the last the first. */
    public void next() {
        int at = indexOfCurrent();
        if (!listed.isEmpty()) {
            look(listed.get((at + 1) % listed.size()));
        }
    }

    /** The place of the conflict looked at in the list, from 0; -1 when none is. */
    public int indexOfCurrent() {
        ConflictCard card = current.get();
        for (int i = 0; card != null && i < listed.size(); i++) {
            if (listed.get(i).id().equals(card.id())) {
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

    /** Decides all that are listed for what is here now; one step to undo. */
    public void keepAllMine() {
        decideAll(Resolution.KEEP_MINE);
    }

    /** Decides all that are listed for what the land database has; one step to undo. */
    public void takeAllTheirs() {
        decideAll(Resolution.TAKE_THEIRS);
    }

    private void decideAll(Resolution how) {
        Set<UUID> ids = listed.stream().map(ConflictCard::id).collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            decide(ids, how, 0);
        }
    }

    private void decide(Resolution how) {
        ConflictCard card = current.get();
        if (card != null) {
            decide(Set.of(card.id()), how, indexOfCurrent());
        }
    }

    private void decide(Set<UUID> ids, Resolution how, int place) {
        Messages messages = tongue.messages();
        workspace.change(
                open -> {
                    LandLine.resolve(open, ids, how);
                    return waiting(messages).of(open);
                },
                waiting -> {
                    current.set(null);
                    take(waiting);
                    if (!listed.isEmpty()) {
                        look(listed.get(Math.min(place, listed.size() - 1)));
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
