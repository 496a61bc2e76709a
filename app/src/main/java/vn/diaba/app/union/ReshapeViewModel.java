package vn.diaba.app.union;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.job.Latest;
import vn.diaba.app.look.Tongue;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.union.Terms;

/**
 * An edit by which land passes between parcels: what was said of it, what is missing, what it would come to. FX thread only;
 * what looks at much land is planned in jobs, the newest wins.
 */
public final class ReshapeViewModel {
    private final Workspace workspace;
    private final Tongue tongue;
    private final Clock clock;
    private final Latest planning;
    private final ObjectProperty<ReshapeKind> kind = new SimpleObjectProperty<>(this, "kind", ReshapeKind.ANNEX);
    private final ObjectProperty<Terms.Identity> identity =
            new SimpleObjectProperty<>(this, "identity", ReshapeKind.ANNEX.usual());
    private final ObjectProperty<Terms.Legal> legal = new SimpleObjectProperty<>(this, "legal", Terms.Legal.PAPERS);
    private final BooleanProperty flag = new SimpleBooleanProperty(this, "flag", false);
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");
    private final ReadOnlyObjectWrapper<@Nullable ReshapeSketch> sketch = new ReadOnlyObjectWrapper<>(this, "sketch");
    private final ReadOnlyObjectWrapper<ReshapeRequest> request;
    private final List<EastNorth> line = new ArrayList<>();
    private @Nullable EastNorth pointer;
    private @Nullable EastNorth place;
    private boolean isInUse;
    private boolean isSubmitted;

    /** An edit of the parcels selected in a workspace. */
    public ReshapeViewModel(Workspace workspace, Tongue tongue, Clock clock, JobRunner jobs) {
        this.workspace = workspace;
        this.tongue = tongue;
        this.clock = clock;
        planning = new Latest(jobs);
        request = new ReadOnlyObjectWrapper<>(this, "request", asked());
        kind.addListener((property, was, is) -> {
            identity.set(is.usual());
            flag.set(is.usualFlag());
            clear();
        });
        for (Property<?> each : List.of(identity, legal, flag, reason)) {
            each.addListener((property, was, is) -> plan());
        }
        workspace.selectionProperty().addListener((property, was, is) -> plan());
        workspace.stateProperty().addListener((property, was, is) -> plan());
    }

    /** Whether the tool is in use: only then edits are planned. */
    public void use(boolean inUse) {
        isInUse = inUse;
        reason.set("");
        legal.set(Terms.Legal.PAPERS);
        clear();
    }

    /** Which edit. */
    public ObjectProperty<ReshapeKind> kindProperty() {
        return kind;
    }

    /** Whether parcels keep their numbers. */
    public ObjectProperty<Terms.Identity> identityProperty() {
        return identity;
    }

    /** Where legal areas come from. */
    public ObjectProperty<Terms.Legal> legalProperty() {
        return legal;
    }

    /** The answer to the edit's own question. */
    public BooleanProperty flagProperty() {
        return flag;
    }

    /** Why. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** What it would come to; null while something is missing. */
    ReadOnlyObjectProperty<@Nullable ReshapeSketch> sketchProperty() {
        return sketch.getReadOnlyProperty();
    }

    /** All that was said so far, the pointer as the line's end included. */
    ReadOnlyObjectProperty<ReshapeRequest> requestProperty() {
        return request.getReadOnlyProperty();
    }

    /** Whether more parcels have to be chosen before anything is drawn. */
    boolean wantsParcels() {
        int chosen = workspace.selection().size();
        return chosen < kind.get().needs().least() || wantsOthers();
    }

    /** Whether more parcels are chosen than it can do with, so that the next one chosen is the first. */
    boolean wantsOthers() {
        return workspace.selection().size() > kind.get().needs().most();
    }

    /** How many positions the line has. */
    int drawn() {
        return line.size();
    }

    /** The line goes on here. */
    public void draw(EastNorth position) {
        if (line.isEmpty() || !line.get(line.size() - 1).equals(position)) {
            line.add(position);
            plan();
        }
    }

    /** The line would go on here; null when the pointer is nowhere. */
    public void hover(@Nullable EastNorth position) {
        if (!line.isEmpty()) {
            pointer = position;
            plan();
        }
    }

    /** Points at a place. */
    public void point(EastNorth position) {
        place = position;
        plan();
    }

    /** Takes the line's last position back; gives whether there was one. */
    public boolean back() {
        boolean was = !line.isEmpty();
        if (was) {
            line.remove(line.size() - 1);
            plan();
        }
        return was;
    }

    /** Forgets what was drawn and pointed at; gives whether there was anything. */
    public boolean clear() {
        boolean was = !line.isEmpty() || place != null;
        line.clear();
        pointer = null;
        place = null;
        plan();
        return was;
    }

    /** What has to be said next, or what would happen, in one sentence. */
    public String sentence() {
        ReshapeSketch now = sketch.get();
        return now == null ? request.get().findMissing().map(tongue::say).orElse("") : now.sentence(tongue.messages());
    }

    /** Whether it can be handed in. */
    public boolean isPossible() {
        ReshapeSketch now = sketch.get();
        return now != null && now.refusal() == null;
    }

    /** Hands the edit in; one that is not complete or impossible is only told of. */
    public void submit(Runnable done) {
        pointer = null;
        plan();
        ReshapeSketch now = sketch.get();
        if (isSubmitted || now == null) {
            request.get().findMissing().ifPresent(code -> workspace.say(Notice.of(code)));
            return;
        }
        Refusal refusal = now.refusal();
        if (refusal != null) {
            workspace.say(Notice.of(refusal));
            return;
        }
        isSubmitted = true;
        workspace.submit(now.command(), outcome -> {
            isSubmitted = false;
            if (outcome.filter(EditOutcome.Applied.class::isInstance).isPresent()) {
                clear();
                done.run();
            }
        });
    }

    private ReshapeRequest asked() {
        List<EastNorth> all = new ArrayList<>(line);
        if (pointer != null && !pointer.equals(line.get(line.size() - 1))) {
            all.add(pointer);
        }
        Terms terms = new Terms(identity.get(), legal.get(), reason.get().strip(), LocalDate.now(clock));
        return new ReshapeRequest(kind.get(), workspace.selection(), all, place, terms, flag.get());
    }

    private void plan() {
        if (!isInUse) {
            sketch.set(null);
            return;
        }
        if (line.isEmpty()) {
            pointer = null;
        }
        ReshapeRequest wanted = asked();
        request.set(wanted);
        planning.drop();
        Optional<EditCommand> command = wanted.findCommand(IdBlock.fresh(clock));
        Fabric fabric = workspace.fabric();
        if (command.isEmpty()) {
            sketch.set(null);
        } else if (!wanted.kind().looksFar()) {
            sketch.set(ReshapeSketch.of(fabric, wanted, command.get()));
        } else {
            sketch.set(null);
            planning.submit("job-preview", progress -> ReshapeSketch.of(fabric, wanted, command.get()), outcome -> {
                if (outcome instanceof JobOutcome.Done<ReshapeSketch> made) {
                    sketch.set(made.value());
                }
            });
        }
    }
}
