package vn.diaba.app.inbox;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import vn.diaba.app.conflict.ConflictCard;
import vn.diaba.app.tool.BesideTool;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.map.canvas.MapCanvas;
import vn.diaba.map.view.Viewport;

/**
 * The inbox of conflicts: the one looked at is drawn on the map in three versions; 1 keeps mine, 2 takes theirs, 3 edits
 * now, N goes to the next. FX thread only.
 */
public final class ConflictTool extends BesideTool {
    private final ConflictViewModel model;
    private final ConflictView view;
    private final Runnable toEdit;

    /**
     * A tool for this desk.
     *
     * @param toEdit opens the tool that edits corners
     */
    public ConflictTool(ToolDesk desk, ConflictViewModel model, Runnable toEdit) {
        super(desk, "prompt-conflicts");
        this.model = model;
        this.toEdit = toEdit;
        view = new ConflictView(model, desk.tongue(), this::edit);
        redrawWith(model.currentProperty());
    }

    private void edit() {
        model.selectConcerned();
        toEdit.run();
    }

    @Override
    protected void draw(GraphicsContext graphics, Viewport seen) {
        ConflictCard card = model.currentProperty().get();
        if (card != null) {
            model.drawing().draw(card, seen, new CanvasPen(graphics));
        }
    }

    @Override
    public Region panel() {
        return view;
    }

    @Override
    protected void begin(MapCanvas entered) {
        super.begin(entered);
        model.refresh();
    }

    @Override
    public boolean keyed(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown()) {
            return false;
        }
        return view.press(event.getCode());
    }

    /** The keys of the inbox, by their codes: a layout for Vietnamese may write letters with the digits. */
    static boolean isChoice(KeyCode code) {
        return code == KeyCode.DIGIT1 || code == KeyCode.DIGIT2 || code == KeyCode.DIGIT3 || code == KeyCode.N;
    }
}
