package vn.diaba.app.union;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.job.Latest;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.command.ParcelAttributes;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.union.MergeChoice;
import vn.diaba.cadastre.union.MergeParcels;
import vn.diaba.cadastre.union.MergePreview;
import vn.diaba.cadastre.union.Terms;

/**
 * The selected parcels side by side, what is chosen for the one they would become, and what stands against it. FX thread
 * only; merges are planned in jobs, the newest wins.
 */
public final class MergeViewModel {
    /** Columns that digits can choose; parcels beyond are merged too, but not shown. */
    public static final int SHOWN = 9;

    private final Workspace workspace;
    private final Tongue tongue;
    private final Clock clock;
    private final Latest planning;
    private final ObservableList<MergePreview.Field> rows = FXCollections.observableArrayList();
    private final IntegerProperty current = new SimpleIntegerProperty(this, "current", 0);
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");
    private final ObjectProperty<Terms.Legal> legal = new SimpleObjectProperty<>(this, "legal", Terms.Legal.PAPERS);
    private final BooleanProperty dropsStraight = new SimpleBooleanProperty(this, "dropsStraight", false);
    private final ReadOnlyObjectWrapper<@Nullable MergeSketch> sketch = new ReadOnlyObjectWrapper<>(this, "sketch");
    private final Map<String, ParcelId> from = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private List<ParcelId> parcels = List.of();
    private boolean isInUse;
    private boolean isSubmitted;

    /** A merge of what is selected in a workspace. */
    public MergeViewModel(Workspace workspace, Tongue tongue, Clock clock, JobRunner jobs) {
        this.workspace = workspace;
        this.tongue = tongue;
        this.clock = clock;
        planning = new Latest(jobs);
        workspace.selectionProperty().addListener((property, was, is) -> plan());
        workspace.stateProperty().addListener((property, was, is) -> plan());
        legal.addListener((property, was, is) -> plan());
        dropsStraight.addListener((property, was, is) -> plan());
    }

    /** Whether the tool is in use: only then merges are planned. */
    public void use(boolean inUse) {
        isInUse = inUse;
        reason.set("");
        legal.set(Terms.Legal.PAPERS);
        dropsStraight.set(false);
        parcels = List.of();
        sketch.set(null);
        plan();
    }

    /** The attributes any part has, those that differ first. */
    public ObservableList<MergePreview.Field> rows() {
        return rows;
    }

    /** The row that digits choose for. */
    public IntegerProperty currentProperty() {
        return current;
    }

    /** Why parcels of different land users or states become one. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Where the legal area comes from. */
    public ObjectProperty<Terms.Legal> legalProperty() {
        return legal;
    }

    /** Whether corners left on a straight side go. */
    public BooleanProperty dropsStraightProperty() {
        return dropsStraight;
    }

    /** What the merge would come to; null while fewer than two parcels are selected or it is worked out. */
    ReadOnlyObjectProperty<@Nullable MergeSketch> sketchProperty() {
        return sketch.getReadOnlyProperty();
    }

    /** The parts, in their order. */
    public List<Parcel> parts() {
        MergeSketch now = sketch.get();
        return now == null ? List.of() : now.preview().parts();
    }

    /** Which part an attribute is taken from as chosen, from 0; -1 when nobody chose. */
    public int chosen(String name) {
        @Nullable ParcelId id = from.get(name);
        return id == null ? -1 : parcels.indexOf(id);
    }

    /** Whether somebody typed the value of an attribute. */
    public boolean isTyped(String name) {
        return values.containsKey(name);
    }

    /** Takes an attribute from a part, 0 for the first; the same choice again takes it back. */
    public void choose(String name, int part) {
        if (part < 0 || part >= parcels.size() || name.equals("number")) {
            return;
        }
        boolean again = chosen(name) == part;
        // Name, number and kind of a land user are one person's: they come from one part together.
        for (String each : ParcelAttributes.OF_HOLDER.contains(name) ? ParcelAttributes.OF_HOLDER : List.of(name)) {
            values.remove(each);
            from.remove(each);
            if (!again) {
                from.put(each, parcels.get(part));
            }
        }
        plan();
    }

