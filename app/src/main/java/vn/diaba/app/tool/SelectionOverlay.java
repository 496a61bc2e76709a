package vn.diaba.app.tool;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import vn.diaba.app.edit.Workspace;
import vn.diaba.map.canvas.Overlay;
import vn.diaba.map.view.Viewport;

/** The selected parcels, outlined above the map. FX thread only. */
public final class SelectionOverlay implements Overlay {
    private static final Color LINE = Color.web("#1864ab");
    private static final Color FILL = Color.web("#228be6", 0.22);

    private final Workspace workspace;

    /** The selection of a workspace. */
    public SelectionOverlay(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public void draw(GraphicsContext graphics, Viewport view) {
        graphics.setLineWidth(2.5);
        Outlines.draw(new Outlines.Sheet(graphics, view, workspace.fabric()), workspace.selection(), FILL, LINE);
    }
}
