package vn.diaba.app.sync;

import java.util.List;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.Words;

/** Chooses one of the zones of a land database; a single one is chosen by itself. FX thread only. */
public final class ZoneChoice extends ComboBox<SyncProspect.Zone> {
    ZoneChoice() {
        setConverter(new Words<>(zone -> zone.number() + " · " + zone.name()));
    }

    /** Offers zones; what was chosen of the same ones stays. */
    public void offer(List<SyncProspect.Zone> zones) {
        if (!zones.equals(getItems())) {
            getItems().setAll(zones);
            setValue(zones.size() == 1 ? zones.get(0) : null);
        }
    }

    /** The number of the one chosen; null for none. */
    public @Nullable Integer number() {
        SyncProspect.Zone zone = getValue();
        return zone == null ? null : Integer.valueOf(zone.number());
    }
}
