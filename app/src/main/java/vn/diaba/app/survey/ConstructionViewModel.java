package vn.diaba.app.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.cogo.AngleUnit;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/** The construction being made. FX thread only. */
final class ConstructionViewModel {
    private static final int VALUES = 2;

    private final ToolDesk desk;
    private final PlacesViewModel places;
    private final ObjectProperty<ConstructionKind> kind =
            new SimpleObjectProperty<>(this, "kind", ConstructionKind.POLAR);
    private final ObjectProperty<AngleUnit> unit = new SimpleObjectProperty<>(this, "unit", AngleUnit.DEGREES);
    private final List<StringProperty> values = new ArrayList<>();
    private final StringProperty number = new SimpleStringProperty(this, "number", "");
    private final ObservableList<EastNorth> bases = FXCollections.observableArrayList();
    private final IntegerProperty chosen = new SimpleIntegerProperty(this, "chosen");
    private final ReadOnlyObjectWrapper<Construction> sketch = new ReadOnlyObjectWrapper<>(
            this, "sketch", new Construction(ConstructionKind.POLAR, List.of(), List.of(), null));

    ConstructionViewModel(ToolDesk desk, PlacesViewModel places) {
        this.desk = desk;
        this.places = places;
        for (int i = 0; i < VALUES; i++) {
            StringProperty value = new SimpleStringProperty(this, "value", "");
            value.addListener((property, was, is) -> compute());
            values.add(value);
        }
        unit.addListener((property, was, is) -> compute());
        kind.addListener((property, was, is) -> {
            bases.clear();
            values.forEach(value -> value.set(""));
            if (is.measures().contains(ConstructionKind.Value.CHORD_ERROR)) {
                values.get(is.measures().size() - 1).set("0.02");
            }
            compute();
        });
        places.placesProperty().addListener((property, was, is) -> number.set(Long.toString(is.nextNumber())));
    }

    /** What is constructed; another kind begins anew. */
    ObjectProperty<ConstructionKind> kindProperty() {
        return kind;
    }

    /** Unit of bare numbers that are angles. */
    ObjectProperty<AngleUnit> unitProperty() {
        return unit;
    }

    /** What is typed, in the order of the kind. */
    StringProperty value(int i) {
        return values.get(i);
    }

    /** The number of the new point, of an arc the first one. */
    StringProperty numberProperty() {
        return number;
    }

    /** The points picked. */
    ObservableList<EastNorth> bases() {
        return bases;
    }

    /** Which solution is meant, from 0. */
    IntegerProperty chosenProperty() {
        return chosen;
    }

    /** What comes of it. */
    ReadOnlyObjectProperty<Construction> sketchProperty() {
        return sketch.getReadOnlyProperty();
    }

    /** What a picked point is called. */
    String name(int base) {
        return places.placesProperty().get().name(bases.get(base));
    }

    /** Takes a point picked on the map: the next one it starts from, or, when it has all, the solution beside it. */
    void pick(EastNorth place) {
        if (bases.size() < kind.get().bases().size()) {
            bases.add(place);
            compute();
            return;
        }
        List<List<EastNorth>> solutions = sketch.get().solutions();
        int best = chosen.get();
        for (int i = 0; i < solutions.size(); i++) {
            if (away(solutions.get(i), place) < away(solutions.get(best), place)) {
                best = i;
            }
        }
        choose(best);
    }

    private static double away(List<EastNorth> points, EastNorth place) {
        return points.stream()
                .mapToDouble(point -> point.distanceTo(place))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Means another solution; one that is not there changes nothing. */
    void choose(int solution) {
        if (solution >= 0 && solution < sketch.get().solutions().size()) {
            chosen.set(solution);
        }
    }

    /** Takes the last point picked back. */
    void unpick() {
        if (!bases.isEmpty()) {
            bases.remove(bases.size() - 1);
            compute();
        }
    }

    /** Forgets the points picked. */
    void clear() {
        bases.clear();
        compute();
    }

    private void compute() {
        Construction made = Construction.of(
                kind.get(), bases, values.stream().map(StringProperty::get).toList(), unit.get());
        if (chosen.get() >= made.solutions().size()) {
            chosen.set(0);
        }
        sketch.set(made);
    }

    /** Writes the point, or the points of an arc, in one act. */
    void write() {
        Construction made = sketch.get();
        if (made.refusal() != null) {
            desk.workspace().say(Notice.of(made.refusal()));
        } else if (made.solutions().isEmpty()
                || made.solutions().get(chosen.get()).isEmpty()) {
            desk.workspace().say(Notice.of("construction-not-complete"));
        } else {
            submit(made.solutions().get(chosen.get()));
        }
    }

    private void submit(List<EastNorth> places) {
        IdBlock ids = IdBlock.fresh(desk.clock());
        String method = kind.get().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        Observation how = new Observation(method, Double.NaN, LocalDate.now(desk.clock()), "", "");
        List<PlacedRecord> points = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            points.add(new SurveyPoint(
                    ids.uuid(i),
                    SurveyPoint.Role.DETAIL,
                    numbered(i),
                    places.get(i),
                    Double.NaN,
                    "",
                    how,
                    raw(),
                    null));
        }
        desk.workspace().submit(new AddObjects(points, Origin.SURVEYOR, ids.uuid(points.size())), outcome -> {
            if (outcome.filter(EditOutcome.Applied.class::isInstance).isPresent()) {
                clear();
                desk.workspace().say(Notice.of("survey-points-written", points.size()));
            }
        });
    }

    /** The number typed, and those after it. */
    private String numbered(int i) {
        String first = number.get().strip();
        if (i == 0 || first.isEmpty()) {
            return first;
        }
        return first.matches("\\d{1,9}") ? Long.toString(Long.parseLong(first) + i) : first + "." + i;
    }

    private String raw() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bases.size(); i++) {
            text.append(kind.get().bases().get(i)).append('=').append(name(i)).append("; ");
        }
        for (int i = 0; i < kind.get().measures().size(); i++) {
            text.append(values.get(i).get()).append(' ');
        }
        return text.toString().strip();
    }
}
