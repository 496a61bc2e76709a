package vn.diaba.app.parcel;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.object.EditObject;
import vn.diaba.cadastre.object.ObjectAttributes;
import vn.diaba.cadastre.object.RemoveObjects;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/** The card of the map object or survey point that is picked. FX thread only. */
public final class ObjectViewModel {
    private final Workspace workspace;
    private final Tongue tongue;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable Card> card = new ReadOnlyObjectWrapper<>(this, "card");

    /**
     * A card in one language. Immutable.
     *
     * @param id the object
     * @param title what it is and what is written there
     * @param rows facts in their order
     */
    public record Card(UUID id, String title, List<ParcelCard.Row> rows) {
        /** Copies the list. */
        public Card {
            rows = List.copyOf(rows);
        }
    }

    /** Follows what is picked, the land and the language. */
    public ObjectViewModel(Workspace workspace, Tongue tongue, Clock clock) {
        this.workspace = workspace;
        this.tongue = tongue;
        this.clock = clock;
        workspace.pickedProperty().addListener((property, was, is) -> refresh());
        workspace.stateProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
    }

    /** The card; null while nothing is picked. */
    public ReadOnlyObjectProperty<@Nullable Card> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** Sets an attribute of the object shown. */
    public void set(String attribute, String value) {
        Card shown = card.get();
        if (shown != null) {
            workspace.submit(
                    new EditObject(shown.id(), Map.of(attribute, value), IdBlock.fresh(clock)), outcome -> refresh());
        }
    }

    /** Removes the object shown; undo brings it back. */
    public void remove() {
        Card shown = card.get();
        if (shown != null) {
            workspace.submit(new RemoveObjects(List.of(shown.id()), IdBlock.fresh(clock)), outcome -> refresh());
        }
    }

    private void refresh() {
        UUID picked = workspace.pickedProperty().get();
        LandRecord found =
                picked == null ? null : workspace.fabric().findRecord(picked).orElse(null);
        card.set(found instanceof PlacedRecord placed ? card(placed) : null);
    }

    private Card card(PlacedRecord placed) {
        boolean point = placed instanceof SurveyPoint;
        String title = tongue.say(point ? "object-title-point" : "object-title", placed.level(), placed.label());
        List<ParcelCard.Row> rows = new ArrayList<>();
        for (String name : point ? ObjectAttributes.OF_POINT : ObjectAttributes.OF_OBJECT) {
            String value = ObjectAttributes.text(placed, name);
            if (!name.equals("raw")) {
                rows.add(new ParcelCard.Row("object-" + name, value, name, value));
            } else if (!value.isEmpty()) {
                rows.add(ParcelCard.Row.fixed("object-raw", value));
            }
        }
        EastNorth first = placed.shape().first();
        rows.add(ParcelCard.Row.fixed("object-place", tongue.say("object-at", first.north(), first.east())));
        return new Card(placed.id(), title, rows);
    }
}
