package vn.diaba.app.parcel;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.attach.FilesViewModel;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.office.Office;
import vn.diaba.app.office.PaperType;
import vn.diaba.app.paper.PaperDoubts;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.paper.AddPaper;
import vn.diaba.cadastre.paper.EditPaper;
import vn.diaba.cadastre.paper.RemovePaper;
import vn.diaba.cadastre.record.Paper;

/** Papers and attached files of the parcel shown. FX thread only. */
public final class PapersViewModel {
    private final Workspace workspace;
    private final Tongue tongue;
    private final Clock clock;
    private final FilesViewModel files;
    private final Map<String, PaperType> types = new TreeMap<>();
    private @Nullable Office office;
    private final ReadOnlyObjectWrapper<@Nullable PaperSheet> sheet = new ReadOnlyObjectWrapper<>(this, "sheet");

    /**
     * Follows the selection, the land and the language.
     *
     * @param files those attached to the parcel and to its papers
     */
    public PapersViewModel(Workspace workspace, Tongue tongue, Clock clock, FilesViewModel files) {
        this.workspace = workspace;
        this.tongue = tongue;
        this.clock = clock;
        this.files = files;
        workspace.selectionProperty().addListener((property, was, is) -> refresh());
        files.follow(this::refresh);
        workspace.landProperty().addListener((property, was, is) -> workspace.ask(open -> open.office(), this::learn));
    }

    private void learn(Office its) {
        office = its;
        types.clear();
        its.paperTypes().forEach(type -> types.put(type.code().toUpperCase(Locale.ROOT), type));
        refresh();
    }

    private void refresh() {
        sheet.set(workspace
                .selectedAlone()
                .map(one -> PaperSheet.of(workspace.fabric(), one, types, files::filesOf, tongue.messages()))
                .orElse(null));
    }

    /** What is shown; null while no parcel is. */
    public ReadOnlyObjectProperty<@Nullable PaperSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /**
     * Codes of the types of paper in the office's order, those issued today first in their sort; those that say who somebody
     * is at the end, when there is a land user to say it of.
     *
     * @param edited the paper that is altered, which keeps its sort; null for a new one
     */
    List<String> types(@Nullable Paper edited) {
        LocalDate today = LocalDate.now(clock);
        boolean noUser = users().isEmpty();
        Set<String> codes = types.values().stream()
                .filter(type -> edited == null
                        ? !(noUser && isIdentity(type.code()))
                        : isIdentity(type.code()) == isIdentity(edited.type()))
                .sorted(Comparator.comparing((PaperType type) -> isIdentity(type.code()))
                        .thenComparing(PaperType::kind)
                        .thenComparing(type -> !type.isIssuedOn(today))
                        .thenComparing(PaperType::code))
                .map(PaperType::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (edited != null && codes.stream().noneMatch(edited.type()::equalsIgnoreCase)) {
            codes.add(edited.type());
        }
        return List.copyOf(codes);
    }

    /** Whether papers of a type say who somebody is. */
    boolean isIdentity(String code) {
        PaperType type = types.get(code.toUpperCase(Locale.ROOT));
        return type != null && type.kind() == PaperType.Kind.IDENTITY;
    }

    /** What people call a type of paper. */
    public String typeName(String code) {
        return PaperSheet.typeName(code, types.get(code.toUpperCase(Locale.ROOT)), tongue.messages());
    }

    private List<UUID> users() {
        PaperSheet shown = sheet.get();
        return shown == null ? List.of() : HolderChoice.users(workspace.fabric(), shown.parcel());
    }

    /**
     * Whom a paper of a type can name.
     *
     * @param edited the paper that is altered; null for a new one
     */
    List<Set<UUID>> holders(String type, @Nullable Paper edited) {
        Set<UUID> now = edited == null ? Set.of() : new LinkedHashSet<>(edited.holders());
        return HolderChoice.all(users(), isIdentity(type), now);
    }

    /** How whom a paper names reads. */
    String holdersText(Set<UUID> holders) {
        return HolderChoice.text(holders, workspace.fabric(), tongue.messages());
    }

    /** A paper as it is known now. */
    public Optional<Paper> paper(UUID id) {
        return workspace.fabric().findRecord(id).filter(Paper.class::isInstance).map(Paper.class::cast);
    }

    /**
     * What stands against registering or altering a paper.
     *
     * @param edited the paper that is altered; null for a new one
     */
    public Optional<Refusal> problem(PaperDraft draft, @Nullable UUID edited) {
        try {
            command(draft, edited, IdBlock.fresh(clock)).plan(workspace.fabric());
            return Optional.empty();
        } catch (ImpossibleEditException e) {
            return Optional.of(new Refusal(e.code(), e.arguments()));
        }
    }

    /** What deserves a second look, a sentence each; never a reason not to save it. */
    public List<String> doubts(PaperDraft draft) {
        Office known = office;
        if (known == null || draft.type().isEmpty()) {
            return List.of();
        }
        try {
            Paper typed = draft.over(Paper.of(new UUID(0, 0), "", ""));
            Locale language = Locale.forLanguageTag(tongue.language().tag());
            return PaperDoubts.of(typed, known, language).stream()
                    .map(doubt -> tongue.say(doubt.code(), doubt.arguments().toArray())
                            .strip())
                    .toList();
        } catch (ImpossibleEditException e) {
            return List.of();
        }
    }

    /**
     * Registers a paper about the parcel shown, or one that says who one of its land users is; or alters one.
     *
     * @param edited the paper that is altered; null for a new one
     * @param done told when it is done
     */
    public void save(PaperDraft draft, @Nullable UUID edited, Runnable done) {
        try {
            workspace.submit(command(draft, edited, IdBlock.fresh(clock)), outcome -> {
                if (outcome.orElse(null) instanceof EditOutcome.Applied) {
                    done.run();
                }
            });
        } catch (ImpossibleEditException e) {
            workspace.say(Notice.of(new Refusal(e.code(), e.arguments())));
        }
    }

    private EditCommand command(PaperDraft draft, @Nullable UUID edited, IdBlock ids) throws ImpossibleEditException {
        PaperSheet shown = sheet.get();
        if (shown == null) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        if (edited == null) {
            List<ParcelId> about = isIdentity(draft.type()) ? List.of() : List.of(shown.parcel());
            return new AddPaper(draft.over(Paper.of(ids.uuid(1), "", "")).about(about), ids);
        }
        Paper known = paper(edited).orElse(Paper.of(edited, "", ""));
        return new EditPaper(draft.over(known), ids);
    }

    /** The attached files. */
    FilesViewModel files() {
        return files;
    }

    /** Attaches files to the parcel shown. */
    public void attach(List<Path> chosen) {
        PaperSheet shown = sheet.get();
        if (shown != null) {
            files.attach(shown.parcel().uuid(), chosen);
        }
    }

    /** Removes a paper with the files attached to it; undo brings all of it back. */
    public void removePaper(UUID paper) {
        workspace.submit(new RemovePaper(paper, IdBlock.fresh(clock)), outcome -> {});
    }
}
