package vn.diaba.app.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.text.Messages;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.traverse.Suspicion;
import vn.diaba.cadastre.traverse.TraverseLeg;
import vn.diaba.exchange.points.FieldBook;
import vn.diaba.exchange.points.FieldBookReader;
import vn.diaba.exchange.table.ImportException;

/** The traverse being typed. Every change is computed at once, least squares away from the FX thread. FX thread only. */
final class TraverseViewModel {
    private final ToolDesk desk;
    private final JobRunner jobs;
    private final PlacesViewModel places;
    private final TraverseFields fields = new TraverseFields(this::compute);
    private final ObservableList<LegRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<TraverseSketch> sketch = new ReadOnlyObjectWrapper<>(this, "sketch");
    private boolean isFilling;
    private @Nullable TraverseDraft wanted;

    TraverseViewModel(ToolDesk desk, JobRunner jobs, PlacesViewModel places) {
        this.desk = desk;
        this.jobs = jobs;
        this.places = places;
        sketch.set(TraverseWork.of(fields.draft(List.of()), KnownPlaces.NONE));
        rows.add(row(LegText.BLANK));
        places.placesProperty().addListener((property, was, is) -> compute());
        desk.tongue().messagesProperty().addListener((property, was, is) -> show(sketch.get()));
    }

    /** What is typed beside the rows. */
    TraverseFields fields() {
        return fields;
    }

    /** The rows; the last one is blank. */
    ObservableList<LegRow> rows() {
        return rows;
    }

    /** The traverse as far as it is read. */
    ReadOnlyObjectProperty<TraverseSketch> sketchProperty() {
        return sketch.getReadOnlyProperty();
    }

    private LegRow row(LegText text) {
        return new LegRow(text, this::compute);
    }

    private boolean isBearing() {
        return rows.size() > 1 && rows.get(rows.size() - 2).bearingProperty().get();
    }

