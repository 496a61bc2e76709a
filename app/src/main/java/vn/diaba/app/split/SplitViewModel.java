package vn.diaba.app.split;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Land;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.edit.Refusal;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.division.Division;
import vn.diaba.cadastre.division.FrontSide;
import vn.diaba.cadastre.division.LegalShare;
import vn.diaba.cadastre.division.SplitLimits;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelId;

/**
 * What was typed and clicked for a split, and the plan that comes of it. The plan follows every change: of one parcel at
 * once, of a strip by a job, the newest winning. FX thread only; knows no scene.
 */
public final class SplitViewModel {
    private final ToolDesk desk;
    private final SplitPlanner planner;
    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringProperty bearing = new SimpleStringProperty(this, "bearing", "");
    private final StringProperty orphanLimit = new SimpleStringProperty(this, "orphanLimit", "20");
    private final BooleanProperty givesOrphans = new SimpleBooleanProperty(this, "givesOrphans");
    private final BooleanProperty intoRoad = new SimpleBooleanProperty(this, "intoRoad");
    private final ObjectProperty<LegalShare> legal = new SimpleObjectProperty<>(this, "legal", LegalShare.PRORATED);
    private final ReadOnlyObjectWrapper<SplitAsk> ask = new ReadOnlyObjectWrapper<>(this, "ask", new SplitAsk.Line());
    private final ReadOnlyObjectWrapper<@Nullable Refusal> lack = new ReadOnlyObjectWrapper<>(this, "lack");
    private final ReadOnlyObjectWrapper<@Nullable ParcelId> road = new ReadOnlyObjectWrapper<>(this, "road");
    private final List<EastNorth> line = new ArrayList<>();
    private final Set<FrontSide> sides = new LinkedHashSet<>();
    private @Nullable EastNorth pointer;
    private @Nullable Pick guide;
    private boolean isSquare;
    private IdBlock ids;
    private boolean isActive;
    private boolean isHeld;
    private boolean isSubmitted;

    /** Nothing typed, nothing clicked. */
    public SplitViewModel(ToolDesk desk, JobRunner jobs) {
        this.desk = desk;
        planner = new SplitPlanner(jobs);
        ids = IdBlock.fresh(desk.clock());
        text.addListener((property, was, is) -> read());
        bearing.addListener((property, was, is) -> replan());
        orphanLimit.addListener((property, was, is) -> replan());
        givesOrphans.addListener((property, was, is) -> replan());
        intoRoad.addListener((property, was, is) -> replan());
        legal.addListener((property, was, is) -> replan());
        desk.workspace().selectionProperty().addListener((property, was, is) -> chosenAnew());
        desk.workspace().landProperty().addListener((property, was, is) -> planner.cool());
        desk.workspace().stateProperty().addListener((property, was, is) -> landChanged());
    }

    /** What is in the box; see {@link SplitAsk#parse}. */
    public StringProperty textProperty() {
        return text;
    }

    /** The bearing typed for the cuts; "" for the direction clicked, or the natural one. */
    public StringProperty bearingProperty() {
        return bearing;
    }

    /** Below how many square metres a piece left by a strip is too small. */
    public StringProperty orphanLimitProperty() {
        return orphanLimit;
    }

    /** Whether such pieces go to the parcel beside them. */
    public BooleanProperty givesOrphansProperty() {
        return givesOrphans;
    }

    /** Whether the strip goes to the road that all its sides lie beside. */
    public BooleanProperty intoRoadProperty() {
        return intoRoad;
    }

    /** Where the legal areas of the parts come from. */
    public ObjectProperty<LegalShare> legalProperty() {
        return legal;
    }

    /** What the box asks for. */
    public ReadOnlyObjectProperty<SplitAsk> askProperty() {
        return ask.getReadOnlyProperty();
    }

    /** What would come of it; null while something is still lacking. */
    public ReadOnlyObjectProperty<@Nullable SplitPlan> planProperty() {
        return planner.plan.getReadOnlyProperty();
    }