    /** Takes the attribute of the current row from a part, 1 for the first, and goes on to the next row. */
    public void chooseCurrent(int number) {
        if (current.get() >= 0 && current.get() < rows.size() && number <= Math.min(SHOWN, parcels.size())) {
            choose(rows.get(current.get()).name(), number - 1);
            step(1);
        }
    }

    /** Goes to another row. */
    public void step(int by) {
        current.set(Math.max(0, Math.min(rows.size() - 1, current.get() + by)));
    }

    /** Gives an attribute a value of its own; what the merge would give anyhow is no choice. */
    public void type(String name, String value) {
        String typed = name.equals("legalArea") ? value.strip().replace(',', '.') : value.strip();
        if (typed.equals(values.get(name))) {
            return;
        }
        from.remove(name);
        values.remove(name);
        boolean same = findMerged(name).filter(typed::equals).isPresent();
        if (!same) {
            values.put(name, typed);
        }
        plan();
    }

    private Optional<String> findMerged(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .map(MergePreview.Field::merged)
                .findFirst();
    }

    /** Hands the merge in; a merge that something stands against is only told of. */
    public void submit(Runnable done) {
        MergeSketch wanted = sketch.get();
        if (wanted == null || isSubmitted) {
            workspace.say(wanted == null ? Notice.of("merge-select-two", parcels.size()) : null);
            return;
        }
        List<MergePreview.Refusal> refusals = wanted.refusals(reason.get());
        if (!refusals.isEmpty()) {
            MergePreview.Refusal first = refusals.get(0);
            workspace.say(Notice.of(new Refusal(first.code(), first.arguments())));
            return;
        }
        isSubmitted = true;
        String why = wanted.needsReason() ? reason.get().strip() : "";
        workspace.submit(MergeSketch.with(wanted.command(), why), outcome -> {
            isSubmitted = false;
            if (outcome.filter(EditOutcome.Applied.class::isInstance).isPresent()) {
                done.run();
            }
        });
    }

    private void plan() {
        if (!isInUse) {
            return;
        }
        List<ParcelId> selected = workspace.selection();
        if (!selected.equals(parcels)) {
            parcels = selected;
            from.clear();
            values.clear();
            current.set(0);
        }
        planning.drop();
        Fabric fabric = workspace.fabric();
        // An act that ends parcels is told of before the selection follows.
        boolean live = parcels.stream()
                .allMatch(id -> fabric.findParcel(id).filter(Parcel::isLive).isPresent());
        if (parcels.size() < 2 || !live) {
            show(null);
            return;
        }
        MergeChoice choice = new MergeChoice(from, values, legal.get(), dropsStraight.get());
        MergeParcels merge = new MergeParcels(parcels, choice, "", LocalDate.now(clock), IdBlock.fresh(clock));
        planning.submit("job-preview", progress -> MergeSketch.of(fabric, merge), outcome -> {
            if (outcome instanceof JobOutcome.Done<MergeSketch> made) {
                show(made.value());
            } else if (outcome instanceof JobOutcome.Failed<MergeSketch>) {
                // A parcel has just ended; the selection follows and asks anew.
                show(null);
            }
        });
    }

    private void show(@Nullable MergeSketch made) {
        sketch.set(made);
        int row = current.get();
        if (made == null) {
            rows.clear();
        } else {
            List<MergePreview.Field> sorted = new ArrayList<>(made.preview().fields());
            sorted.sort(java.util.Comparator.comparing(field -> !field.isDifferent()));
            rows.setAll(sorted);
        }
        current.set(Math.max(0, Math.min(rows.size() - 1, row)));
    }

    /** The words for what the merge would come to. */
    MergeTexts texts() {
        return new MergeTexts(tongue.messages());
    }
}
