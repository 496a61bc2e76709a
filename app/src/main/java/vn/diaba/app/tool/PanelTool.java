package vn.diaba.app.tool;

import javafx.scene.layout.Region;
import vn.diaba.map.canvas.MapTool;

/**
 * A tool with a panel, which stands below the map while the tool is in use: numbers to type, a table of what would come of
 * it. The map keeps the keys until somebody clicks into the panel or the tool hands them over; Esc in the panel gives them
 * back to the map. FX thread only.
 */
public interface PanelTool extends MapTool {
    /** The panel; the same one each time. */
    Region panel();
}