    /** What is still lacking for a plan, as a sentence; null when nothing is. */
    public ReadOnlyObjectProperty<@Nullable Refusal> lackProperty() {
        return lack.getReadOnlyProperty();
    }

    /** The one parcel that all sides of the strip lie beside; null when there is none. */
    public ReadOnlyObjectProperty<@Nullable ParcelId> roadProperty() {
        return road.getReadOnlyProperty();
    }

    /** Sides parallel to which no part would be in pieces, told when the plan's parts are; empty when not known. */
    public ReadOnlyObjectProperty<List<Integer>> wholeWaysProperty() {
        return planner.wholeWays.getReadOnlyProperty();
    }

    /** The positions clicked of a line. */
    public List<EastNorth> line() {
        return List.copyOf(line);
    }

    /** The sides chosen for a strip. */
    public Set<FrontSide> sides() {
        return Set.copyOf(sides);
    }

    /** The side or corner that gives the cuts their direction. */
    public Optional<Pick> findGuide() {
        return Optional.ofNullable(guide);
    }

    /** Whether the cuts are square to the guide, not parallel. */
    public boolean isSquare() {
        return isSquare;
    }

    /** The parcels it is about. */
    public List<ParcelId> parcels() {
        return desk.workspace().selection();
    }

    /** It is in use, or not any more: only then it plans. */
    public void setActive(boolean active) {
        isActive = active;
        if (active) {
            replan();
        } else {
            clear();
        }
    }

    /** Where the pointer would set the next position of the line; null when it is nowhere. */
    public void point(@Nullable EastNorth place) {
        pointer = place;
        if (ask.get() instanceof SplitAsk.Line && !line.isEmpty()) {
            replan();
        }
    }

    /** Sets the next position of the line. */
    public void addToLine(EastNorth place) {
        if (line.isEmpty() || !line.get(line.size() - 1).equals(place)) {
            line.add(place);
            replan();
        }
    }

    /** Takes the last position of the line back, or the last sign of the box. */
    public void back() {
        if (!line.isEmpty()) {
            line.remove(line.size() - 1);
            replan();
        } else if (!text.get().isEmpty()) {
            text.set(text.get().substring(0, text.get().length() - 1));
        }
    }

    /** Signs typed on the map go into the box. */
    public void type(String signs) {
        boolean needsGap = text.get().endsWith("i") || text.get().endsWith("p");
        text.set(text.get() + (needsGap ? " " : "") + signs);
    }

    /** Cuts run along a side, square to it, or from a corner. */
    public void guide(Pick picked, boolean square) {
        isHeld = true;
        guide = picked;
        isSquare = square;
        bearing.set("");
        if (!desk.workspace().selection().equals(List.of(picked.parcel()))) {
            desk.workspace().select(List.of(picked.parcel()));
        }
        isHeld = false;
        replan();
    }

    /** Takes the front a side is part of into the strip, or out of it. */
    public void toggleFront(FrontSide side, boolean alone) {
        Fabric fabric = desk.workspace().fabric();
        List<FrontSide> front = alone ? List.of(side) : FrontSide.front(fabric, parcels(), side);
        setSides(front, !sides.contains(side));
    }

    /** Takes all sides on roads into the strip. */
    public void takeRoadSides() {
        setSides(FrontSide.onRoads(desk.workspace().fabric(), parcels()), true);
    }

    private void setSides(List<FrontSide> some, boolean taken) {
        if (taken) {
            sides.addAll(some);
        } else {
            some.forEach(sides::remove);
        }
        road.set(SplitWish.road(desk.workspace().fabric(), sides));
        replan();
    }

    /** Moves the cut behind a part to a place: that part and the next change, the box says how. */
    public void moveCut(CutMove move, EastNorth place) {
        move.areas(place, desk.tongue().language()).ifPresent(text::set);
    }

    /** Takes hold of the cut behind a part; nothing to hold when the plan has none. */
    public Optional<CutMove> holdCut(int part) {
        SplitPlan held = planner.plan.get();
        return held == null ? Optional.empty() : CutMove.of(held, part);
    }

