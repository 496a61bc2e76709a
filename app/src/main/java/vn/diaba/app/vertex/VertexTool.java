package vn.diaba.app.vertex;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.SketchTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.corner.BoundaryPlace;
import vn.diaba.cadastre.corner.InsertCorner;
import vn.diaba.cadastre.corner.Resurvey;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.object.RemoveObjects;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.tool.BoxSelectTool;
import vn.diaba.map.view.Viewport;

/**
 * Works on corners: a drag moves one for all its parcels (Alt: tears it off for one), on another corner it welds, on a side
 * it attaches; a click picks one, Shift and boxes several; a double-click or Insert puts one into a side, Del takes the
 * picked ones out, Control and arrows nudge them, Enter leads to the field for numbers. A map object that is clicked can be
 * dragged, whole or by its positions, and deleted. FX thread only.
 */
public final class VertexTool extends SketchTool implements PanelTool {
    private static final double REACH_PX = 10;
    private static final double OBJECT_PX = 5;
    private static final double STILL_PX = 3;

    private final VertexViewModel model;
    private final VertexView panel;
    private final BoxSelectTool box;
    private final VertexOverlay overlay;
    private @Nullable MapPointer pressedAt;
    private @Nullable MapPointer pointer;
    private @Nullable Drag drag;
    private Drag.@Nullable Drop drop;
    private Aim aim = Aim.NOTHING;
    private boolean isBoxing;
    private boolean catches = true;

    /**
     * A tool for this desk.
     *
     * @param reasons asks for reasons
     * @param objectsShown whether map objects can be seen, and so be picked
     */
    public VertexTool(ToolDesk desk, ReasonAsker reasons, BooleanSupplier objectsShown) {
        super(desk);
        model = new VertexViewModel(desk, reasons);
        box = new BoxSelectTool(new CornerPicker(desk, model, objectsShown, () -> metres(OBJECT_PX)));
        panel = new VertexView(model, desk, this::toMap);
        overlay = new VertexOverlay(this, desk);
        redrawWith(model.pickedProperty(), model.proposalProperty());
    }

    /** What is picked and proposed. */
    public VertexViewModel model() {
        return model;
    }

    /** What letting go of the mouse would come to, if something is dragged. */
    public Optional<EditPlan> findDragged() {
        return Optional.ofNullable(drop).map(Drag.Drop::plan);
    }

    Drag.@Nullable Drop drop() {
        return drop;
    }

    /** What the pointer means. */
    Aim aim() {
        return aim;
    }

    @Nullable
    MapPointer pointer() {
        return pointer;
    }

    /** The object picked, whose positions can be held. */
    Optional<PlacedRecord> object() {
        var picked = desk().workspace().pickedProperty().get();
        return picked == null
                ? Optional.empty()
                : fabric().findRecord(picked)
                        .filter(PlacedRecord.class::isInstance)
                        .map(PlacedRecord.class::cast);
    }

    @Override
    public Region panel() {
        return panel;
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport viewport) {
        overlay.draw(graphics, viewport);
    }

    @Override
    protected void begin(MapCanvas entered) {
        box.entered(entered);
        prompt();
    }

    @Override
    protected void end(MapCanvas leftCanvas) {
        stop();
        model.cancel();
        aim = Aim.NOTHING;
        box.left(leftCanvas);
    }

    private void prompt() {
        prompt(catches ? "prompt-vertex" : "prompt-vertex-free");
    }

    @Override
    public void moved(MapPointer at) {
        pointer = at;
        if (isUsed() && !model.isBusy()) {
            aim = Aim.at(fabric(), place(at), metres(REACH_PX), object());
            setCursor(aim.isHold() ? Cursor.HAND : aim.side() != null ? Cursor.CROSSHAIR : Cursor.DEFAULT);
            redraw();
        }
    }

    @Override
    public void pressed(MapPointer at) {
        moved(at);
        if (!at.isPrimary() || model.isBusy()) {
            return;
        }
        if (at.clickCount() >= 2) {
            insert();
            return;
        }
        pressedAt = at;
        CornerDrag.Hold hold = new CornerDrag.Hold(
                fabric(), at, at.modifiers().alt() || model.detachingProperty().get(), IdBlock.fresh(desk().clock()));
        drag = aim.take(hold, model.pickedProperty().get(), object(), metres(OBJECT_PX));
        isBoxing = drag == null;
        if (isBoxing) {
            box.pressed(at);
        }
    }

