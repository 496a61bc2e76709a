package vn.diaba.app.build;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Land;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.job.Job;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.job.Work;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.linework.BuildParcels;
import vn.diaba.cadastre.linework.LineworkOptions;
import vn.diaba.cadastre.linework.ParcelWords;
import vn.diaba.cadastre.linework.SheetCommune;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.map.crs.CrsException;

/**
 * Parcels to be made of drawn lines. Every change of the tolerance builds them on trial, away from the FX thread; the newest
 * wins. What was typed into the grid stays with the place it was typed for. FX thread only.
 */
final class LinesViewModel {
    /** How far a point is looked about for what it may have missed, in tolerances. */
    private static final double SEARCH_SHARE = 2;

    private static final double AROUND_METRES = 20;

    private final ToolDesk desk;
    private final JobRunner jobs;
    private final DoubleProperty tolerance = new SimpleDoubleProperty(this, "tolerance", 0.05);
    private final StringProperty sheet = new SimpleStringProperty(this, "sheet", "");
    private final StringProperty levels = new SimpleStringProperty(this, "levels", "");
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>(this, "file");
    private final ReadOnlyObjectWrapper<@Nullable DrawnLines> source = new ReadOnlyObjectWrapper<>(this, "source");
    private final ReadOnlyObjectWrapper<@Nullable LinesSketch> sketch = new ReadOnlyObjectWrapper<>(this, "sketch");
    private final Map<EastNorth, ParcelWords> typed = new LinkedHashMap<>();
    private Consumer<Extent> onLook = extent -> {};
    private Runnable onBuilt = () -> {};
    private @Nullable Job trial;
    private boolean isUsed;

    LinesViewModel(ToolDesk desk, JobRunner jobs) {
        this.desk = desk;
        this.jobs = jobs;
        tolerance.addListener((property, was, is) -> attempt());
        sheet.addListener((property, was, is) -> attempt());
        desk.workspace().stateProperty().addListener((property, was, is) -> {
            if (isUsed && sketch.get() != null) {
                attempt();
            }
        });
        desk.workspace().landProperty().addListener((property, was, is) -> forget());
    }

    /** How far a point may move, metres. */
    DoubleProperty toleranceProperty() {
        return tolerance;
    }

    /** The map sheet of the numbers. */
    StringProperty sheetProperty() {
        return sheet;
    }

    /** The meaning of layers: {@code RANH=10, SOTHUA=13}. */
    StringProperty levelsProperty() {
        return levels;
    }

    /** The lines that were read; null while none are. */
    ReadOnlyObjectProperty<@Nullable DrawnLines> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** What they would come to; null while nothing was built on trial. */
    ReadOnlyObjectProperty<@Nullable LinesSketch> sketchProperty() {
        return sketch.getReadOnlyProperty();
    }

    /** Who shows a place on the map. */
    void setOnLook(Consumer<Extent> action) {
        onLook = action;
    }

    /** What is done when parcels were built. */
    void setOnBuilt(Runnable action) {
        onBuilt = action;
    }

    /** Shows the surroundings of a place. */
    void look(EastNorth place, double metres) {
        onLook.accept(Extent.of(place).grownBy(metres));
    }

    /** Whether the tool is in use. */
    void use(boolean needed) {
        isUsed = needed;
        if (needed && source.get() != null && sketch.get() == null) {
            attempt();
        }
    }

    /** Takes the lines among the map's objects. */
    void readMap() {
        Fabric land = desk.workspace().fabric();
        file.set(null);
        read(progress -> DrawnLines.ofMap(land, progress));
    }

    /** Takes the lines of a drawing. */
    void readFile(Path path) {
        Land land = desk.workspace().landProperty().get();
        if (land != null) {
            Map<String, Integer> meaning = meaning(levels.get());
            file.set(path);
            read(progress -> DrawnLines.ofFile(path, meaning, land.epsg(), desk.clock(), progress));
        }
    }

    /** Reads the drawing again, with other meanings of its layers. */
    void readAgain() {
        Path path = file.get();
        if (path != null) {
            readFile(path);
        }
    }

    /** Layer names and levels; parts that are no such pair are passed over. */
    static Map<String, Integer> meaning(String text) {
        Map<String, Integer> levels = new HashMap<>();
        for (String part : text.split("[,;]")) {
            String[] pair = part.split("=");
            if (pair.length == 2 && !pair[0].isBlank() && pair[1].strip().matches("\\d{1,2}")) {
                levels.put(pair[0].strip(), Integer.valueOf(pair[1].strip()));
            }
        }
        return levels;
    }

