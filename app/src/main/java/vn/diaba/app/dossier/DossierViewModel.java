package vn.diaba.app.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.office.Office;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.casefile.EditCase;
import vn.diaba.cadastre.casefile.HandInCase;
import vn.diaba.cadastre.casefile.OpenCase;
import vn.diaba.cadastre.casefile.ReturnCase;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.CaseFile;

/** The cases of the open workspace, and the one looked at. It follows the land only while it is watched. FX thread only. */
public final class DossierViewModel {
    private static final Comparator<CaseFile> URGENT_FIRST = Comparator.comparing(
                    (CaseFile file) -> !file.state().isWorkedOn())
            .thenComparing(CaseFile::deadline, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CaseFile::number);

    private final Workspace workspace;
    private final Tongue tongue;
    private final Clock clock;
    private final ObservableList<CaseFile> shown = FXCollections.observableArrayList();
    private final Map<String, String> procedures = new TreeMap<>();
    private final ObservableList<String> procedureCodes = FXCollections.observableArrayList();
    private final ObjectProperty<CaseFilter> filter = new SimpleObjectProperty<>(this, "filter", CaseFilter.WORKED_ON);
    private final StringProperty wanted = new SimpleStringProperty(this, "wanted", "");
    private final ReadOnlyObjectWrapper<@Nullable CaseFile> looked = new ReadOnlyObjectWrapper<>(this, "looked");
    private final ReadOnlyObjectWrapper<@Nullable CaseFile> worked = new ReadOnlyObjectWrapper<>(this, "worked");
    private final ReadOnlyObjectWrapper<@Nullable Refusal> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final CaseDraft draft = new CaseDraft(this::judge);
    private boolean isWatched;
    private boolean isFilling;

    /** Follows the open workspace. */
    public DossierViewModel(Workspace workspace, Tongue tongue, Clock clock) {
        this.workspace = workspace;
        this.tongue = tongue;
        this.clock = clock;
        workspace.landProperty().addListener((property, was, is) -> open());
        workspace.stateProperty().addListener((property, was, is) -> follow());
        filter.addListener((property, was, is) -> list());
        wanted.addListener((property, was, is) -> list());
    }

    /** Reads the cases now, and whenever the land changes, until told that nobody looks. */
    public void watch(boolean isSeen) {
        isWatched = isSeen;
        follow();
    }

    private void open() {
        look(null);
        workspace.ask(open -> open.office().procedures(today()), this::offer);
    }

    private void offer(List<Office.Procedure> all) {
        procedures.clear();
        all.forEach(each -> procedures.put(each.code(), each.name()));
        String kept = draft.procedureProperty().get();
        procedureCodes.setAll(procedures.keySet().stream()
                .sorted(Comparator.comparing(this::procedureName))
                .toList());
        draft.procedureProperty().set(kept);
    }

    /** The cases listed, those due first at the head and closed ones at the end. */
    public ObservableList<CaseFile> shown() {
        return shown;
    }

    /** Codes of the kinds of change the office knows, in the order of their names. */
    public ObservableList<String> procedures() {
        return procedureCodes;
    }

    /** What people call a kind of change; its code when the office does not know it. */
    public String procedureName(String code) {
        return procedures.getOrDefault(code, code);
    }

    /** Which cases are listed. */
    public ObjectProperty<CaseFilter> filterProperty() {
        return filter;
    }

    /** What the number or the applicant of a listed case contains. */
    public StringProperty wantedProperty() {
        return wanted;
    }

    /** The case looked at; null while a new one is typed. */
    public ReadOnlyObjectProperty<@Nullable CaseFile> lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /** The case that acts belong to; null for none. */
    public ReadOnlyObjectProperty<@Nullable CaseFile> workedProperty() {
        return worked.getReadOnlyProperty();
    }

    /** What stands against what is typed; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Refusal> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is typed. */
    public CaseDraft draft() {
        return draft;
    }

    /** The labels of parcels. */
    public String labels(List<ParcelId> parcels) {
        return new ParcelNames(workspace.fabric()).labels(parcels);
    }

