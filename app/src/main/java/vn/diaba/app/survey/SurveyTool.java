package vn.diaba.app.survey;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
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
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.view.Viewport;

/**
 * Traverses and constructions. Clicks on the map pick the points these start from, catching corners and survey points; Enter
 * writes what was found as survey points, Backspace takes a point back. FX thread only.
 */
public final class SurveyTool extends SketchTool implements PanelTool {
    private static final double REACH_PX = 12;

    private final PlacesViewModel places;
    private final TraverseViewModel traverse;
    private final ConstructionViewModel construction;
    private final BooleanProperty constructs = new SimpleBooleanProperty(this, "constructs");
    private final SurveyOverlay overlay;
    private final SurveyView view;
    private @Nullable Snap snap;

    /** A tool for this desk; what takes long is computed by these jobs. */
    public SurveyTool(ToolDesk desk, JobRunner jobs) {
        super(desk);
        places = new PlacesViewModel(desk.workspace(), jobs);
        traverse = new TraverseViewModel(desk, jobs, places);
        construction = new ConstructionViewModel(desk, places);
        overlay = new SurveyOverlay(traverse, construction, constructs, this::findSnap);
        view = new SurveyView(desk.tongue(), traverse, construction, constructs);
        redrawWith(traverse.sketchProperty(), construction.sketchProperty(), construction.chosenProperty());
        constructs.addListener((property, was, is) -> {
            prompt();
            redraw();
        });
        view.selectedRowProperty().addListener((property, was, is) -> {
            overlay.select(is.intValue());
            redraw();
        });
    }

    /** What the pointer has caught. */
    private Optional<Snap> findSnap() {
        return Optional.ofNullable(snap);
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport viewport) {
        overlay.draw(graphics, viewport);
    }

    @Override
    protected void begin(MapCanvas entered) {
        places.use(true);
        prompt();
    }

    @Override
    protected void end(MapCanvas leftCanvas) {
        places.use(false);
        snap = null;
    }

    private void prompt() {
        prompt(constructs.get() ? "prompt-construction" : "prompt-traverse");
    }

    @Override
    public void moved(MapPointer at) {
        if (isUsed()) {
            double reach = metres(REACH_PX);
            snap = caught(fabric(), place(at), reach);
            redraw();
        }
    }

    /** A survey point within reach goes before everything else: constructions start from these. */
    private static Snap caught(Fabric land, EastNorth pointer, double reachMetres) {
        EastNorth[] best = {null};
        land.index().objectsIn(Extent.of(pointer).grownBy(reachMetres), each -> {
            boolean nearer = best[0] == null || each.shape().distanceMetres(pointer) < best[0].distanceTo(pointer);
            if (each instanceof SurveyPoint point && nearer && point.position().distanceTo(pointer) <= reachMetres) {
                best[0] = point.position();
            }
        });
        return best[0] == null ? Snap.at(land, pointer, reachMetres) : new Snap(Snap.Kind.OBJECT, best[0]);
    }

    @Override
    public void pressed(MapPointer at) {
        moved(at);
        Snap caught = snap;
        if (!at.isPrimary() || caught == null) {
            return;
        }
        if (constructs.get()) {
            construction.pick(caught.place());
        } else {
            traverse.fields().pick(places.placesProperty().get().name(caught.place()));
        }
    }

    @Override
    public void dragged(MapPointer at) {
        moved(at);
    }

    @Override
    public boolean keyed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER) {
            write();
            return true;
        }
        if (!constructs.get()) {
            return false;
        }
        if (code == KeyCode.BACK_SPACE) {
            construction.unpick();
            return true;
        }
        if (code == KeyCode.ESCAPE && !construction.bases().isEmpty()) {
            construction.clear();
            return true;
        }
        if (code == KeyCode.DIGIT1 || code == KeyCode.DIGIT2) {
            construction.choose(code == KeyCode.DIGIT1 ? 0 : 1);
            return true;
        }
        return false;
    }

    private void write() {
        if (constructs.get()) {
            construction.write();
        } else {
            traverse.write();
        }
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }
}
