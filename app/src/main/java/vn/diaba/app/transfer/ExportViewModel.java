package vn.diaba.app.transfer;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.Job;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.job.Latest;
import vn.diaba.app.workspace.Outputs;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.rule.CheckReport;

/**
 * Land on its way out: what, in which form, what is ready and what is not, what was written. FX thread only; counting and
 * writing are jobs on a snapshot.
 */
public final class ExportViewModel {
    private final Workspace workspace;
    private final JobRunner jobs;
    private final ObjectProperty<ExportRequest.Content> content =
            new SimpleObjectProperty<>(this, "content", ExportRequest.Content.ALL);
    private final ObjectProperty<ExportFormat> format =
            new SimpleObjectProperty<>(this, "format", ExportFormat.EXTRACT_FOLDER);
    private final BooleanProperty withPeople = new SimpleBooleanProperty(this, "withPeople", false);
    private final BooleanProperty resumes = new SimpleBooleanProperty(this, "resumes", true);
    private final IntegerProperty crs = new SimpleIntegerProperty(this, "crs", 0);
    private final IntegerProperty denominator = new SimpleIntegerProperty(this, "denominator", 0);
    private final ReadOnlyObjectWrapper<@Nullable ExportCheck> check = new ReadOnlyObjectWrapper<>(this, "check");
    private final ReadOnlyObjectWrapper<ExportRequest.@Nullable Written> written =
            new ReadOnlyObjectWrapper<>(this, "written");
    private final ReadOnlyObjectWrapper<@Nullable Refusal> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final Latest counting;
    private @Nullable Job writing;
    private boolean isInUse;

    /** Land out of this workspace. */
    public ExportViewModel(Workspace workspace, JobRunner jobs) {
        this.workspace = workspace;
        this.jobs = jobs;
        counting = new Latest(jobs);
        workspace.selectionProperty().addListener((property, was, is) -> {
            if (isInUse && was.isEmpty() && !is.isEmpty() && content.get() == ExportRequest.Content.ALL) {
                content.set(ExportRequest.Content.SELECTION);
            }
            count();
        });
        workspace.stateProperty().addListener((property, was, is) -> count());
        workspace.reportProperty().addListener((property, was, is) -> count());
        for (Property<?> each : List.of(content, format)) {
            each.addListener((property, was, is) -> count());
        }
        content.addListener((property, was, is) -> {
            if (is == ExportRequest.Content.OBJECTS && !format.get().isTable()) {
                format.set(ExportFormat.GEOPACKAGE);
            }
        });
    }

    /** Whether it is in use: only then is counted. The selection is meant when there is one. */
    public void use(boolean inUse) {
        isInUse = inUse;
        if (inUse) {
            withPeople.set(false);
            problem.set(null);
            written.set(null);
            content.set(workspace.selection().isEmpty() ? ExportRequest.Content.ALL : ExportRequest.Content.SELECTION);
        }
        count();
    }

    /** Which land. */
    ObjectProperty<ExportRequest.Content> contentProperty() {
        return content;
    }

    /** In which form. */
    public ObjectProperty<ExportFormat> formatProperty() {
        return format;
    }

    /** Whether names of land users leave too; never remembered. */
    public BooleanProperty withPeopleProperty() {
        return withPeople;
    }

    /** Whether an earlier run of extracts goes on. */
    public BooleanProperty resumesProperty() {
        return resumes;
    }

    /** The EPSG code of the file's CRS; 0 for the workspace's. */
    public IntegerProperty crsProperty() {
        return crs;
    }

    /** The scale of extracts, 1 to this; 0 for the largest that fits. */
    public IntegerProperty denominatorProperty() {
        return denominator;
    }

    /** What is ready and what is not; null while it is counted. */
    ReadOnlyObjectProperty<@Nullable ExportCheck> checkProperty() {
        return check.getReadOnlyProperty();
    }

    /** What was written last; null before. */
    ReadOnlyObjectProperty<ExportRequest.@Nullable Written> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** Why nothing was written; null when nothing stood against it. */
    public ReadOnlyObjectProperty<@Nullable Refusal> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it is being written. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether there is anything to write. */
    public boolean isReady() {
        ExportCheck now = check.get();
        return now != null
                && !busy.get()
                && (content.get() == ExportRequest.Content.OBJECTS ? now.objects() : now.parcels()) > 0;
    }

    /** A name to propose for the file. */
    public String proposedName() {
        var land = workspace.landProperty().get();
        String base = land == null ? "" : land.name().replaceAll("[^\\p{L}\\p{N}]+", "-");
        return (base.isEmpty() ? "diaba" : base) + "." + format.get().extension();
    }

    /** Writes; the snapshot is taken now, edits go on meanwhile. */
    public void write(Path target) {
        if (busy.get()) {
            return;
        }
        ExportRequest request = request();
        busy.set(true);
        problem.set(null);
        written.set(null);
        workspace.ask(Outputs.Source::of, source -> {
            writing = jobs.submit("job-export", progress -> request.write(source, target, progress), outcome -> {
                busy.set(false);
                if (outcome instanceof JobOutcome.Done<ExportRequest.Written> done) {
                    written.set(done.value());
                } else if (outcome instanceof JobOutcome.Failed<ExportRequest.Written> failed) {
                    problem.set(Refusals.of(failed.cause()));
                } else {
                    problem.set(new Refusal("export-stopped", List.of()));
                }
            });
        });
    }

    /** Asks the writing to stop; files that are whole stay. */
    public void stop() {
        if (writing != null) {
            writing.cancel();
        }
    }

    private ExportRequest request() {
        return new ExportRequest(
                content.get(),
                workspace.selection(),
                format.get(),
                withPeople.get(),
                format.get().isTable() ? crs.get() : 0,
                format.get().isExtract() ? denominator.get() : 0,
                resumes.get());
    }

    private void count() {
        if (!isInUse) {
            return;
        }
        check.set(null);
        Fabric land = workspace.fabric();
        CheckReport report = workspace.reportProperty().get();
        ExportRequest request = request();
        counting.submit("job-count", progress -> ExportCheck.of(land, request.select(), report, progress), outcome -> {
            if (outcome instanceof JobOutcome.Done<ExportCheck> done) {
                check.set(done.value());
            }
        });
    }
}
