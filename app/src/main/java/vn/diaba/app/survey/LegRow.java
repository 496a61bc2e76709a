package vn.diaba.app.survey;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.diaba.app.text.Values;
import vn.diaba.cadastre.measure.EastNorth;

/** A row of the grid: what is typed, and what comes of it. FX thread only. */
final class LegRow {
    private final StringProperty to = new SimpleStringProperty(this, "to", "");
    private final BooleanProperty bearing = new SimpleBooleanProperty(this, "bearing");
    private final StringProperty angle = new SimpleStringProperty(this, "angle", "");
    private final StringProperty distance = new SimpleStringProperty(this, "distance", "");
    private final StringProperty radius = new SimpleStringProperty(this, "radius", "");
    private final ReadOnlyStringWrapper northBefore = new ReadOnlyStringWrapper(this, "northBefore", "");
    private final ReadOnlyStringWrapper eastBefore = new ReadOnlyStringWrapper(this, "eastBefore", "");
    private final ReadOnlyStringWrapper northAfter = new ReadOnlyStringWrapper(this, "northAfter", "");
    private final ReadOnlyStringWrapper eastAfter = new ReadOnlyStringWrapper(this, "eastAfter", "");
    private final ReadOnlyStringWrapper shift = new ReadOnlyStringWrapper(this, "shift", "");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final BooleanProperty wrong = new SimpleBooleanProperty(this, "wrong");

    /** A row that tells when something is typed into it. */
    LegRow(LegText text, Runnable changed) {
        set(text);
        for (StringProperty each : List.of(to, angle, distance, radius)) {
            each.addListener((property, was, is) -> changed.run());
        }
        bearing.addListener((property, was, is) -> changed.run());
    }

    private void set(LegText text) {
        to.set(text.to());
        bearing.set(text.isBearing());
        angle.set(text.angle());
        distance.set(text.distance());
        radius.set(text.radius());
    }

    /** What is typed. */
    LegText text() {
        return new LegText(to.get(), bearing.get(), angle.get(), distance.get(), radius.get());
    }

    /** Shows where the leg ends, before and after adjustment. */
    void show(EastNorth before, EastNorth after, Values values) {
        northBefore.set(values.styled(before.north(), "coord"));
        eastBefore.set(values.styled(before.east(), "coord"));
        northAfter.set(values.styled(after.north(), "coord"));
        eastAfter.set(values.styled(after.east(), "coord"));
        shift.set(values.styled(before.distanceTo(after) * 1000, "s"));
    }

    /** Shows that the leg ends nowhere. */
    void showNothing() {
        List.of(northBefore, eastBefore, northAfter, eastAfter, shift).forEach(each -> each.set(""));
    }

    /** Says what is wrong, "" for nothing; or, where another row is likelier, what may be. */
    void say(String sentence, boolean isLikeliest) {
        note.set(sentence);
        wrong.set(isLikeliest && !sentence.isEmpty());
    }

    StringProperty toProperty() {
        return to;
    }

    BooleanProperty bearingProperty() {
        return bearing;
    }

    StringProperty angleProperty() {
        return angle;
    }

    StringProperty distanceProperty() {
        return distance;
    }

    StringProperty radiusProperty() {
        return radius;
    }

    ReadOnlyStringProperty northBeforeProperty() {
        return northBefore.getReadOnlyProperty();
    }

    ReadOnlyStringProperty eastBeforeProperty() {
        return eastBefore.getReadOnlyProperty();
    }

    ReadOnlyStringProperty northAfterProperty() {
        return northAfter.getReadOnlyProperty();
    }

    ReadOnlyStringProperty eastAfterProperty() {
        return eastAfter.getReadOnlyProperty();
    }

    ReadOnlyStringProperty shiftProperty() {
        return shift.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    BooleanProperty wrongProperty() {
        return wrong;
    }
}