    /** Days by which a case is late; 0 when it is not. */
    public long daysLate(CaseFile file) {
        LocalDate due = file.deadline();
        return due != null && file.isLateOn(today()) ? today().toEpochDay() - due.toEpochDay() : 0;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Looks at a case; null begins a new one. */
    public void look(@Nullable CaseFile file) {
        looked.set(file);
        CaseFile now = file == null
                ? CaseFile.opened(new UUID(0, 0), "", "", workspace.selection()).dated(today(), null)
                : file;
        isFilling = true;
        draft.fill(now, tongue.messages().values());
        isFilling = false;
        judge();
    }

    /** Takes the parcels selected on the map as those the case is about. */
    public void takeSelection() {
        draft.parcelsProperty().set(List.copyOf(workspace.selection()));
    }

    private void follow() {
        worked.set(workspace.stateProperty().get().findCase().orElse(null));
        if (!isWatched) {
            return;
        }
        list();
        CaseFile was = looked.get();
        if (was == null) {
            judge();
            return;
        }
        CaseFile now = workspace.fabric().findRecord(was.id()).orElse(null) instanceof CaseFile file ? file : null;
        if (!was.equals(now)) {
            look(now);
        } else {
            judge();
        }
    }

    private void list() {
        if (!isWatched) {
            return;
        }
        String part = wanted.get().strip().toLowerCase(Locale.ROOT);
        LocalDate today = today();
        List<CaseFile> all = new ArrayList<>();
        for (CaseFile file : workspace.fabric().cases()) {
            String text = (file.number() + "\n" + file.applicant()).toLowerCase(Locale.ROOT);
            if (filter.get().shows(file, today) && text.contains(part)) {
                all.add(file);
            }
        }
        all.sort(URGENT_FIRST);
        if (!shown.equals(all)) {
            shown.setAll(all);
        }
    }

    /** Says at once what stands against what is typed. */
    private void judge() {
        if (isFilling || !isWatched) {
            return;
        }
        try {
            save(IdBlock.fresh(clock)).plan(workspace.fabric());
            problem.set(null);
        } catch (ImpossibleEditException e) {
            problem.set(new Refusal(e.code(), e.arguments()));
        }
    }

    /** Whether what is typed can be saved. */
    public boolean canSave() {
        return problem.get() == null && workspace.landProperty().get() != null;
    }

    private EditCommand save(IdBlock ids) throws ImpossibleEditException {
        CaseFile known = looked.get();
        CaseFile file = draft.over(known, ids.uuid(1));
        return known == null ? new OpenCase(file, ids) : new EditCase(file, ids);
    }

    /** Opens the case typed, or alters the one looked at. */
    public void save() {
        try {
            EditCommand command = save(IdBlock.fresh(clock));
            boolean isNew = command instanceof OpenCase;
            submit(command, isNew);
        } catch (ImpossibleEditException e) {
            problem.set(new Refusal(e.code(), e.arguments()));
        }
    }

    /** Says that the work of the case looked at is done. */
    public void handIn() {
        CaseFile file = looked.get();
        if (file != null) {
            submit(new HandInCase(file.id(), IdBlock.fresh(clock)), false);
        }
    }

    /** Gives the case looked at back, for a reason. */
    public void giveBack(String reason) {
        CaseFile file = looked.get();
        if (file != null) {
            submit(new ReturnCase(file.id(), reason, IdBlock.fresh(clock)), false);
        }
    }

    private void submit(EditCommand command, boolean looksAtIt) {
        workspace.submit(command, ended -> {
            if (looksAtIt && ended.orElse(null) instanceof EditOutcome.Applied applied) {
                UUID opened = applied.changes().caseId();
                Optional.ofNullable(opened)
                        .flatMap(id -> workspace.fabric().findRecord(id))
                        .filter(CaseFile.class::isInstance)
                        .ifPresent(file -> look((CaseFile) file));
            }
        });
    }

    /** Lets all that is done from now on belong to the case looked at; once more, to none. */
    public void toggleWork() {
        CaseFile file = looked.get();
        CaseFile now = worked.get();
        if (file == null || now != null && now.id().equals(file.id())) {
            workspace.workIn(null);
        } else {
            workspace.workIn(file.id());
        }
    }

    /**
     * Selects the parcels of a case that live.
     *
     * @return what holds all its parcels, those retired where they were last; empty when it is about none
     */
    public Optional<Extent> show(CaseFile file) {
        Fabric fabric = workspace.fabric();
        Extent all = null;
        for (ParcelId id : file.parcels()) {
            if (fabric.findParcel(id).isPresent()) {
                var box = fabric.shapeOf(id).getEnvelopeInternal();
                Extent one = new Extent(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
                all = all == null ? one : all.union(one);
            }
        }
        workspace.select(file.parcels());
        return Optional.ofNullable(all);
    }
}
