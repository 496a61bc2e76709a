package vn.diaba.app.build;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.tool.PanelTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.SurveyPoint;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.canvas.MapPointer;

/**
 * Builds parcels of survey points clicked in order, or of drawn lines. Enter builds, Backspace takes a point back. FX thread
 * only.
 */
public final class BuildTool implements PanelTool {
    private static final double REACH_PX = 14;

    private final ToolDesk desk;
    private final ChainViewModel chains;
    private final LinesViewModel lines;
    private final BooleanProperty ofLines = new SimpleBooleanProperty(this, "ofLines");
    private final BuildOverlay overlay;
    private final BuildView view;
    private @Nullable MapCanvas canvas;

    /** A tool for this desk; drawings are read and built by these jobs. */
    public BuildTool(ToolDesk desk, JobRunner jobs) {
        this.desk = desk;
        chains = new ChainViewModel(desk, jobs);
        lines = new LinesViewModel(desk, jobs);
        overlay = new BuildOverlay(chains, lines, ofLines);
        view = new BuildView(desk.tongue(), chains, lines, ofLines);
        lines.setOnLook(this::show);
        lines.setOnBuilt(this::toMap);
        chains.setOnBuilt(this::toMap);
        chains.versionProperty().addListener((property, was, is) -> refresh());
        chains.currentProperty().addListener((property, was, is) -> refresh());
        lines.sketchProperty().addListener((property, was, is) -> refresh());
        view.selectedProperty().addListener((property, was, is) -> {
            overlay.select(is);
            refresh();
        });
        ofLines.addListener((property, was, is) -> {
            prompt();
            refresh();
        });
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    public void entered(MapCanvas entered) {
        canvas = entered;
        entered.addOverlay(overlay);
        chains.use(true);
        lines.use(true);
        prompt();
    }

    @Override
    public void left(MapCanvas leftCanvas) {
        chains.use(false);
        lines.use(false);
        overlay.hover(null, null);
        leftCanvas.removeOverlay(overlay);
        canvas = null;
    }

    private void prompt() {
        if (canvas != null) {
            desk.prompt().accept(ofLines.get() ? "prompt-build-lines" : "prompt-build-points");
        }
    }

    /** The fields that had the keys may be gone. */
    private void toMap() {
        if (canvas != null) {
            canvas.requestFocus();
        }
    }

    private void show(Extent extent) {
        if (canvas != null) {
            canvas.fit(new Envelope(extent.west(), extent.east(), extent.south(), extent.north()));
        }
    }

    private Optional<SurveyPoint> pointAt(EastNorth place) {
        if (canvas == null) {
            return Optional.empty();
        }
        double reach = REACH_PX * canvas.viewport().metresPerPixel();
        SurveyPoint[] best = {null};
        desk.workspace().fabric().index().objectsIn(Extent.of(place).grownBy(reach), each -> {
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
        EastNorth place = new EastNorth(at.east(), at.north());
        overlay.hover(place, ofLines.get() ? null : pointAt(place).orElse(null));
        refresh();
    }

    @Override
    public void pressed(MapPointer at) {
        moved(at);
        if (!at.isPrimary()) {
            return;
        }
        EastNorth place = new EastNorth(at.east(), at.north());
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

    private void refresh() {
        if (canvas != null) {
            canvas.redrawOverlays();
        }
    }
}
