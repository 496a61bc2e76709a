package vn.diaba.app.vertex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.command.InOneAct;
import vn.diaba.cadastre.corner.DetachCorner;
import vn.diaba.cadastre.corner.MoveCorner;
import vn.diaba.cadastre.corner.RemoveCorner;
import vn.diaba.cadastre.corner.Shift;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.PlaneTransform;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.object.MoveObject;
import vn.diaba.cadastre.object.TransformObject;
import vn.diaba.cadastre.record.PlacedRecord;

/** Which corners are picked and what is proposed to be done with them. FX thread only. */
public final class VertexViewModel {
    private static final double FIRST_STEP_METRES = 0.01;
    private static final double LARGEST_STEP_METRES = 100;

    private final ToolDesk desk;
    private final ReasonAsker reasons;
    private final ReadOnlyObjectWrapper<List<CornerId>> picked = new ReadOnlyObjectWrapper<>(this, "picked", List.of());
    private final ReadOnlyObjectWrapper<@Nullable EditPlan> proposal = new ReadOnlyObjectWrapper<>(this, "proposal");
    private final ReadOnlyObjectWrapper<@Nullable Refusal> fault = new ReadOnlyObjectWrapper<>(this, "fault");
    private final ReadOnlyObjectWrapper<ShiftLimit> limit = new ReadOnlyObjectWrapper<>(this, "limit", ShiftLimit.NONE);
    private double stepMetres = FIRST_STEP_METRES;
    private boolean isBusy;
    private final BooleanProperty detaching = new SimpleBooleanProperty(this, "detaching");
    /** Steps north and east asked for while an answer is awaited. */
    private final int[] stepsWaiting = new int[2];

    /** Corners of this desk's workspace. */
    public VertexViewModel(ToolDesk desk, ReasonAsker reasons) {
        this.desk = desk;
        this.reasons = reasons;
        Workspace workspace = desk.workspace();
        workspace.stateProperty().addListener((property, was, is) -> follow());
        workspace.landProperty().addListener((property, was, is) -> {
            picked.set(List.of());
            cancel();
            limit.set(is == null ? ShiftLimit.NONE : ShiftLimit.of(is, LocalDate.now(desk.clock())));
        });
    }

    /** The corners picked, in the order they were. */
    public ReadOnlyObjectProperty<List<CornerId>> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    /** What is shown and waits to be applied or given up; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable EditPlan> proposalProperty() {
        return proposal.getReadOnlyProperty();
    }

    /** Why what was typed or asked for cannot be done; null when it can, or nothing was. */
    public ReadOnlyObjectProperty<@Nullable Refusal> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** How far a corner may go without a reason. */
    public ReadOnlyObjectProperty<ShiftLimit> limitProperty() {
        return limit.getReadOnlyProperty();
    }

    /** Whether the next drag tears a corner off for one parcel, as Alt does; it ends with that drag. */
    public BooleanProperty detachingProperty() {
        return detaching;
    }

    /** Whether an edit was handed in that is not answered yet. */
    public boolean isBusy() {
        return isBusy;
    }

    private Fabric fabric() {
        return desk.workspace().fabric();
    }

    private IdBlock ids() {
        return IdBlock.fresh(desk.clock());
    }

    private void follow() {
        cancel();
        picked.set(picked.get().stream().filter(this::isThere).toList());
    }

    private boolean isThere(CornerId id) {
        return fabric().findCorner(id).isPresent() && !fabric().parcelsAt(id).isEmpty();
    }

    /** Picks these corners instead of those before. */
    public void pick(List<CornerId> corners) {
        cancel();
        picked.set(List.copyOf(new LinkedHashSet<>(corners)));
    }

    /** Picks these too. */
    public void add(List<CornerId> corners) {
        List<CornerId> all = new ArrayList<>(picked.get());
        all.addAll(corners);
        pick(all);
    }

    /** Picks these no more. */
    public void remove(List<CornerId> corners) {
        pick(picked.get().stream().filter(id -> !corners.contains(id)).toList());
    }