    /** Takes rows, or a field book, from any text. */
    void paste(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return;
        }
        if (FieldBookReader.recognises(lines.get(0))) {
            pasteBook(text);
        } else {
            add(PastedLegs.parse(text, isBearing() || fields.back.get().isBlank()));
        }
    }

    private void pasteBook(String text) {
        try {
            FieldBook book = FieldBookReader.of(
                    desk.tongue().say("traverse-pasted"), text.lines().toList(), places.control());
            if (book.traverses().isEmpty()) {
                desk.workspace().say(Notice.of("traverse-not-in-book"));
                return;
            }
            take(book, book.traverses().get(0));
        } catch (ImportException e) {
            desk.workspace().say(Notice.of(new Refusal(e.code(), e.arguments())));
        }
    }

    private void take(FieldBook book, FieldBook.Course course) {
        isFilling = true;
        var traverse = course.traverse();
        fields.start.set(named(book, traverse.start()));
        Bearing back = traverse.back();
        fields.back.set(
                course.back().isEmpty()
                        ? back == null ? "" : AngleText.dms(back.degrees(), 1)
                        : named(book, course.back()));
        String end = traverse.from(traverse.legs().size());
        fields.close.set(traverse.close().at() == null || end.equals(traverse.start()) ? "" : named(book, end));
        fields.closeAngle.set(
                traverse.close().hasAngle() ? AngleText.dms(traverse.close().angleDegrees(), 1) : "");
        Bearing onward = traverse.close().onward();
        fields.onward.set(
                course.onward().isEmpty()
                        ? onward == null ? "" : AngleText.dms(onward.degrees(), 1)
                        : named(book, course.onward()));
        rows.clear();
        rows.add(row(LegText.BLANK));
        List<LegText> legs = new ArrayList<>();
        for (TraverseLeg leg : traverse.legs()) {
            Bearing bearing = leg.bearing();
            double angle = bearing == null ? leg.angleDegrees() : bearing.degrees();
            legs.add(new LegText(
                    leg.to(),
                    bearing != null,
                    AngleText.dms(angle, 1),
                    desk.tongue().messages().values().plain(leg.lengthMetres()),
                    leg.radiusMetres() == 0
                            ? ""
                            : desk.tongue().messages().values().plain(leg.radiusMetres())));
        }
        isFilling = false;
        add(legs);
    }

    /** A point the land does not know is put in by its coordinates. */
    private String named(FieldBook book, String name) {
        var place = book.placeOf(name);
        boolean known = places.placesProperty().get().find(name).isPresent();
        return known || place == null ? name : KnownPlaces.text(place);
    }

    private void add(List<LegText> legs) {
        isFilling = true;
        rows.removeIf(each -> each.text().isBlank());
        legs.forEach(each -> rows.add(row(each)));
        isFilling = false;
        compute();
    }

    /** Takes a row away. */
    void remove(LegRow row) {
        rows.remove(row);
        compute();
    }

    /** Begins anew. */
    void clear() {
        isFilling = true;
        rows.clear();
        for (var each : List.of(fields.start, fields.back, fields.close, fields.closeAngle, fields.onward)) {
            each.set("");
        }
        isFilling = false;
        compute();
    }

    private void compute() {
        if (isFilling) {
            return;
        }
        if (rows.isEmpty() || !rows.get(rows.size() - 1).text().isBlank()) {
            LegText last =
                    rows.isEmpty() ? LegText.BLANK : rows.get(rows.size() - 1).text();
            rows.add(row(new LegText("", last.isBearing() || fields.back.get().isBlank(), "", "", "")));
        }
        TraverseDraft draft = fields.draft(rows.stream().map(LegRow::text).toList());
        KnownPlaces known = places.placesProperty().get();
        wanted = draft;
        if (draft.adjustment() != Adjustment.LEAST_SQUARES) {
            take(TraverseWork.of(draft, known));
            return;
        }
        jobs.submit("job-adjust", progress -> TraverseWork.of(draft, known), outcome -> {
            if (outcome instanceof JobOutcome.Done<TraverseSketch> done && draft.equals(wanted)) {
                take(done.value());
            } else if (outcome instanceof JobOutcome.Failed<TraverseSketch> failed) {
                desk.workspace().say(Notice.of(Refusal.of(failed.cause())));
            }
        });
    }

    private void take(TraverseSketch made) {
        show(made);
        sketch.set(made);
    }

    private void show(TraverseSketch made) {
        Messages messages = desk.tongue().messages();
        for (LegRow row : rows) {
            row.showNothing();
            row.say("", false);
        }
        for (TraverseSketch.Shot shot : made.shots()) {
            rows.get(shot.row()).show(shot.before(), shot.after(), messages.values());
        }
        made.refusals().forEach((row, why) -> {
            if (row >= 0) {
                rows.get(row).say(messages.sentence(why.code(), why.arguments()), true);
            }
        });
        for (Suspicion each : made.suspicions()) {
            int row = made.rowOf(each);
            if (row >= 0 && rows.get(row).noteProperty().get().isEmpty()) {
                boolean likeliest = each.equals(made.suspicions().get(0));
                String sentence = messages.sentence(each.code(), each.arguments());
                rows.get(row).say(likeliest ? sentence : messages.sentence("traverse-or", sentence), likeliest);
            }
        }
    }

    /** What is wrong with the traverse as a whole, or may be; empty for nothing. */
    Optional<String> complaint() {
        Messages messages = desk.tongue().messages();
        Refusal why = sketch.get().refusals().get(-1);
        if (why != null) {
            return Optional.of(messages.sentence(why.code(), why.arguments()));
        }
        return sketch.get().suspicions().stream()
                .findFirst()
                .map(each -> messages.sentence(each.code(), each.arguments()));
    }

    /** What the arrows on the map mean. */
    String legend() {
        return desk.tongue().say("traverse-arrows");
    }

    /** Writes the points that are not known yet, in one act; what keeps it from that is said. */
    void write() {
        TraverseSketch made = sketch.get();
        if (!made.isWhole()) {
            Refusal why = made.refusals().values().stream()
                    .findFirst()
                    .orElse(new Refusal(made.startAt() == null ? "traverse-no-start" : "traverse-no-legs", List.of()));
            desk.workspace().say(Notice.of(why));
            return;
        }
        IdBlock ids = IdBlock.fresh(desk.clock());
        List<PlacedRecord> points =
                SurveyedPoints.of(made, places.placesProperty().get(), LocalDate.now(desk.clock()), ids);
        if (points.isEmpty()) {
            desk.workspace().say(Notice.of("traverse-all-known"));
            return;
        }
        AddObjects command = new AddObjects(points, Origin.SURVEYOR, ids.uuid(points.size()));
        desk.workspace().submit(command, outcome -> {
            if (outcome.filter(EditOutcome.Applied.class::isInstance).isPresent()) {
                desk.workspace().say(Notice.of("survey-points-written", points.size()));
            }
        });
    }
}
