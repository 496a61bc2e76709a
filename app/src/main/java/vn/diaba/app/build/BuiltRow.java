package vn.diaba.app.build;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.linework.ParcelWords;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;

/** A parcel that would begin; its number and land use can be typed. FX thread only. */
final class BuiltRow {
    /** Written areas are to 0.1 m²; beyond half of that they differ. */
    private static final double AGREES_SQUARE_METRES = 0.05;

    private final ParcelId id;
    private final EastNorth inside;
    private final double drawn;
    private final @Nullable LegalArea written;
    private final ParcelWords read;
    private final StringProperty number = new SimpleStringProperty(this, "number");
    private final StringProperty landUse = new SimpleStringProperty(this, "landUse");

    /**
     * A row.
     *
     * @param inside any place in the parcel
     * @param drawn its area, square metres
     */
    BuiltRow(Parcel parcel, EastNorth inside, double drawn) {
        id = parcel.id();
        this.inside = inside;
        this.drawn = drawn;
        written = parcel.facts().legalArea();
        read = new ParcelWords(
                parcel.number().number(), LandUse.text(parcel.facts().landUses()));
        number.set(read.number());
        landUse.set(read.landUse());
    }

    ParcelId id() {
        return id;
    }

    EastNorth inside() {
        return inside;
    }

    double drawn() {
        return drawn;
    }

    /** The area the drawing says; null when it says none. */
    @Nullable
    LegalArea written() {
        return written;
    }

    StringProperty numberProperty() {
        return number;
    }

    StringProperty landUseProperty() {
        return landUse;
    }

    /** What stands in the row now. */
    ParcelWords words() {
        return new ParcelWords(number.get().strip(), landUse.get().strip());
    }

    /** Whether somebody has typed something else than was read. */
    boolean isTyped() {
        return !words().equals(read);
    }

    /** Codes of what disagrees or lacks. */
    List<String> complaints() {
        boolean differs =
                written != null && Math.abs(written.squareMetres().doubleValue() - drawn) > AGREES_SQUARE_METRES + 1e-9;
        boolean nameless = number.get().isBlank();
        if (differs) {
            return nameless ? List.of("built-area-differs", "built-no-number") : List.of("built-area-differs");
        }
        return nameless ? List.of("built-no-number") : List.of();
    }
}
