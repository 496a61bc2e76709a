package vn.diaba.app.transfer;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.intake.FileIntake;
import vn.diaba.app.intake.FileLook;
import vn.diaba.app.intake.FileLooks;
import vn.diaba.app.intake.Intake;
import vn.diaba.app.intake.IntakeKind;
import vn.diaba.app.intake.IntakeOrder;
import vn.diaba.app.intake.IntakePlace;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.job.Latest;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.map.crs.Crs;

/**
 * One file after the other on its way into the workspace: looked at, read whole, shown, accepted. FX thread only; looking and
 * reading are jobs, the newest wins.
 */
public final class ImportViewModel {
    /** How far the file at hand is. */
    public enum Phase {
        /** There is none. */
        NONE,
        /** Its beginning is looked at. */
        LOOKING,
        /** It is read. */
        READING,
        /** It is read, nothing is changed yet. */
        READY,
        /** It cannot be read as it is asked. */
        REFUSED,
        /** Its act is being written. */
        WRITING,
        /** It is in the workspace. */
        DONE
    }

    private static final Set<String> SIDE_FILES = Set.of("dbf", "shx", "prj", "cpg", "qix", "sbn", "sbx", "shp.xml");

    private final Workspace workspace;
    private final JobRunner jobs;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(this, "phase", Phase.NONE);
    private final ReadOnlyObjectWrapper<@Nullable FileLook> look = new ReadOnlyObjectWrapper<>(this, "look");
    private final ReadOnlyObjectWrapper<@Nullable Reading> reading = new ReadOnlyObjectWrapper<>(this, "reading");
    private final ReadOnlyObjectWrapper<@Nullable Refusal> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ImportAnswers answers = new ImportAnswers();
    private final Deque<Path> queue = new ArrayDeque<>();
    private List<CrsChoice> choices = List.of();
    private @Nullable Path file;
    private @Nullable IntakePlace place;
    private final Latest reader;
    private boolean isSetting;
    private boolean isAccepted;
    private Consumer<Extent> onShow = extent -> {};

    /** A CRS to choose. */
    public record CrsChoice(int epsg, String name) {}

    /** A file read: what came of it, where it lies, the land it was read over. */
    record Reading(Intake intake, ImportPreview preview, Fabric land) {}

    private record Looked(FileLook look, List<CrsChoice> choices) {}

    /** Files into this workspace. */
    public ImportViewModel(Workspace workspace, JobRunner jobs) {
        this.workspace = workspace;
        this.jobs = jobs;
        reader = new Latest(jobs);
        for (Property<?> each : answers.ofLook()) {
            each.addListener((property, was, is) -> change(this::look));
        }
        for (Property<?> each : answers.ofReading()) {
            each.addListener((property, was, is) -> change(this::read));
        }
    }

    private void change(Runnable again) {
        if (!isSetting && file != null && phase.get() != Phase.DONE && phase.get() != Phase.WRITING) {
            again.run();
        }
    }

    /** Who moves the map to where the file's land would lie. */
    public void setOnShow(Consumer<Extent> action) {
        onShow = action;
    }

    /** Takes files, the first at once, the others after it; parts of a shapefile are left out beside it. */
    public void open(List<Path> files) {
        queue.addAll(withoutSideFiles(files));
        if (phase.get() != Phase.WRITING) {
            next();
        }
    }

    static List<Path> withoutSideFiles(List<Path> files) {
        List<Path> kept = new ArrayList<>();
        for (Path each : files) {
            String name = String.valueOf(each.getFileName());
            int dot = name.indexOf('.');
            String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
            boolean beside = SIDE_FILES.contains(extension)
                    && files.stream()
                            .map(other -> String.valueOf(other.getFileName()))
                            .anyMatch(other -> other.toLowerCase(Locale.ROOT)
                                    .equals((name.substring(0, dot) + ".shp").toLowerCase(Locale.ROOT)));
            if (!beside) {
                kept.add(each);
            }
        }
        return kept;
    }

    /** How far it is. */
    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** The file's beginning; null while it is looked at. */
    ReadOnlyObjectProperty<@Nullable FileLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** The file as read; null while it is read, and when it cannot be. */
    ReadOnlyObjectProperty<@Nullable Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** What was read, if it was. */
    public Optional<Intake> findIntake() {
        return Optional.ofNullable(reading.get()).map(Reading::intake);
    }

    /** Why it cannot be read as asked; null when it can. */
    public ReadOnlyObjectProperty<@Nullable Refusal> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What a person says of it. */
    public ImportAnswers answers() {
        return answers;
    }

    /** The CRSs to choose from, the project's first. */
    List<CrsChoice> crsChoices() {
        return choices;
    }

    /** The file's name; "" for none. */
    public String fileName() {
        Path now = file;
        return now == null ? "" : String.valueOf(now.getFileName());
    }