    /** Splits, if it can be done; says why not else. */
    public void submit(Consumer<Boolean> ended) {
        if (isSubmitted) {
            return;
        }
        pointer = null;
        replan();
        Division wanted = division();
        SplitPlan known = planner.plan.get();
        Refusal why = wanted == null
                ? lack.get()
                : known != null && known.division().equals(wanted)
                        ? known.findRefusal().orElse(null)
                        : null;
        if (wanted == null || why != null) {
            desk.workspace().say(why == null ? null : Notice.of(why));
            ended.accept(false);
            return;
        }
        isSubmitted = true;
        desk.workspace().submit(wanted, outcome -> {
            isSubmitted = false;
            boolean isDone =
                    outcome.filter(EditOutcome.Applied.class::isInstance).isPresent();
            if (isDone) {
                clear();
            } else {
                replan();
            }
            ended.accept(isDone);
        });
    }

    /** Whether an answer of the edit thread is awaited. */
    public boolean isSubmitted() {
        return isSubmitted;
    }

    /** Whether there is nothing to give up. */
    public boolean isClear() {
        return line.isEmpty()
                && sides.isEmpty()
                && guide == null
                && text.get().isEmpty()
                && bearing.get().isEmpty();
    }

    /** Forgets what was typed and clicked; the choices stay. */
    public void clear() {
        isHeld = true;
        line.clear();
        sides.clear();
        road.set(null);
        guide = null;
        isSquare = false;
        text.set("");
        bearing.set("");
        ids = IdBlock.fresh(desk.clock());
        isHeld = false;
        replan();
    }

    private void read() {
        SplitAsk now = SplitAsk.parse(text.get());
        if (!(now instanceof SplitAsk.Line)) {
            line.clear();
        }
        ask.set(now);
        replan();
    }

    private void chosenAnew() {
        Pick held = guide;
        if (held != null && !parcels().contains(held.parcel())) {
            guide = null;
        }
        replan();
    }

    private void landChanged() {
        Fabric fabric = desk.workspace().fabric();
        sides.removeIf(
                side -> fabric.slotOf(side.parcel()) < 0 || !fabric.cursor().at(fabric.slotOf(side.parcel())));
        road.set(SplitWish.road(fabric, sides));
        replan();
    }

    private @Nullable Division division() {
        Fabric fabric = desk.workspace().fabric();
        SplitWish wishNow = new SplitWish(
                ask.get(),
                parcels(),
                drawn(),
                new SplitWish.Direction(guide, isSquare, bearing.get()),
                new SplitWish.Front(
                        List.copyOf(sides), intoRoad.get() ? road.get() : null, orphanLimit.get(), givesOrphans.get()),
                new SplitWish.Terms(legal.get(), LocalDate.now(desk.clock()), ids));
        try {
            Division wanted = wishNow.division(fabric);
            lack.set(null);
            return wanted;
        } catch (ImpossibleEditException e) {
            lack.set(new Refusal(e.code(), e.arguments()));
            return null;
        }
    }

    private List<EastNorth> drawn() {
        List<EastNorth> drawn = new ArrayList<>(line);
        if (pointer != null && !drawn.isEmpty() && !drawn.get(drawn.size() - 1).equals(pointer)) {
            drawn.add(pointer);
        }
        return drawn;
    }

    private void replan() {
        if (isHeld || isSubmitted) {
            return;
        }
        Land land = desk.workspace().landProperty().get();
        Division wanted = isActive && land != null ? division() : null;
        if (wanted == null || land == null) {
            planner.forget();
            return;
        }
        Fabric fabric = desk.workspace().fabric();
        SplitLimits table = land.splitLimits();
        LocalDate day = LocalDate.now(desk.clock());
        if (ask.get() instanceof SplitAsk.Strip) {
            planner.planAside(() -> SplitPlan.of(fabric, wanted, table, day));
        } else {
            planner.plan(() -> SplitPlan.of(fabric, wanted, table, day));
        }
    }
}
