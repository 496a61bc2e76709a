package vn.diaba.app.parcel;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.command.EditAttributes;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.ParcelId;

/** The card of the selection. FX thread only. */
public final class ParcelViewModel {
    private final Workspace workspace;
    private final Tongue tongue;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable ParcelCard> card = new ReadOnlyObjectWrapper<>(this, "card");

    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");

    /** Follows the selection, the land and the language. */
    public ParcelViewModel(Workspace workspace, Tongue tongue, Clock clock) {
        this.workspace = workspace;
        this.tongue = tongue;
        this.clock = clock;
        workspace.selectionProperty().addListener((property, was, is) -> refresh());
        workspace.stateProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
    }

    /** The card of the only parcel selected; null when none or several are. */
    public ReadOnlyObjectProperty<@Nullable ParcelCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** How many parcels are selected and their areas, when there are several; else "". */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Sets an attribute of the parcel shown. */
    public void set(String attribute, String value) {
        ParcelCard shown = card.get();
        if (shown != null) {
            EditAttributes command = new EditAttributes(
                    shown.id(), Map.of(attribute, value), vn.diaba.cadastre.model.IdBlock.fresh(clock));
            workspace.submit(command, outcome -> refresh());
        }
    }

    /** Selects a neighbour instead. */
    public void go(ParcelId neighbour) {
        workspace.select(List.of(neighbour));
    }

    private void refresh() {
        List<ParcelId> selected = workspace.selection();
        summary.set(selected.size() < 2 ? "" : sum(selected));
        card.set(workspace
                .selectedAlone()
                .map(one -> ParcelCard.of(workspace.fabric(), one, tongue.messages()))
                .orElse(null));
    }

    private String sum(List<ParcelId> selected) {
        Fabric fabric = workspace.fabric();
        double surveyed = 0;
        LegalArea legal = new LegalArea(0);
        for (ParcelId id : selected) {
            // Just after an act the selection may still hold a parcel that the act has ended.
            if (fabric.slotOf(id) >= 0 && fabric.cursor().at(fabric.slotOf(id))) {
                surveyed += fabric.areaOf(id).squareMetres();
                LegalArea one = fabric.parcel(id).facts().legalArea();
                legal = one == null ? legal : legal.plus(one);
            }
        }
        return tongue.say("card-several", selected.size(), surveyed, legal);
    }
}
