package vn.diaba.app.build;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.diaba.cadastre.record.SurveyPoint;

/** A parcel to be made of points: what is typed, and what comes of it. FX thread only. */
final class ChainRow {
    private final StringProperty chain = new SimpleStringProperty(this, "chain", "");
    private final StringProperty number = new SimpleStringProperty(this, "number", "");
    private final StringProperty landUse = new SimpleStringProperty(this, "landUse", "");
    private final ReadOnlyStringWrapper area = new ReadOnlyStringWrapper(this, "area", "");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final BooleanProperty wrong = new SimpleBooleanProperty(this, "wrong");
    /** The points read so far, those of a chain that is not closed yet too. */
    private List<SurveyPoint> points = List.of();

    /** A row that tells when something is typed into it. */
    ChainRow(Runnable changed) {
        for (StringProperty each : List.of(chain, number, landUse)) {
            each.addListener((property, was, is) -> changed.run());
        }
    }

    /** Whether nothing is typed. */
    boolean isBlank() {
        return chain.get().isBlank();
    }

    /** Shows what is read of it. */
    void show(List<SurveyPoint> read, String areaText, String complaint) {
        points = List.copyOf(read);
        area.set(areaText);
        note.set(complaint);
        wrong.set(!complaint.isEmpty());
    }

    /** The points read so far. */
    List<SurveyPoint> points() {
        return points;
    }

    /** Puts a point's number to the end. */
    void append(String name) {
        String plain = name.matches("[\\p{L}\\p{N}_.]+") ? name : '"' + name + '"';
        chain.set(chain.get().isBlank() ? plain : chain.get().strip() + "," + plain);
    }

    /** Takes the last part back. */
    void shorten() {
        List<String> parts = new ArrayList<>(List.of(chain.get().strip().split("\\s*[,;]\\s*")));
        parts.remove(parts.size() - 1);
        chain.set(String.join(",", parts));
    }

    StringProperty chainProperty() {
        return chain;
    }

    StringProperty numberProperty() {
        return number;
    }

    StringProperty landUseProperty() {
        return landUse;
    }

    ReadOnlyStringProperty areaProperty() {
        return area.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    BooleanProperty wrongProperty() {
        return wrong;
    }
}
