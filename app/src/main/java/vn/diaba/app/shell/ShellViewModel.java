package vn.diaba.app.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import vn.diaba.app.attach.FilesViewModel;
import vn.diaba.app.attach.OpenedFiles;
import vn.diaba.app.edit.WindowJobs;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.history.HistoryViewModel;
import vn.diaba.app.inbox.ConflictViewModel;
import vn.diaba.app.layers.LayersViewModel;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.parcel.ObjectViewModel;
import vn.diaba.app.parcel.PapersViewModel;
import vn.diaba.app.parcel.ParcelViewModel;
import vn.diaba.app.problems.ProblemsViewModel;
import vn.diaba.app.problems.RemediesViewModel;
import vn.diaba.app.sync.SyncViewModel;
import vn.diaba.app.take.TakeViewModel;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelId;

/** What the frame and its panels share. FX thread only. */
public final class ShellViewModel {
    private final Workspace workspace;
    private final Tongue tongue;
    private final WindowJobs jobs;
    private final Openers openers;
    private final Clock clock;
    private final LayersViewModel layers;
    private final ParcelViewModel parcel;
    private final FilesViewModel files;
    private final PapersViewModel papers;
    private final ObjectViewModel object;
    private final ProblemsViewModel problems;
    private final RemediesViewModel remedies;
    private final HistoryViewModel history;
    private final SyncViewModel sync;
    private final ConflictViewModel conflicts;
    private final TakeViewModel take;

    /** The models of all panels over one workspace. */
    public ShellViewModel(Workspace workspace, Tongue tongue, WindowJobs jobs, Openers openers, Clock clock) {
        this.workspace = workspace;
        this.tongue = tongue;
        this.jobs = jobs;
        this.openers = openers;
        this.clock = clock;
        layers = new LayersViewModel(workspace, jobs);
        parcel = new ParcelViewModel(workspace, tongue, clock);
        files = new FilesViewModel(workspace, tongue, clock, OpenedFiles.onDesktop());
        papers = new PapersViewModel(workspace, tongue, clock, files);
        object = new ObjectViewModel(workspace, tongue, clock);
        problems = new ProblemsViewModel(workspace, tongue);
        remedies = new RemediesViewModel(problems, workspace, tongue, clock);
        history = new HistoryViewModel(workspace, tongue, clock.getZone());
        sync = new SyncViewModel(workspace, tongue);
        conflicts = new ConflictViewModel(workspace, tongue);
        conflicts.setOnDecided(sync::refresh);
        take = new TakeViewModel(workspace, tongue);
        take.setOnOpen(this::open);
        sync.othersProperty().addListener((property, was, is) -> layers.propose(is.proposals()));
        sync.factsProperty().addListener((property, was, is) -> {
            if (was.conflicts() != is.conflicts()) {
                conflicts.refresh();
            }
        });
    }

    /** The land. */
    public Workspace workspace() {
        return workspace;
    }

    /** The language. */
    public Tongue tongue() {
        return tongue;
    }

    /** Work that goes on. */
    public WindowJobs jobs() {
        return jobs;
    }

    /** Time and zone. */
    public Clock clock() {
        return clock;
    }

    /** The remedies of the fault looked at. */
    public RemediesViewModel remedies() {
        return remedies;
    }

    /** The layers. */
    public LayersViewModel layers() {
        return layers;
    }

    /** The card. */
    public ParcelViewModel parcel() {
        return parcel;
    }

    /** Attached files. */
    public FilesViewModel files() {
        return files;
    }

    /** Papers and files of the card. */
    public PapersViewModel papers() {
        return papers;
    }

    /** The card of a map object. */
    public ObjectViewModel object() {
        return object;
    }

    /** The faults. */
    public ProblemsViewModel problems() {
        return problems;
    }

    /** The undo list. */
    public HistoryViewModel history() {
        return history;
    }

    /** The workspace and its land database. */
    public SyncViewModel sync() {
        return sync;
    }

    /** What must be decided after a sync. */
    public ConflictViewModel conflicts() {
        return conflicts;
    }

    /** Taking work to the field. */
    public TakeViewModel take() {
        return take;
    }

    /** The status bar's words in the language of now. */
    public StatusTexts status() {
        return new StatusTexts(tongue.messages(), clock);
    }

    /** Opens a workspace folder. */
    public void open(Path folder) {
        workspace.open(openers.folder(folder));
    }

    /** Opens the sample. */
    public void openSample() {
        workspace.open(openers.sample());
    }

    /** What holds all selected parcels, if any. */
    public Optional<Extent> selectionExtent() {
        Fabric fabric = workspace.fabric();
        ParcelCursor cursor = fabric.cursor();
        Extent all = null;
        for (ParcelId id : workspace.selection()) {
            int slot = fabric.slotOf(id);
            if (slot >= 0 && cursor.at(slot)) {
                all = all == null ? cursor.extent() : all.union(cursor.extent());
            }
        }
        return Optional.ofNullable(all);
    }
}
