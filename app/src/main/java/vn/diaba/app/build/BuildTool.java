package vn.diaba.app.build;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.SketchTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;
import vn.diaba.map.view.Viewport;

/**
 * Builds parcels of survey points clicked in order, or of drawn lines. Enter builds, Backspace takes a point back. FX thread
 * only.
 */
public final class BuildTool extends SketchTool implements PanelTool {
    private static final double REACH_PX = 14;

    private final ChainViewModel chains;
    private final LinesViewModel lines;
    private final BooleanProperty ofLines = new SimpleBooleanProperty(this, "ofLines");
    private final BuildOverlay overlay;
    private final BuildView view;

    /** A tool for this desk; drawings are read and built by these jobs. */
    public BuildTool(ToolDesk desk, JobRunner jobs) {
        super(desk);
        chains = new ChainViewModel(desk, jobs);
        lines = new LinesViewModel(desk, jobs);
        overlay = new BuildOverlay(chains, lines, ofLines);
        view = new BuildView(desk.tongue(), chains, lines, ofLines);
        lines.setOnLook(this::show);
        lines.setOnBuilt(this::toMap);
        chains.setOnBuilt(this::toMap);
        redrawWith(chains.versionProperty(), chains.currentProperty(), lines.sketchProperty());
        view.selectedProperty().addListener((property, was, is) -> {
            overlay.select(is);
            redraw();
        });
        ofLines.addListener((property, was, is) -> {
            prompt();
            redraw();
        });
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
        chains.use(true);
        lines.use(true);
        prompt();
    }

    @Override
    protected void end(MapCanvas leftCanvas) {
        chains.use(false);
        lines.use(false);
        overlay.hover(null, null);
    }

    private void prompt() {
        prompt(ofLines.get() ? "prompt-build-lines" : "prompt-build-points");
    }

    private void show(Extent extent) {
        MapCanvas map = canvas();
        if (map != null) {
            map.fit(new Envelope(extent.west(), extent.east(), extent.south(), extent.north()));
        }
    }

    private Optional<SurveyPoint> pointAt(EastNorth place) {
        if (!isUsed()) {
            return Optional.empty();
        }
        double reach = metres(REACH_PX);
        SurveyPoint[] best = {null};
        fabric().index().objectsIn(Extent.of(place).grownBy(reach), each -> {
            if (each instanceof SurveyPoint point
                    && !point.number().isEmpty()
                    && point.position().distanceTo(place) <= reach
                    && (best[0] == null
                            || point.position().distanceTo(place)
                                    < best[0].position().distanceTo(place))) {
                best[0] = point;
            }
        });
        return Optional.ofNullable(best[0]);
    }

    @Override
    public void moved(MapPointer at) {
        EastNorth place = place(at);
        overlay.hover(place, ofLines.get() ? null : pointAt(place).orElse(null));
        redraw();
    }

    @Override
    public void pressed(MapPointer at) {
        moved(at);
        if (!at.isPrimary()) {
            return;
        }
        EastNorth place = place(at);
        if (ofLines.get()) {
            lines.rowAt(place).ifPresent(view::select);
        } else {
            pointAt(place).ifPresent(chains::pick);
        }
    }

    @Override
    public boolean keyed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (ofLines.get()) {
                lines.build();
            } else {
                chains.build();
            }
            return true;
        }
        if (event.getCode() == KeyCode.BACK_SPACE && !ofLines.get()) {
            chains.unpick();
            return true;
        }
        return false;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }
}
