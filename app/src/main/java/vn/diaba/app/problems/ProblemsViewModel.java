package vn.diaba.app.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.rule.Violation;

/** The faults shown, the one looked at, and the way from one to the next. FX thread only. */
public final class ProblemsViewModel {
    /** The smaller shape is to fill a third of the map, and no look is closer than this. */
    private static final double SHARE = 3;

    private static final double CLOSEST_METRES = 6;

    private final Workspace workspace;
    private final Tongue tongue;
    private final ObservableList<Violation> shown = FXCollections.observableArrayList();
    /** Kept, because it hears of the list only while somebody holds it. */
    private final ObservableList<Violation> shownOnly = FXCollections.unmodifiableObservableList(shown);

    private final ObjectProperty<@Nullable String> rule = new SimpleObjectProperty<>(this, "rule");
    private final ObjectProperty<@Nullable Severity> severity = new SimpleObjectProperty<>(this, "severity");
    private final ReadOnlyObjectWrapper<@Nullable Violation> current = new ReadOnlyObjectWrapper<>(this, "current");
    private Consumer<Extent> onLook = extent -> {};

    /** The faults of a workspace. */
    public ProblemsViewModel(Workspace workspace, Tongue tongue) {
        this.workspace = workspace;
        this.tongue = tongue;
        workspace.reportProperty().addListener((property, was, is) -> refresh());
        workspace.stateProperty().addListener((property, was, is) -> {
            if (!was.accepted().equals(is.accepted())) {
                refresh();
            }
        });
        rule.addListener((property, was, is) -> refresh());
        severity.addListener((property, was, is) -> refresh());
    }

    /** The faults that pass the filters and were not accepted: errors first, then warnings; within them in the order of the rules. */
    public ObservableList<Violation> shown() {
        return shownOnly;
    }

    /** Shows only faults of this rule; null shows all. */
    public ObjectProperty<@Nullable String> ruleProperty() {
        return rule;
    }

    /** Shows only faults that weigh this much; null shows all. */
    public ObjectProperty<@Nullable Severity> severityProperty() {
        return severity;
    }

    /** The fault looked at; null when none is. */
    public ReadOnlyObjectProperty<@Nullable Violation> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Who moves the map to the fault looked at. */
    public void setOnLook(Consumer<Extent> action) {
        onLook = action;
    }

    /** The rules that found something, in their order. */
    public List<String> rules() {
        CheckReport report = workspace.reportProperty().get();
        return report == null
                ? List.of()
                : report.byRule().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .map(java.util.Map.Entry::getKey)
                        .toList();
    }

    /** How many faults of this weight there are, shown or not; empty until a check has ended. */
    public Optional<Long> count(Severity wanted) {
        return Optional.ofNullable(workspace.reportProperty().get()).map(report -> report.count(wanted));
    }

    /** Looks at a fault: it becomes the current one, its parcels are selected and the map goes there. */
    public void look(Violation violation) {
        current.set(violation);
        workspace.select(violation.parcels());
        onLook.accept(surroundings(workspace.fabric(), violation));
    }

    /** Looks at no fault any more. */
    public void lookAway() {
        current.set(null);
    }

    /** Looks at the next fault shown, after the last the first. */
    public void next() {
        step(1);
    }

    /** Looks at the fault before, before the first the last. */
    public void previous() {
        step(-1);
    }

    /** The fault a step from the current one would lead to; null when there is no other. */
    @Nullable
    Violation following() {
        int at = shown.indexOf(current.get());
        return shown.size() < 2 ? null : shown.get(Math.floorMod(at + 1, shown.size()));
    }

    /** Looks at a fault if it is still shown, else at none. */
    void lookNext(@Nullable Violation next) {
        shown.stream()
                .filter(fault -> next != null && fault.id().equals(next.id()))
                .findFirst()
                .ifPresentOrElse(this::look, this::lookAway);
    }

    /** The sentence of a fault. */
    public String sentence(Violation violation) {
        List<String> parcels = violation.parcels().stream()
                .map(id -> workspace.fabric().findParcel(id).map(Parcel::label).orElse("?"))
                .toList();
        return tongue.messages()
                .violation(
                        violation.rule(),
                        parcels,
                        violation.areaSquareMetres(),
                        violation.widthMetres(),
                        violation.arguments());
    }

    /** What the map is to show of a fault: three times the smallest of its parcels, about the fault. */
    static Extent surroundings(Fabric fabric, Violation violation) {
        double size = Double.POSITIVE_INFINITY;
        ParcelCursor cursor = fabric.cursor();
        for (ParcelId id : violation.parcels()) {
            int slot = fabric.slotOf(id);
            if (slot >= 0 && cursor.at(slot)) {
                Extent extent = cursor.extent();
                size = Math.min(size, Math.max(extent.east() - extent.west(), extent.north() - extent.south()));
            }
        }
        double half = Math.max(CLOSEST_METRES, Double.isFinite(size) ? size * SHARE : 50) / 2;
        return Extent.of(violation.place()).grownBy(half);
    }

    private void step(int by) {
        if (!shown.isEmpty()) {
            int at = shown.indexOf(current.get());
            int next = at < 0 ? (by > 0 ? 0 : shown.size() - 1) : Math.floorMod(at + by, shown.size());
            look(shown.get(next));
        }
    }

    private void refresh() {
        CheckReport report = workspace.reportProperty().get();
        Violation was = current.get();
        List<Violation> all = new ArrayList<>();
        if (report != null) {
            for (Severity weight : Severity.values()) {
                report.violations().stream()
                        .filter(v -> v.severity() == weight)
                        .filter(v -> rule.get() == null || v.rule().equals(rule.get()))
                        .filter(v -> severity.get() == null || v.severity() == severity.get())
                        .filter(v -> !workspace.isAccepted(v))
                        .forEach(all::add);
            }
        }
        shown.setAll(all);
        if (was != null) {
            current.set(all.stream()
                    .filter(v -> v.id().equals(was.id()))
                    .findFirst()
                    .orElse(null));
        }
    }
}
