package vn.diaba.map.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** The gestures that work in every tool, and the rest handed to the tool. FX thread only. */
final class Gestures {
    /** What JavaFX reports for one notch of a common wheel. */
    private static final double PIXELS_PER_NOTCH = 40;

    private static final double ARROW_SHARE = 0.2;
    private static final double KEY_ZOOM = Math.sqrt(2);

    private final MapCanvas canvas;
    private boolean isSpaceDown;
    private boolean isPanning;
    private double lastX;
    private double lastY;

    Gestures(MapCanvas canvas) {
        this.canvas = canvas;
    }

    void install() {
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> canvas.pointAt(null));
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyed);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                isSpaceDown = false;
            }
        });
        canvas.focusedProperty().addListener((property, was, is) -> isSpaceDown = false);
    }

    private void scrolled(ScrollEvent event) {
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        double notches = turned / PIXELS_PER_NOTCH;
        double share = event.isShortcutDown() || event.isControlDown() ? 0.1 : event.isShiftDown() ? 0.25 : 1;
        double factor = Math.pow(2, notches / 2 * share);
        canvas.change(view -> view.zoomedAbout(event.getX(), event.getY(), factor));
        event.consume();
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        remember(event);
        if (event.getButton() == MouseButton.MIDDLE) {
            if (event.getClickCount() == 2) {
                canvas.zoomToAll();
            } else {
                isPanning = true;
            }
        } else {
            canvas.tool().pressed(pointer(event));
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (isPanning || isSpaceDown) {
            pan(event);
        } else if (event.getButton() != MouseButton.MIDDLE) {
            canvas.tool().dragged(pointer(event));
        }
        canvas.pointAt(pointer(event));
        event.consume();
    }

    private void released(MouseEvent event) {
        if (event.getButton() == MouseButton.MIDDLE) {
            isPanning = false;
        } else {
            canvas.tool().released(pointer(event));
        }
        event.consume();
    }

    private void moved(MouseEvent event) {
        if (isSpaceDown) {
            pan(event);
        } else {
            canvas.tool().moved(pointer(event));
        }
        remember(event);
        canvas.pointAt(pointer(event));
    }

    private void pan(MouseEvent event) {
        double dx = event.getX() - lastX;
        double dy = event.getY() - lastY;
        remember(event);
        canvas.change(view -> view.panned(dx, dy));
    }

    private void remember(MouseEvent event) {
        lastX = event.getX();
        lastY = event.getY();
    }

    private void keyed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            isSpaceDown = true;
            event.consume();
        } else if (canvas.tool().keyed(event) || knows(event)) {
            event.consume();
        }
    }

    private boolean knows(KeyEvent event) {
        if (event.isControlDown() || event.isMetaDown()) {
            return false;
        }
        double width = canvas.viewport().widthPx();
        double height = canvas.viewport().heightPx();
        switch (event.getCode()) {
            case LEFT -> sideways(event, width * ARROW_SHARE);
            case RIGHT -> sideways(event, -width * ARROW_SHARE);
            case UP -> canvas.change(view -> view.panned(0, height * ARROW_SHARE));
            case DOWN -> canvas.change(view -> view.panned(0, -height * ARROW_SHARE));
            case PLUS, ADD, EQUALS, PAGE_UP -> canvas.change(view -> view.zoomedAbout(width / 2, height / 2, KEY_ZOOM));
            case MINUS, SUBTRACT, PAGE_DOWN ->
                canvas.change(view -> view.zoomedAbout(width / 2, height / 2, 1 / KEY_ZOOM));
            case HOME -> canvas.zoomToAll();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void sideways(KeyEvent event, double dx) {
        if (!event.isAltDown()) {
            canvas.change(view -> view.panned(dx, 0));
        } else if (dx > 0) {
            canvas.goBack();
        } else {
            canvas.goForward();
        }
    }

    private MapPointer pointer(MouseEvent event) {
        return new MapPointer(
                canvas.viewport().east(event.getX()),
                canvas.viewport().north(event.getY()),
                event.getX(),
                event.getY(),
                event.getButton(),
                event.getClickCount(),
                new MapPointer.Modifiers(event.isShiftDown(), event.isShortcutDown(), event.isAltDown()));
    }
}
