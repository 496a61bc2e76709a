package vn.diaba.app.parcel;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.office.PaperType;
import vn.diaba.app.paper.FileIntake;
import vn.diaba.app.workspace.Outputs;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.model.Attachment;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Right;
import vn.diaba.cadastre.paper.AddPaper;
import vn.diaba.cadastre.paper.RemoveAttachment;
import vn.diaba.cadastre.paper.RemovePaper;

/** Papers and attached files of the parcel shown; files are read and written as jobs. FX thread only. */
public final class PapersViewModel {
    private final Workspace workspace;
    private final Tongue tongue;
    private final Clock clock;
    private final OpenedFiles opened;
    private final Map<String, PaperType> types = new TreeMap<>();
    private final ReadOnlyObjectWrapper<@Nullable PaperSheet> sheet = new ReadOnlyObjectWrapper<>(this, "sheet");

    /**
     * Follows the selection, the land and the language.
     *
     * @param opened shows files to the user
     */
    public PapersViewModel(Workspace workspace, Tongue tongue, Clock clock, OpenedFiles opened) {
        this.workspace = workspace;
        this.tongue = tongue;
        this.clock = clock;
        this.opened = opened;
        workspace.selectionProperty().addListener((property, was, is) -> refresh());
        workspace.stateProperty().addListener((property, was, is) -> refresh());
        tongue.messagesProperty().addListener((property, was, is) -> refresh());
        workspace
                .landProperty()
                .addListener((property, was, is) ->
                        workspace.ask(open -> open.office().paperTypes(), this::learn));
    }

    private void learn(List<PaperType> all) {
        types.clear();
        all.forEach(type -> types.put(type.code().toUpperCase(Locale.ROOT), type));
        refresh();
    }

    private void refresh() {
        List<ParcelId> selected = workspace.selection();
        boolean one = selected.size() == 1
                && workspace
                        .fabric()
                        .findParcel(selected.get(0))
                        .filter(Parcel::isLive)
                        .isPresent();
        sheet.set(one ? PaperSheet.of(workspace.fabric(), selected.get(0), types, tongue.messages()) : null);
    }

    /** What is shown; null while no parcel is. */
    public ReadOnlyObjectProperty<@Nullable PaperSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** Codes of the types of paper issued today and before, in the office's order. */
    public List<String> types() {
        LocalDate today = LocalDate.now(clock);
        return types.values().stream()
                .filter(type -> type.kind() != PaperType.Kind.IDENTITY)
                .sorted(java.util.Comparator.comparing((PaperType type) -> type.kind())
                        .thenComparing(type -> !type.isIssuedOn(today))
                        .thenComparing(PaperType::code))
                .map(PaperType::code)
                .toList();
    }

    /** What people call a type of paper. */
    public String typeName(String code) {
        return PaperSheet.typeName(code, types.get(code.toUpperCase(Locale.ROOT)), tongue.messages());
    }

    /** What stands against registering a paper. */
    public Optional<Refusal> problem(PaperDraft draft) {
        try {
            add(draft, IdBlock.fresh(clock)).plan(workspace.fabric());
            return Optional.empty();
        } catch (ImpossibleEditException e) {
            return Optional.of(new Refusal(e.code(), e.arguments()));
        }
    }

    /** Registers a paper about the parcel shown. */
    public void add(PaperDraft draft, Runnable done) {
        try {
            workspace.submit(add(draft, IdBlock.fresh(clock)), outcome -> {
                if (outcome.orElse(null) instanceof EditOutcome.Applied) {
                    done.run();
                }
            });
        } catch (ImpossibleEditException e) {
            workspace.say(Notice.of(new Refusal(e.code(), e.arguments())));
        }
    }

    private EditCommand add(PaperDraft draft, IdBlock ids) throws ImpossibleEditException {
        PaperSheet shown = sheet.get();
        if (shown == null) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        List<UUID> holders = workspace.fabric().rightsOf(shown.parcel()).stream()
                .map(Right::party)
                .toList();
        return new AddPaper(draft.paper(ids.uuid(1), shown.parcel(), holders), ids);
    }

    /** Removes a paper with the files attached to it; undo brings all of it back. */
    public void removePaper(UUID paper) {
        workspace.submit(new RemovePaper(paper, IdBlock.fresh(clock)), outcome -> {});
    }

    /** Removes an attached file; undo brings it back. */
    public void removeFile(UUID file) {
        workspace.submit(new RemoveAttachment(file, IdBlock.fresh(clock)), outcome -> {});
    }

    /** Attaches files to the parcel shown or to a paper, all in one step. */
    public void attach(UUID owner, List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        IdBlock ids = IdBlock.fresh(clock);
        job(
                "job-attach",
                (open, edit, progress) -> new FileIntake(open.store().contents()).take(files, owner, "", ids),
                taken -> workspace.submit(taken.act(), outcome -> {}));
    }

    /** Attaches files to the parcel shown. */
    public void attach(List<Path> files) {
        PaperSheet shown = sheet.get();
        if (shown != null) {
            attach(shown.parcel().uuid(), files);
        }
    }

    /** Opens an attached file in the program the desktop has for it. */
    public void open(UUID id) {
        find(id).ifPresent(file -> job(
                "job-open-file",
                (open, edit, progress) -> {
                    opened.open(file, open.store().contents());
                    return file;
                },
                done -> {}));
    }

    /** Writes an attached file to a place, where it is in the clear; that is written down. */
    public void save(UUID id, Path target) {
        find(id).ifPresent(file -> job(
                "job-save-file",
                (open, edit, progress) -> {
                    new Outputs(open).releaseFiles(1);
                    open.store().contents().copyTo(file.sha256(), target);
                    return file;
                },
                done -> workspace.say(Notice.of("card-file-saved", target))));
    }

    private Optional<Attachment> find(UUID id) {
        return workspace
                .fabric()
                .findRecord(id)
                .filter(Attachment.class::isInstance)
                .map(Attachment.class::cast);
    }

    private <T> void job(String title, EditDesk.Beside<T> work, java.util.function.Consumer<T> done) {
        workspace.beside(title, work, started -> {}, (JobOutcome<T> outcome) -> {
            if (outcome instanceof JobOutcome.Done<T> value) {
                done.accept(value.value());
            } else if (outcome instanceof JobOutcome.Failed<T> failed) {
                workspace.say(Notice.of(Refusal.of(failed.cause())));
            }
        });
    }
}
