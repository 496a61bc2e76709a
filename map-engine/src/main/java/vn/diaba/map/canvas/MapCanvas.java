package vn.diaba.map.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.paint.PaintReport;
import vn.diaba.map.view.Viewport;

/**
 * The map in the window. Its gestures: the wheel zooms at the cursor (twice the scale for two notches, Shift finer, Control
 * finer still), the middle button or Space and a move pan, a middle double-click shows all, arrows pan, plus and minus
 * zoom, Alt with left and right goes through the last 50 views. All else goes to the tool. FX thread only.
 */
public final class MapCanvas extends Region {
    private final ImageView picture = new ImageView();
    private final Affine pictureShift = new Affine();
    private final Canvas sheet = new Canvas();
    private final List<Overlay> overlays = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Viewport> viewport =
            new ReadOnlyObjectWrapper<>(this, "viewport", new Viewport(0, 0, 1, 1, 1));
    private final ReadOnlyObjectWrapper<@Nullable MapPointer> pointer = new ReadOnlyObjectWrapper<>(this, "pointer");
    private final ReadOnlyObjectWrapper<@Nullable PaintReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    private final ViewHistory history = new ViewHistory();
    private final RenderLoop loop = new RenderLoop(frame -> Platform.runLater(() -> show(frame)));
    private LayerStack layers = LayerStack.EMPTY;
    private MapTool tool = new MapTool() {};
    private Runnable onZoomToAll = () -> fit(layers.extent());
    private RenderLoop.@Nullable Frame shown;
    private @Nullable Envelope fitWhenSized;
    /** False while the view is the one the canvas was made with, which nobody wants back. */
    private boolean hasView;

    /** An empty map; it draws as soon as it has a size and layers. */
    public MapCanvas() {
        setFocusTraversable(true);
        picture.getTransforms().add(pictureShift);
        picture.setManaged(false);
        sheet.setManaged(false);
        sheet.setMouseTransparent(true);
        getChildren().addAll(picture, sheet);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        new Gestures(this).install();
    }

    /** What it shows. */
    public Viewport viewport() {
        return viewport.get();
    }

    /** What it shows, to listen to. */
    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    /** Where the pointer is; null while it is elsewhere. */
    public ReadOnlyObjectProperty<@Nullable MapPointer> pointerProperty() {
        return pointer.getReadOnlyProperty();
    }

    /** How the picture shown was painted; null before the first one. */
    public ReadOnlyObjectProperty<@Nullable PaintReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The layers it draws. */
    public LayerStack layers() {
        return layers;
    }

    /** Draws other layers, or the same ones whose data have changed. */
    public void setLayers(LayerStack changed) {
        layers = changed;
        redraw();
    }

    /** The tool in use. */
    public MapTool tool() {
        return tool;
    }

    /** Puts another tool to use; the one before is left first. */
    public void setTool(MapTool next) {
        tool.left(this);
        tool = next;
        tool.entered(this);
        setCursor(tool.cursor());
        redrawOverlays();
    }

    /** Lays an overlay above those already there. */
    public void addOverlay(Overlay overlay) {
        overlays.add(overlay);
        redrawOverlays();
    }

    /** Takes an overlay away; nothing happens if it is not there. */
    public void removeOverlay(Overlay overlay) {
        overlays.remove(overlay);
        redrawOverlays();
    }

    /** What a middle double-click and Home do; without it, all layers are fitted. */
    public void setOnZoomToAll(Runnable action) {
        onZoomToAll = action;
    }

    /** Shows another part of the plane as a step that {@link #goBack} can undo; the size stays the canvas' own. */
    public void show(Viewport wanted) {
        history.pause();
        change(view -> wanted.resized(view.widthPx(), view.heightPx()));
        history.pause();
    }

    /** As {@link #show}, but one of many in a gesture that goes on, all of them one step. */
    public void showOnTheWay(Viewport wanted) {
        change(view -> wanted.resized(view.widthPx(), view.heightPx()));
    }

    /** Shows all of an extent, as soon as the canvas has a size; a null one changes nothing. */
    public void fit(Envelope extent) {
        if (viewport().widthPx() <= 1 || viewport().heightPx() <= 1) {
            fitWhenSized = extent;
        } else {
            show(viewport().fitted(extent));
        }
    }

    /** Shows the view before this one, if there is one. */
    public void goBack() {
        history.back(viewport()).ifPresent(this::restore);
    }

    /** Undoes {@link #goBack}. */
    public void goForward() {
        history.forward(viewport()).ifPresent(this::restore);
    }

    /** Asks for a new picture, because layers or data have changed. */
    public void redraw() {
        if (viewport().widthPx() > 1 && viewport().heightPx() > 1) {
            double density = getScene() == null || getScene().getWindow() == null
                    ? 1
                    : Math.max(1, getScene().getWindow().getOutputScaleX());
            loop.request(new RenderLoop.Request(layers, viewport(), density));
        }
    }

    /** Draws the overlays anew; the picture stays. */
    public void redrawOverlays() {
        GraphicsContext g = sheet.getGraphicsContext2D();
        g.clearRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (Overlay overlay : overlays) {
            g.save();
            overlay.draw(g, viewport());
            g.restore();
        }
    }

    /** Ends the render thread; the canvas is not used any more. */
    public void close() {
        loop.close();
    }

    /** Changes the view by a gesture. */
    void change(UnaryOperator<Viewport> change) {
        Viewport next = change.apply(viewport());
        if (!next.equals(viewport())) {
            if (hasView) {
                history.leave(viewport(), System.nanoTime());
            }
            hasView = true;
            restore(next);
        }
    }

    /** The view the picture on the screen was painted for. */
    Optional<Viewport> shownView() {
        return shown == null ? Optional.empty() : Optional.of(shown.request().view());
    }

    void zoomToAll() {
        onZoomToAll.run();
    }

    void pointAt(@Nullable MapPointer at) {
        pointer.set(at);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 1
                || height < 1
                || width == viewport().widthPx() && height == viewport().heightPx()) {
            return;
        }
        sheet.setWidth(width);
        sheet.setHeight(height);
        // The upper edge stays where it is, so that a panel that grows below moves nothing under the pointer.
        double taller = viewport().heightPx() > 1 ? height - viewport().heightPx() : 0;
        Viewport resized = viewport().resized(width, height).panned(0, -taller / 2);
        if (fitWhenSized != null) {
            resized = resized.fitted(fitWhenSized);
            hasView = !fitWhenSized.isNull();
            fitWhenSized = null;
        }
        restore(resized);
    }

    private void restore(Viewport view) {
        viewport.set(view.resized(Math.max(1, Math.floor(getWidth())), Math.max(1, Math.floor(getHeight()))));
        placePicture();
        redrawOverlays();
        redraw();
    }

    private void show(RenderLoop.Frame frame) {
        RenderLoop.Frame old = shown;
        shown = frame;
        picture.setImage(frame.picture().shown());
        placePicture();
        report.set(frame.report());
        if (old != null && old.picture() != frame.picture()) {
            loop.giveBack(old.picture());
        }
    }

    /** Moves and stretches the picture shown to where its places are in the view of now. */
    private void placePicture() {
        if (shown == null) {
            return;
        }
        Viewport.Shift shift = viewport().from(shown.request().view());
        double stretch = shift.stretch() / shown.request().density();
        pictureShift.setToTransform(stretch, 0, shift.dxPx(), 0, stretch, shift.dyPx());
    }
}