    /** How many files wait. */
    public int waiting() {
        return queue.size();
    }

    /** The attribute a column holds; "" when it is kept as it is. */
    public String attribute(String column) {
        return answers.columns().attribute(column);
    }

    /** Says what a column holds; "" for nothing of ours. */
    public void map(String column, String attribute) {
        if (answers.columns().choose(column, attribute)) {
            change(this::read);
        }
    }

    /** Goes on to the next file; to none after the last. */
    public void next() {
        reader.drop();
        file = queue.poll();
        isAccepted = false;
        look.set(null);
        reading.set(null);
        problem.set(null);
        if (file == null) {
            phase.set(Phase.NONE);
            return;
        }
        isSetting = true;
        answers.forget();
        isSetting = false;
        workspace.ask(IntakePlace::of, known -> {
            place = known;
            look();
        });
    }

    /** Leaves this file and those that wait. */
    public void leave() {
        queue.clear();
        next();
    }

    private void look() {
        Path path = Objects.requireNonNull(file);
        IntakePlace known = Objects.requireNonNull(place);
        boolean first = look.get() == null;
        phase.set(Phase.LOOKING);
        ReadOptions asked = answers.reading();
        reader.submit(
                "job-look", progress -> new Looked(new FileLooks(known).of(path, asked), choices(known)), outcome -> {
                    if (outcome instanceof JobOutcome.Done<Looked> done) {
                        choices = done.value().choices();
                        take(done.value().look(), first);
                        read();
                    } else {
                        refuse(outcome);
                    }
                });
    }

    private static List<CrsChoice> choices(IntakePlace place) throws Exception {
        List<CrsChoice> choices = new ArrayList<>();
        choices.add(new CrsChoice(place.project().code(), place.project().name()));
        for (Crs zone : place.catalog().vn2000Zones()) {
            if (zone.code() != place.project().code()) {
                choices.add(new CrsChoice(zone.code(), zone.name()));
            }
        }
        Crs degrees = place.catalog().byCode(4326);
        choices.add(new CrsChoice(degrees.code(), degrees.name()));
        return choices;
    }

    private void take(FileLook found, boolean first) {
        isSetting = true;
        answers.take(found, first);
        isSetting = false;
        look.set(found);
    }

    private void read() {
        Path path = Objects.requireNonNull(file);
        IntakePlace known = Objects.requireNonNull(place);
        Fabric land = workspace.fabric();
        IntakeOrder order = answers.order();
        reading.set(null);
        problem.set(null);
        phase.set(Phase.READING);
        reader.submit(
                "job-import-read",
                progress -> {
                    Intake intake = new FileIntake(known).read(path, order, land, progress.part(0, 0.8));
                    return new Reading(intake, ImportPreview.of(intake.command(), land, progress), land);
                },
                outcome -> {
                    if (outcome instanceof JobOutcome.Done<Reading> done) {
                        reading.set(done.value());
                        phase.set(Phase.READY);
                        shown(done.value());
                    } else {
                        refuse(outcome);
                    }
                });
    }

    private void shown(Reading done) {
        if (isAccepted) {
            accept();
        } else {
            Extent extent = done.preview().extent();
            if (extent != null) {
                onShow.accept(extent);
            }
        }
    }

    private void refuse(JobOutcome<?> outcome) {
        isAccepted = false;
        problem.set(
                outcome instanceof JobOutcome.Failed<?> failed
                        ? Refusals.of(failed.cause())
                        : new Refusal("import-stopped", List.of()));
        phase.set(Phase.REFUSED);
    }

    /** Whether it can be taken in. */
    public boolean isReady() {
        return phase.get() == Phase.READY
                && findIntake().filter(intake -> intake.imported() > 0).isPresent();
    }

    /** Takes the file in, as one act; one read over land that has changed since is read once more first. */
    public void accept() {
        Reading ready = reading.get();
        if (!isReady() || ready == null) {
            return;
        }
        if (ready.land() != workspace.fabric() && answers.kindProperty().get() == IntakeKind.PARCELS) {
            isAccepted = true;
            read();
            return;
        }
        phase.set(Phase.WRITING);
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        workspace.submit(ready.intake().command(), outcome -> {
            boolean applied =
                    outcome.filter(EditOutcome.Applied.class::isInstance).isPresent();
            written.complete(applied);
            isAccepted = false;
            phase.set(applied ? Phase.DONE : Phase.READY);
        });
        if (!written.isDone()) {
            // Shown in the status bar; once it is being written it is written whole.
            jobs.submit("job-import-write", progress -> written.get(), outcome -> {});
        }
    }

    /** Takes back what was taken in last. */
    public void undo() {
        if (phase.get() == Phase.DONE) {
            workspace.undo();
            leave();
        }
    }
}
