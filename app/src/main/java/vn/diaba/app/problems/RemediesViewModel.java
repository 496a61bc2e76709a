package vn.diaba.app.problems;

import java.time.Clock;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Proposal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.Violation;

/** The remedies of the fault looked at, and the one shown on the map. FX thread only. */
public final class RemediesViewModel {
    private final ProblemsViewModel problems;
    private final Workspace workspace;
    private final Tongue tongue;
    private final Clock clock;
    private final ObservableList<Proposal> proposals = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Proposal> preview = new ReadOnlyObjectWrapper<>(this, "preview");
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper(this, "answered");

    /** Remedies for the current fault of these. */
    public RemediesViewModel(ProblemsViewModel problems, Workspace workspace, Tongue tongue, Clock clock) {
        this.problems = problems;
        this.workspace = workspace;
        this.tongue = tongue;
        this.clock = clock;
        problems.currentProperty().addListener((property, was, is) -> ask(is));
    }

    private void ask(@Nullable Violation fault) {
        proposals.clear();
        preview.set(null);
        answered.set(false);
        if (fault != null) {
            workspace.propose(fault, clock, found -> {
                if (fault.equals(problems.currentProperty().get())) {
                    proposals.setAll(found);
                    preview.set(found.isEmpty() ? null : found.get(0));
                    answered.set(true);
                }
            });
        }
    }

    /** Proven remedies, the best first; empty while they are worked out. */
    public ObservableList<Proposal> proposals() {
        return proposals;
    }

    /** Whether the search for remedies has ended. */
    public ReadOnlyBooleanProperty answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    /** The remedy drawn on the map; null when none is. */
    public ReadOnlyObjectProperty<@Nullable Proposal> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Draws a remedy on the map. */
    public void preview(Proposal proposal) {
        preview.set(proposal);
    }

    /** Does what a remedy proposes, 1 for the first, and goes on to the next fault; nothing when there are fewer. */
    public void apply(int number) {
        if (number >= 1 && number <= proposals.size()) {
            Proposal chosen = proposals.get(number - 1);
            Violation next = problems.following();
            workspace.submit(chosen.remedy(), outcome -> {
                if (outcome.isPresent() && outcome.get() instanceof EditOutcome.Applied) {
                    problems.lookNext(next);
                }
            });
        }
    }

    /** Leaves the current fault as it is, with a reason, and goes on to the next. */
    public void accept(String reason) {
        Violation fault = problems.currentProperty().get();
        if (fault != null && !reason.isBlank()) {
            Violation next = problems.following();
            workspace.accept(fault, reason, clock, outcome -> problems.lookNext(next));
        }
    }

    /** The sentence of a remedy, with what it moves. */
    public String sentence(Proposal proposal) {
        List<String> labels =
                proposal.remedy().parcels().stream().map(this::label).toList();
        String what = tongue.messages().sentence(proposal.remedy().kind(), String.join(", ", labels));
        return tongue.messages()
                .sentence(
                        "remedy-line",
                        what,
                        proposal.remedy().largestAreaChange(),
                        proposal.remedy().errorsLeft());
    }

    private String label(ParcelId id) {
        return workspace.fabric().findParcel(id).map(Parcel::label).orElse("?");
    }
}