    /** Picks a corner, or no more when it was picked. */
    public void toggle(CornerId corner) {
        if (picked.get().contains(corner)) {
            remove(List.of(corner));
        } else {
            add(List.of(corner));
        }
    }

    /** The one corner picked; none when none or several are. */
    public Optional<Corner> findOnly() {
        return picked.get().size() == 1 ? fabric().findCorner(picked.get().get(0)) : Optional.empty();
    }

    /** The parcel whose corner numbers are meant; none when not exactly one corner is picked. */
    public Optional<ParcelId> findReference() {
        return findOnly()
                .flatMap(corner -> CornerNumbers.reference(
                        fabric(), corner.id(), desk.workspace().selection()));
    }

    /** How far a nudge goes, in metres. */
    public double stepMetres() {
        return stepMetres;
    }

    /**
     * Sets how far a nudge goes, as typed.
     *
     * @return whether it could be read and is more than nothing
     */
    public boolean setStep(String text) {
        try {
            double metres = DistanceText.metres(text);
            boolean sensible = metres > 0 && metres <= LARGEST_STEP_METRES;
            stepMetres = sensible ? metres : stepMetres;
            return sensible;
        } catch (CogoException e) {
            return false;
        }
    }

    private CornerPlans plans() {
        return new CornerPlans(fabric(), picked.get(), this::ids);
    }

    /** The map object picked while no corner is. */
    Optional<PlacedRecord> findObject() {
        UUID object = desk.workspace().pickedProperty().get();
        return object == null || !picked.get().isEmpty()
                ? Optional.empty()
                : fabric().findRecord(object)
                        .filter(PlacedRecord.class::isInstance)
                        .map(PlacedRecord.class::cast);
    }

    /**
     * Proposes what was typed: for one corner where it goes, as {@link CornerEntry} reads it; for several, or a picked map
     * object, a difference {@code dN dE} that all go; or how they are turned or stretched, as {@link TurnEntry} reads it. An
     * empty text proposes nothing.
     */
    public void typed(String text) {
        cancel();
        try {
            if (text.isBlank()) {
                return;
            }
            if (!picked.get().isEmpty()) {
                propose(corners(text));
            } else if (findObject().isPresent()) {
                propose(object(findObject().get(), text));
            }
        } catch (CogoException e) {
            fault.set(new Refusal(e.code(), e.arguments()));
        } catch (IllegalArgumentException beyondAllCoordinates) {
            fault.set(new Refusal("place-beyond-range", List.of(text)));
        }
    }

    private EditPlan corners(String text) throws CogoException {
        Optional<PlaneTransform> turn = TurnEntry.read(text, plans().middle());
        if (turn.isPresent()) {
            return plans().transformed(turn.get());
        }
        Corner first = fabric().corner(picked.get().get(0));
        EastNorth from = first.position();
        EastNorth to = new CornerEntry(fabric(), first, findReference().orElse(null)).place(text);
        return picked.get().size() == 1
                ? EditPlan.of(fabric(), new MoveCorner(first.id(), to, ids()), List.of(new Shift(first.id(), from, to)))
                : plans().shifted(to.east() - from.east(), to.north() - from.north());
    }

    private EditPlan object(PlacedRecord object, String text) throws CogoException {
        Extent extent = object.extent();
        EastNorth centre = new EastNorth((extent.west() + extent.east()) / 2, (extent.south() + extent.north()) / 2);
        Optional<PlaneTransform> turn = TurnEntry.read(text, centre);
        if (turn.isPresent()) {
            return EditPlan.of(fabric(), new TransformObject(object.id(), turn.get(), ids()), List.of());
        }
        EastNorth from = object.shape().first();
        EastNorth to = new CornerEntry(fabric(), Corner.at(ids().corner(0), from), null).place(text);
        return EditPlan.of(fabric(), new MoveObject(object.id(), from, to, true, ids()), List.of());
    }