    private void read(Work<DrawnLines> work) {
        typed.clear();
        sketch.set(null);
        jobs.submit("job-read-lines", work, outcome -> {
            if (outcome instanceof JobOutcome.Done<DrawnLines> done) {
                source.set(done.value());
                attempt();
            } else if (outcome instanceof JobOutcome.Failed<DrawnLines> failed) {
                desk.workspace().say(Notice.of(refusal(failed.cause())));
            }
        });
    }

    private static Refusal refusal(Exception thrown) {
        if (thrown instanceof ImportException e) {
            return new Refusal(e.code(), e.arguments());
        }
        if (thrown instanceof CrsException e) {
            return new Refusal(e.code(), e.arguments());
        }
        return Refusal.of(thrown);
    }

    private void attempt() {
        DrawnLines lines = source.get();
        if (lines == null) {
            return;
        }
        if (trial != null) {
            trial.cancel();
        }
        remember();
        double metres = Math.max(LineworkOptions.LEAST_METRES, tolerance.get());
        double search = Math.min(LineworkOptions.MOST_METRES, metres * SEARCH_SHARE);
        Fabric land = desk.workspace().fabric();
        String of = sheet.get().strip();
        LineworkOptions options = new LineworkOptions(
                metres,
                search,
                ParcelSet.SURVEYED,
                of,
                SheetCommune.of(land, desk.workspace().commune(), of));
        IdBlock ids = IdBlock.fresh(desk.clock());
        trial = jobs.submit("job-build", progress -> LinesSketch.of(lines, options, land, ids, progress), outcome -> {
            boolean newest = lines == source.get() && land == desk.workspace().fabric();
            if (outcome instanceof JobOutcome.Done<LinesSketch> done && newest) {
                boolean first = sketch.get() == null;
                recall(done.value());
                sketch.set(done.value());
                if (first) {
                    lookAtAll(done.value());
                }
            } else if (outcome instanceof JobOutcome.Failed<LinesSketch> failed) {
                desk.workspace().say(Notice.of(refusal(failed.cause())));
            }
        });
    }

    /** A drawing just read may be anywhere. */
    private void lookAtAll(LinesSketch made) {
        Fabric land = made.built().land().land();
        land.index().extent().ifPresent(extent -> onLook.accept(extent.grownBy(AROUND_METRES)));
    }

    /** Keeps what was typed, by place. */
    private void remember() {
        LinesSketch made = sketch.get();
        if (made != null) {
            made.rows().stream().filter(BuiltRow::isTyped).forEach(row -> typed.put(row.inside(), row.words()));
        }
    }

    private void recall(LinesSketch made) {
        Map<ParcelId, BuiltRow> rows = new HashMap<>();
        made.rows().forEach(row -> rows.put(row.id(), row));
        Fabric land = made.built().land().land();
        typed.forEach((place, words) -> {
            for (ParcelId id : land.index().parcelsAt(place)) {
                rows.get(id).numberProperty().set(words.number());
                rows.get(id).landUseProperty().set(words.landUse());
            }
        });
    }

    private void forget() {
        source.set(null);
        sketch.set(null);
        typed.clear();
    }

    /** The row of the parcel at a place. */
    Optional<BuiltRow> rowAt(EastNorth place) {
        LinesSketch made = sketch.get();
        if (made == null) {
            return Optional.empty();
        }
        List<ParcelId> there = made.built().land().land().index().parcelsAt(place);
        return made.rows().stream().filter(row -> there.contains(row.id())).findFirst();
    }

    /** Adds the parcels with what was typed, all in one act. */
    void build() {
        LinesSketch made = sketch.get();
        if (made == null || made.rows().isEmpty()) {
            desk.workspace().say(Notice.of(source.get() == null ? "build-no-lines" : "build-no-faces"));
            return;
        }
        Map<ParcelId, ParcelWords> words = new HashMap<>();
        made.rows().stream().filter(BuiltRow::isTyped).forEach(row -> words.put(row.id(), row.words()));
        BuildParcels command = new BuildParcels(
                made.built().land(),
                words,
                made.options().sheet(),
                IdBlock.fresh(desk.clock()).uuid(0));
        // What it was built over changes with the act; it is not to be built anew over itself.
        sketch.set(null);
        desk.workspace().submit(command, outcome -> {
            if (outcome.isPresent() && outcome.get() instanceof EditOutcome.Applied applied) {
                forget();
                onBuilt.run();
                if (applied.violations().isEmpty()) {
                    long numbered = made.rows().stream()
                            .filter(row -> !row.words().number().isEmpty())
                            .count();
                    desk.workspace().say(Notice.of("build-done", made.rows().size(), numbered));
                }
            } else {
                sketch.set(made);
            }
        });
    }
}
