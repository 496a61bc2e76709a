package vn.diaba.map.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import vn.diaba.map.layer.FeatureSource;
import vn.diaba.map.layer.FeatureVisitor;
import vn.diaba.map.layer.GeometrySource;
import vn.diaba.map.layer.LayerStack;
import vn.diaba.map.layer.MapLayer;
import vn.diaba.map.style.StyleCatalog;
import vn.diaba.map.tool.BoxSelectTool;
import vn.diaba.map.tool.MeasureTool;
import vn.diaba.map.tool.PanZoomTool;
import vn.diaba.map.view.Viewport;

@Tag("fx")
@ExtendWith(ApplicationExtension.class)
class MapCanvasFxTest {
    private final Set<String> paintThreads = ConcurrentHashMap.newKeySet();
    private final MapCanvas[] holder = new MapCanvas[1];
    private Stage stage = null;

    @Start
    void start(Stage shown) throws ParseException {
        stage = shown;
        holder[0] = new MapCanvas();
        shown.setScene(new Scene(canvas(), 400, 300));
        shown.show();
        GeometrySource square = new GeometrySource(
                List.of(GeometrySource.Item.of(new WKTReader().read("POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))"))));
        canvas().setLayers(LayerStack.of(MapLayer.of("square", StyleCatalog.parcels(), watched(square))));
        canvas().fit(new Envelope(0, 100, 0, 100));
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.asyncFx(() -> canvas().close());
    }

    @Test
    void thePictureIsPaintedOffTheFxThreadAndShown(FxRobot robot) throws TimeoutException {
        awaitPictureOf(canvas().viewport());
        assertEquals(Set.of("map-render"), paintThreads);
        assertEquals(Color.web("#f2f2ee"), pixel(200, 150));
        assertEquals(Color.WHITE, pixel(5, 150));
    }

    @Test
    void theWheelZoomsAtTheCursorTwiceForTwoNotches() {
        Viewport before = canvas().viewport();
        double east = before.east(300);
        fx(() -> canvas().fireEvent(scroll(300, 200, 80)));
        assertEquals(before.metresPerPixel() / 2, canvas().viewport().metresPerPixel(), 1e-12);
        assertEquals(east, canvas().viewport().east(300), 1e-9);
    }

    @Test
    void anOldPictureStandsInUntilTheNewOneIsThere() throws TimeoutException {
        awaitPictureOf(canvas().viewport());
        double left = canvas().viewport().screenX(0);
        Color[] seen = new Color[2];
        fx(() -> {
            canvas().setLayers(LayerStack.EMPTY);
            canvas().setLayers(LayerStack.of());
            canvas().change(view -> view.panned(50, 0));
            WritableImage image = canvas().snapshot(null, null);
            seen[0] = image.getPixelReader().getColor((int) left + 45, 150);
            seen[1] = image.getPixelReader().getColor((int) left + 55, 150);
        });
        assertEquals(Color.web("#f2f2ee"), seen[1], "the square has moved with the pointer");
        assertFalse(seen[0].equals(seen[1]), "what was its left side is beside it now");
    }

