package vn.diaba.app.attach;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.paper.FileIntake;
import vn.diaba.app.workspace.Outputs;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.paper.RemoveAttachment;
import vn.diaba.cadastre.record.Attachment;

/** Attached files and what can be done with them; they are read, written and fetched as jobs. FX thread only. */
public final class FilesViewModel {
    private final Workspace workspace;
    private final Tongue tongue;
    private final Clock clock;
    private final OpenedFiles opened;
    private final Set<String> asked = new HashSet<>();
    private final ReadOnlyObjectWrapper<Set<String>> missing = new ReadOnlyObjectWrapper<>(this, "missing", Set.of());

    /**
     * Follows the open workspace.
     *
     * @param opened shows files to the user
     */
    public FilesViewModel(Workspace workspace, Tongue tongue, Clock clock, OpenedFiles opened) {
        this.workspace = workspace;
        this.tongue = tongue;
        this.clock = clock;
        this.opened = opened;
        workspace.landProperty().addListener((property, was, is) -> {
            asked.clear();
            missing.set(Set.of());
        });
    }

    /** Has something done whenever what {@link #filesOf} tells may have changed. */
    public void follow(Runnable action) {
        workspace.stateProperty().addListener((property, was, is) -> action.run());
        missing.addListener((property, was, is) -> action.run());
        tongue.messagesProperty().addListener((property, was, is) -> action.run());
    }

    /** The files attached to something, by their names. Which contents are here is found out beside, when it is asked first. */
    public List<AttachedFile> filesOf(UUID owner) {
        List<Attachment> files = workspace.fabric().attachmentsOf(owner);
        look(files);
        return files.stream()
                .map(file -> AttachedFile.of(file, !missing.get().contains(file.sha256()), tongue.messages()))
                .toList();
    }

    private void look(List<Attachment> files) {
        Set<String> unknown = files.stream()
                .map(Attachment::sha256)
                .filter(asked::add)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!unknown.isEmpty()) {
            var land = workspace.landProperty().get();
            workspace.ask(
                    open -> unknown.stream()
                            .filter(sha256 -> !open.store().contents().has(sha256))
                            .collect(Collectors.toSet()),
                    gone -> {
                        if (land == workspace.landProperty().get()) {
                            note(gone, Set.of());
                        }
                    });
        }
    }

    private void note(Set<String> gone, Set<String> come) {
        Set<String> now = new HashSet<>(missing.get());
        now.addAll(gone);
        now.removeAll(come);
        if (!now.equals(missing.get())) {
            missing.set(Set.copyOf(now));
        }
    }

    /** Attaches files to something, all in one step; a name no system can keep is altered, which is told. */
    public void attach(UUID owner, List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        IdBlock ids = IdBlock.fresh(clock);
        job(
                "job-attach",
                (open, edit, progress) -> new FileIntake(open.store().contents()).take(files, owner, "", ids),
                taken -> {
                    note(
                            Set.of(),
                            taken.files().stream().map(Attachment::sha256).collect(Collectors.toSet()));
                    workspace.submit(taken.act(), outcome -> {
                        if (outcome.orElse(null) instanceof EditOutcome.Applied) {
                            tell(taken.renamed());
                        }
                    });
                });
    }

    private void tell(List<FileIntake.Renamed> renamed) {
        if (renamed.size() == 1) {
            workspace.say(Notice.of(
                    "attachment-renamed", renamed.get(0).was(), renamed.get(0).now()));
        } else if (!renamed.isEmpty()) {
            String all = renamed.stream()
                    .map(one -> "\"" + one.was() + "\" → \"" + one.now() + "\"")
                    .collect(Collectors.joining("; "));
            workspace.say(Notice.of("attachments-renamed", renamed.size(), all));
        }
    }

    /** Removes an attached file; undo brings it back. */
    public void remove(UUID file) {
        workspace.submit(new RemoveAttachment(file, IdBlock.fresh(clock)), outcome -> {});
    }

    /** Opens an attached file in the program the desktop has for it; fetches it first where it is not here. */
    public void open(UUID id) {
        find(id).ifPresent(file -> job(
                "job-open-file",
                (open, edit, progress) -> {
                    ContentLine.bring(file, open, progress);
                    opened.open(file, open.store().contents());
                    return file;
                },
                done -> note(Set.of(), Set.of(file.sha256()))));
    }

    /** Writes an attached file to a place, where it is in the clear; that is written down. It is fetched first where need be. */
    public void save(UUID id, Path target) {
        find(id).ifPresent(file -> job(
                "job-save-file",
                (open, edit, progress) -> {
                    ContentLine.bring(file, open, progress);
                    new Outputs(open).releaseFiles(1);
                    open.store().contents().copyTo(file.sha256(), target);
                    return file;
                },
                done -> {
                    note(Set.of(), Set.of(file.sha256()));
                    workspace.say(Notice.of("card-file-saved", target));
                }));
    }

    private Optional<Attachment> find(UUID id) {
        return workspace
                .fabric()
                .findRecord(id)
                .filter(Attachment.class::isInstance)
                .map(Attachment.class::cast);
    }

    private <T> void job(String title, EditDesk.Beside<T> work, Consumer<T> done) {
        workspace.beside(title, work, started -> {}, (JobOutcome<T> outcome) -> {
            if (outcome instanceof JobOutcome.Done<T> value) {
                done.accept(value.value());
            } else if (outcome instanceof JobOutcome.Failed<T> failed) {
                workspace.say(Notice.of(Refusal.of(failed.cause())));
            }
        });
    }
}