    @Override
    public void dragged(MapPointer at) {
        pointer = at;
        if (isBoxing) {
            box.dragged(at);
        } else if (drag != null && pressedAt != null && (drop != null || !isStill(at, pressedAt))) {
            model.cancel();
            drop = drag.at(at, catches ? metres(REACH_PX) : 0);
            prompt("prompt-move-drag");
            redraw();
        }
    }

    private static boolean isStill(MapPointer at, MapPointer from) {
        return Math.hypot(at.screenX() - from.screenX(), at.screenY() - from.screenY()) < STILL_PX;
    }

    @Override
    public void released(MapPointer at) {
        MapPointer from = pressedAt;
        if (!at.isPrimary() || from == null) {
            return;
        }
        Drag.Drop wanted = isStill(at, from) ? null : drop;
        boolean boxed = isBoxing;
        boolean clicked = !boxed && drop == null;
        stop();
        if (boxed) {
            box.released(at);
        } else if (wanted != null) {
            model.detachingProperty().set(false);
            model.handIn(wanted.plan());
        } else if (clicked) {
            click(at);
        }
    }

    private void click(MapPointer at) {
        Corner hovered = aim.corner();
        if (hovered == null) {
            return;
        }
        if (at.modifiers().shift()) {
            model.toggle(hovered.id());
        } else if (at.modifiers().control()) {
            model.remove(List.of(hovered.id()));
        } else {
            desk().workspace().pick(null);
            model.pick(List.of(hovered.id()));
        }
    }

    @Override
    public boolean keyed(KeyEvent event) {
        if (event.isControlDown() || event.isMetaDown()) {
            return nudge(event.getCode());
        }
        if (event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case ESCAPE:
                return giveUp(event);
            case ENTER:
                return enter();
            case DELETE:
                delete();
                return true;
            case INSERT:
                insert();
                return true;
            case F3:
                catches = !catches;
                prompt();
                return true;
            default:
                return false;
        }
    }

    private boolean giveUp(KeyEvent event) {
        if (box.keyed(event)) {
            isBoxing = false;
        } else if (drag != null || model.detachingProperty().get()) {
            model.detachingProperty().set(false);
            stop();
        } else if (model.proposalProperty().get() != null
                || model.faultProperty().get() != null) {
            model.cancel();
        } else if (!model.pickedProperty().get().isEmpty()) {
            model.pick(List.of());
        } else if (desk().workspace().pickedProperty().get() != null) {
            desk().workspace().pick(null);
        } else {
            return false;
        }
        return true;
    }

    private boolean enter() {
        if (model.proposalProperty().get() != null) {
            model.apply();
            return true;
        }
        Corner hovered = aim.corner();
        if (hovered != null && !model.pickedProperty().get().contains(hovered.id())) {
            model.pick(List.of(hovered.id()));
        }
        boolean picked =
                !model.pickedProperty().get().isEmpty() || model.findObject().isPresent();
        if (picked) {
            panel.toEntry();
        }
        return picked;
    }

    /** The first press shows what would come of it, the second does it; an object goes at once. */
    private void delete() {
        if (model.isRemovalProposed()) {
            model.apply();
            return;
        }
        PlacedRecord object = object().orElse(null);
        if (object != null) {
            desk().workspace()
                    .submit(new RemoveObjects(List.of(object.id()), IdBlock.fresh(desk().clock())), outcome -> {});
            return;
        }
        Corner hovered = aim.corner();
        List<CornerId> picked = model.pickedProperty().get();
        if (hovered != null && picked.size() < 2 && !picked.contains(hovered.id())) {
            model.pick(List.of(hovered.id()));
        }
        model.proposeRemoval();
    }

    private void insert() {
        BoundaryPlace where = aim.side();
        if (where == null) {
            if (!aim.isHold()) {
                desk().workspace().say(Notice.of("vertex-no-side"));
            }
            return;
        }
        model.handIn(EditPlan.of(
                fabric(),
                new InsertCorner(where.side(), where.place(), Resurvey.NOTHING, IdBlock.fresh(desk().clock())),
                List.of()));
        aim = Aim.NOTHING;
    }

    private boolean nudge(KeyCode code) {
        switch (code) {
            case UP -> model.nudge(1, 0);
            case DOWN -> model.nudge(-1, 0);
            case RIGHT -> model.nudge(0, 1);
            case LEFT -> model.nudge(0, -1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void stop() {
        pressedAt = null;
        drag = null;
        drop = null;
        isBoxing = false;
        prompt();
        redraw();
    }
}