    @Test
    void theMiddleButtonPansInAnyTool(FxRobot robot) {
        List<MapPointer> told = new ArrayList<>();
        fx(() -> canvas().setTool(new MapTool() {
            @Override
            public void pressed(MapPointer pointer) {
                told.add(pointer);
            }
        }));
        Viewport before = canvas().viewport();
        fx(() -> {
            canvas().fireEvent(mouse(MouseEvent.MOUSE_PRESSED, MouseButton.MIDDLE, 100, 100, 1));
            canvas().fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.MIDDLE, 140, 90, 1));
            canvas().fireEvent(mouse(MouseEvent.MOUSE_RELEASED, MouseButton.MIDDLE, 140, 90, 1));
        });
        assertEquals(before.panned(40, -10), canvas().viewport());
        assertEquals(List.of(), told);
    }

    @Test
    void spaceAndAMovePan(FxRobot robot) {
        robot.interact(canvas()::requestFocus);
        Viewport before = canvas().viewport();
        robot.press(KeyCode.SPACE);
        fx(() -> {
            canvas().fireEvent(mouse(MouseEvent.MOUSE_MOVED, MouseButton.NONE, 100, 100, 0));
        });
        Viewport base = canvas().viewport();
        fx(() -> canvas().fireEvent(mouse(MouseEvent.MOUSE_MOVED, MouseButton.NONE, 130, 100, 0)));
        robot.release(KeyCode.SPACE);
        assertEquals(base.panned(30, 0), canvas().viewport());
        assertEquals(before.metresPerPixel(), canvas().viewport().metresPerPixel());
    }

    @Test
    void aMiddleDoubleClickShowsAll() {
        boolean[] asked = {false};
        fx(() -> {
            canvas().setOnZoomToAll(() -> asked[0] = true);
            canvas().fireEvent(mouse(MouseEvent.MOUSE_PRESSED, MouseButton.MIDDLE, 100, 100, 2));
        });
        assertTrue(asked[0]);
    }

    @Test
    void altLeftAndRightGoThroughTheViews(FxRobot robot) {
        robot.interact(canvas()::requestFocus);
        Viewport first = canvas().viewport();
        fx(() -> canvas().show(first.centredAt(500, 500)));
        robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        assertEquals(first, canvas().viewport());
        robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
        assertEquals(500, canvas().viewport().centreEast());
    }

    @Test
    void aBoxToTheRightTakesInsideToTheLeftTouching() {
        List<String> told = new ArrayList<>();
        BoxSelectTool tool = new BoxSelectTool(new BoxSelectTool.Listener() {
            @Override
            public void pointed(MapPointer pointer, BoxSelectTool.Mode mode) {
                told.add("point " + mode);
            }

            @Override
            public void boxed(Envelope box, boolean touching, BoxSelectTool.Mode mode) {
                told.add(touching + " " + mode + " "
                        + Math.round(box.getWidth() / canvas().viewport().metresPerPixel()));
            }
        });
        fx(() -> {
            canvas().setTool(tool);
            drag(50, 50, 150, 100);
            drag(150, 100, 50, 50);
            drag(70, 70, 71, 71);
        });
        assertEquals(List.of("false REPLACE 100", "true REPLACE 100", "point REPLACE"), told);
    }

    @Test
    void panToolDragsTheMap() {
        Viewport before = canvas().viewport();
        fx(() -> {
            canvas().setTool(new PanZoomTool());
            drag(50, 50, 80, 90);
        });
        assertEquals(before.panned(30, 40), canvas().viewport());
    }

    @Test
    void measuringFollowsThePointer() {
        MeasureTool tool = new MeasureTool(m -> "L");
        fx(() -> {
            canvas().setTool(tool);
            canvas().fireEvent(mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, 100, 100, 1));
            canvas().fireEvent(mouse(MouseEvent.MOUSE_MOVED, MouseButton.NONE, 130, 140, 0));
        });
        assertEquals(
                50 * canvas().viewport().metresPerPixel(), tool.measurement().lengthMetres(), 1e-9);
    }

    @Test
    void aNewSizeKeepsTheMiddleAndTheScale() throws TimeoutException {
        Viewport before = canvas().viewport();
        fx(() -> {
            stage.setWidth(stage.getWidth() + 60);
            canvas().getScene().getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(before.metresPerPixel(), canvas().viewport().metresPerPixel());
        assertEquals(before.centreEast(), canvas().viewport().centreEast());
        awaitPictureOf(canvas().viewport());
        assertNotNull(canvas().reportProperty().get());
    }

    private MapCanvas canvas() {
        return holder[0];
    }

    private void drag(double x0, double y0, double x1, double y1) {
        canvas().fireEvent(mouse(MouseEvent.MOUSE_PRESSED, MouseButton.PRIMARY, x0, y0, 1));
        canvas().fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, MouseButton.PRIMARY, x1, y1, 1));
        canvas().fireEvent(mouse(MouseEvent.MOUSE_RELEASED, MouseButton.PRIMARY, x1, y1, 1));
    }

    private static void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void awaitPictureOf(Viewport view) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        10_000,
                        () -> canvas().reportProperty().get() != null
                                && canvas().shownView().equals(java.util.Optional.of(view))));
    }

    private Color pixel(int x, int y) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> canvas().snapshot(null, null).getPixelReader().getColor(x, y));
    }

    private FeatureSource watched(FeatureSource source) {
        return new FeatureSource() {
            @Override
            public Envelope extent() {
                return source.extent();
            }

            @Override
            public void visit(Envelope extent, double metresPerPixel, FeatureVisitor visitor) {
                paintThreads.add(Thread.currentThread().getName());
                source.visit(extent, metresPerPixel, visitor);
            }
        };
    }

    private static ScrollEvent scroll(double x, double y, double delta) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                true,
                false,
                0,
                delta,
                0,
                delta,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private static MouseEvent mouse(
            javafx.event.EventType<MouseEvent> type, MouseButton button, double x, double y, int clicks) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                button,
                clicks,
                false,
                false,
                false,
                false,
                button == MouseButton.PRIMARY,
                button == MouseButton.MIDDLE,
                false,
                false,
                false,
                false,
                null);
    }
}
