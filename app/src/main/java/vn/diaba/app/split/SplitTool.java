package vn.diaba.app.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.SketchTool;
import vn.diaba.app.tool.Snap;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.division.FrontSide;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.view.Viewport;

/**
 * Splits parcels: along a line of clicks; into parts, along a side or about a corner clicked; a strip along sides clicked.
 * Signs typed on the map go into the panel's box. Enter, or a double-click on a line, submits one command; Backspace takes
 * the last step back, Esc all. FX thread only.
 */
public final class SplitTool extends SketchTool implements PanelTool {
    private static final double REACH_PX = 12;
    private static final double CORNER_PX = 8;
    private static final double HANDLE_PX = 9;

    private final SplitViewModel model;
    private final SplitView view;
    private final SplitPainter painter;
    private @Nullable CutMove moving;
    private @Nullable EastNorth pivot;

    /** A tool for this desk; strips are planned by these jobs. */
    public SplitTool(ToolDesk desk, JobRunner jobs) {
        super(desk);
        model = new SplitViewModel(desk, jobs);
        view = new SplitView(model, desk, jobs);
        painter = new SplitPainter(model, desk);
        model.planProperty().addListener((property, was, is) -> refresh());
        model.askProperty().addListener((property, was, is) -> {
            painter.hover(null, null);
            refresh();
        });
        model.lackProperty().addListener((property, was, is) -> refresh());
    }

    /** What was typed and clicked, and its plan. */
    public SplitViewModel model() {
        return model;
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport viewport) {
        painter.draw(graphics, viewport);
    }

    @Override
    protected void begin(MapCanvas entered) {
        model.setActive(true);
        refresh();
    }

    @Override
    protected void end(MapCanvas leftCanvas) {
        moving = null;
        pivot = null;
        painter.hover(null, null);
        model.setActive(false);
    }

    @Override
    public void moved(MapPointer at) {
        MapCanvas map = canvas();
        if (map == null || model.isSubmitted()) {
            return;
        }
        EastNorth place = place(at);
        if (model.askProperty().get() instanceof SplitAsk.Line) {
            Snap snap = Snap.at(fabric(), place, metres(REACH_PX));
            painter.hover(snap, null);
            model.point(snap.place());
            setCursor(Cursor.CROSSHAIR);
        } else {
            boolean onHandle = painter.findHandle(map.viewport(), at.screenX(), at.screenY(), HANDLE_PX)
                    .isPresent();
            painter.hover(null, onHandle ? null : pick(place).orElse(null));
            setCursor(onHandle ? Cursor.MOVE : Cursor.DEFAULT);
        }
        refresh();
    }

    @Override
    public void pressed(MapPointer at) {
        MapCanvas map = canvas();
        if (map == null || !at.isPrimary() || model.isSubmitted()) {
            return;
        }
        moved(at);
        SplitAsk ask = model.askProperty().get();
        if (ask instanceof SplitAsk.Line) {
            if (at.clickCount() >= 2) {
                submit();
            } else {
                painter.findSnap().ifPresent(snap -> model.addToLine(snap.place()));
            }
        } else {
            SplitPainter.Handle handle = painter.findHandle(map.viewport(), at.screenX(), at.screenY(), HANDLE_PX)
                    .orElse(null);
            if (handle != null) {
                moving = handle.isTurn()
                        ? null
                        : model.holdCut(handle.cut().part()).orElse(null);
                pivot = handle.isTurn() ? handle.cut().middle() : null;
            } else {
                clicked(ask, at);
            }
        }
        refresh();
    }

    private void clicked(SplitAsk ask, MapPointer at) {
        EastNorth place = place(at);
        Optional<Pick> picked = pick(place);
        if (picked.isEmpty()) {
            choose(place, at.modifiers());
        } else if (ask instanceof SplitAsk.Strip) {
            FrontSide side = new FrontSide(picked.get().parcel(), picked.get().number());
            model.toggleFront(side, at.modifiers().control());
        } else {
            model.guide(picked.get(), at.modifiers().shift());
        }
    }

    /** A click inside a parcel means the parcel. */
    private void choose(EastNorth place, MapPointer.Modifiers keys) {
        List<ParcelId> next = new ArrayList<>(keys.shift() || keys.control() ? model.parcels() : List.of());
        List<ParcelId> here = fabric().index().parcelsAt(place);
        if (keys.control()) {
            next.removeAll(here);
        } else {
            here.stream().findFirst().ifPresent(next::add);
        }
        if (!next.isEmpty()) {
            desk().workspace().select(next);
        }
    }

    @Override
    public void dragged(MapPointer at) {
        EastNorth place = place(at);
        CutMove held = moving;
        EastNorth about = pivot;
        if (held != null) {
            model.moveCut(held, place);
        } else if (about != null && about.distanceTo(place) > metres(HANDLE_PX)) {
            double degrees = Math.toDegrees(Math.atan2(place.east() - about.east(), place.north() - about.north()));
            model.bearingProperty().set(AngleText.dms(degrees < 0 ? degrees + 360 : degrees, 0));
        } else {
            moved(at);
        }
    }

    @Override
    public void released(MapPointer at) {
        moving = null;
        pivot = null;
    }

    @Override
    public boolean keyed(KeyEvent event) {
        if (event.isAltDown() || event.isMetaDown() || model.isSubmitted()) {
            return false;
        }
        if (event.isControlDown()) {
            return view.keyed(event);
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE && !model.isClear()) {
            model.clear();
        } else if (code == KeyCode.ENTER) {
            submit();
        } else if (code == KeyCode.TAB) {
            view.enterBox();
        } else if (code == KeyCode.BACK_SPACE && !model.isClear()) {
            model.back();
        } else if (event.getText().matches("[0-9.,:;]") && model.line().isEmpty()) {
            model.type(event.getText());
        } else {
            return false;
        }
        refresh();
        return true;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    private void submit() {
        model.submit(isDone -> {
            if (isDone) {
                toMap();
            }
            refresh();
        });
    }

    /** The corner or side the pointer is on, of the chosen parcels if it is on one of these. */
    private Optional<Pick> pick(EastNorth place) {
        Fabric fabric = fabric();
        boolean isStrip = model.askProperty().get() instanceof SplitAsk.Strip;
        List<ParcelId> chosen = model.parcels();
        if (!isStrip) {
            Optional<Pick> corner = Pick.corner(fabric, chosen, place, metres(CORNER_PX));
            if (corner.isPresent()) {
                return corner;
            }
        }
        Optional<Pick> side = Pick.side(fabric, chosen, place, metres(REACH_PX));
        return side.isPresent() || !chosen.isEmpty()
                ? side
                : Pick.side(fabric, near(fabric, place), place, metres(REACH_PX));
    }

    private List<ParcelId> near(Fabric fabric, EastNorth place) {
        List<ParcelId> near = new ArrayList<>();
        ParcelCursor cursor = fabric.cursor();
        fabric.index().parcelsIn(Extent.of(place).grownBy(metres(REACH_PX)), slot -> {
            if (cursor.at(slot)) {
                near.add(cursor.id());
            }
        });
        return near;
    }

    private void refresh() {
        SplitAsk ask = model.askProperty().get();
        prompt(
                ask instanceof SplitAsk.Strip
                        ? "prompt-split-strip"
                        : ask instanceof SplitAsk.Line
                                ? model.line().isEmpty() ? "prompt-split" : "prompt-split-on"
                                : "prompt-split-parts");
        redraw();
    }
}