    /** Proposes to take the picked corners out of their boundaries. */
    public void proposeRemoval() {
        if (!picked.get().isEmpty()) {
            propose(plans().removed());
        }
    }

    /** Proposes to bring the picked corners onto the line through the two of them that are farthest apart. */
    public void proposeAlignment() {
        if (picked.get().size() < 3) {
            refuse("vertex-align-three");
        } else {
            propose(() -> plans().aligned());
        }
    }

    /** Proposes to make the picked corners one. */
    public void proposeWeld() {
        if (picked.get().size() < 2) {
            refuse("vertex-weld-two");
        } else {
            propose(() -> plans().welded());
        }
    }

    /** Plans an edit. */
    private interface Planning {
        EditPlan plan() throws ImpossibleEditException;
    }

    private void propose(Planning planning) {
        try {
            propose(planning.plan());
        } catch (ImpossibleEditException e) {
            refuse(e.code(), e.arguments().toArray());
        }
    }

    /** Whether a removal is shown and waits to be confirmed. */
    public boolean isRemovalProposed() {
        EditPlan plan = proposal.get();
        return plan != null
                && (plan.command() instanceof RemoveCorner
                        || plan.command() instanceof InOneAct act && act.label().equals("remove-corners"));
    }

    private void refuse(String code, Object... arguments) {
        cancel();
        fault.set(new Refusal(code, List.of(arguments)));
    }

    /** Shows a plan, which then waits to be applied or given up. */
    void propose(EditPlan plan) {
        proposal.set(plan);
        fault.set(plan.refusal());
    }

    /** Gives up what is proposed. */
    public void cancel() {
        proposal.set(null);
        fault.set(null);
    }

    /** Hands in what is proposed; asks for a reason first where one is needed. */
    public void apply() {
        EditPlan plan = proposal.get();
        if (plan != null && !isBusy) {
            handIn(plan);
        }
    }

    /** Proposes a plan and hands it in at once; asks for a reason first where one is needed. */
    void handIn(EditPlan plan) {
        propose(plan);
        Optional<Refusal> refusal = plan.findRefusal();
        if (refusal.isPresent()) {
            desk.workspace().say(Notice.of(refusal.get()));
            cancel();
        } else if (plan.command() instanceof DetachCorner detach) {
            reasons.ask(
                    ReasonAsker.Occasion.DETACH,
                    reason -> submit(
                            new DetachCorner(detach.corner(), detach.parcel(), detach.to(), reason, detach.ids()),
                            List.of()));
        } else if (limit.get().isBeyond(plan.largestShiftMetres())) {
            Set<UUID> moved = new LinkedHashSet<>();
            plan.shifts().forEach(shift -> moved.add(shift.corner().uuid()));
            reasons.ask(
                    ReasonAsker.Occasion.SHIFT,
                    reason -> submit(plan.command(), List.of(new Waiver(ShiftLimit.CODE, List.copyOf(moved), reason))));
        } else {
            submit(plan.command(), List.of());
        }
    }

    private void submit(EditCommand command, List<Waiver> waivers) {
        isBusy = true;
        desk.workspace().submit(command, waivers, outcome -> {
            isBusy = false;
            cancel();
            int north = stepsWaiting[0];
            int east = stepsWaiting[1];
            stepsWaiting[0] = 0;
            stepsWaiting[1] = 0;
            boolean done = outcome.filter(EditOutcome.Applied.class::isInstance).isPresent();
            if (done && (north != 0 || east != 0)) {
                nudge(north, east);
            }
        });
    }

    /** Shifts the picked corners by whole steps at once; steps asked for meanwhile follow as one. */
    public void nudge(int stepsNorth, int stepsEast) {
        if (isBusy) {
            stepsWaiting[0] += stepsNorth;
            stepsWaiting[1] += stepsEast;
        } else if (!picked.get().isEmpty()) {
            handIn(plans().shifted(stepsEast * stepMetres, stepsNorth * stepMetres));
        }
    }
}
