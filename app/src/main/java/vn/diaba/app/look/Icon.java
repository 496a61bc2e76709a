package vn.diaba.app.look;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The drawings on buttons, as lines in a square of 24 units; their colour comes from the style sheet. Immutable. */
public enum Icon {
    /** A folder. */
    OPEN("M3 6h6l2 2h10v11H3z"),
    /** An arrow. */
    SELECT("M6 3l13 9-6 1 3.5 6.5-2.6 1.4L10.500 14.500 6 18.500z"),
    /** Four arrows. */
    PAN("M12 3v18M3 12h18M12 3l-3 3M12 3l3 3M12 21l-3-3M12 21l3-3M3 12l3-3M3 12l3 3M21 12l-3-3M21 12l-3 3"),
    /** A parcel with one corner held. */
    MOVE_CORNER("M13.500 7.500L20 18.500H4V9.500L10.500 6M10.500 5.500a2.500 2.500 0 1 0 5 0a2.500 2.500 0 1 0 -5 0"),
    /** A boundary and the bend that replaces it. */
    BOUNDARY("M3 19L21 5M3 19c5-1 6-4 6-8s4-6 12-6"),
    /** A parcel cut through. */
    SPLIT("M3 6h18v12H3zM9.500 2.500l5 19"),
    /** Two parcels without the side between them. */
    MERGE("M3 6h18v12H3zM12 6v2M12 10.500v3M12 16v2"),
    /** Two parcels and land that passes over. */
    RESHAPE("M3 6h18v12H3zM12 6v3l4 3l-4 3v3M6.500 12h4M8.500 10l2 2l-2 2"),
    /** A parcel growing from its corners. */
    BUILD(
            "M4 18V8l9-3M4 18h9M17 9v10M12 14h10M2.500 18a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0 -3 0M2.500 8a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0 -3 0"),
    /** Points joined by legs. */
    TRAVERSE(
            "M4 18l5-9l6 5l5-9M2.500 18a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0 -3 0M7.500 9a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0 -3 0M13.500 14a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0 -3 0M18.500 5a1.500 1.500 0 1 0 3 0a1.500 1.500 0 1 0 -3 0"),
    /** A ruler. */
    MEASURE("M2 16L16 2l6 6L8 22zM6 12l2.500 2.500M9 9l2 2M12 6l2.500 2.500"),
    /** A file of papers. */
    DOSSIER("M3 5h6l2 3h10v11H3zM7 12h10M7 15.500h6"),
    /** An arrow back. */
    UNDO("M9 14L4 9l5-5M4 9h10a5.500 5.500 0 0 1 0 11h-3"),
    /** An arrow forth. */
    REDO("M15 14l5-5-5-5M20 9H10a5.500 5.500 0 0 0 0 11h3"),
    /** A frame around all. */
    ZOOM_ALL("M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 9h6v6H9z"),
    /** Two arrows that follow each other. */
    SYNC("M4 11a8 8 0 0 1 14-4l2 2M20 4v5h-5M20 13a8 8 0 0 1-14 4l-2-2M4 20v-5h5"),
    /** A list ticked off. */
    CHECK("M4 5h12M4 11h7M4 17h5M12 16l3 3 6-8"),
    /** A lens. */
    FIND("M4 10a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M14.500 14.500L20.500 20.500"),
    /** A cross in a ring. */
    ERROR("M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M9 9l6 6M15 9l-6 6"),
    /** A triangle. */
    WARNING("M12 4l9 16H3zM12 10v4.500M12 17v0.600"),
    /** An i in a ring. */
    INFORMATION("M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0M12 11v5M12 8v0.600");

    private static final double UNITS = 24;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** A drawing of this size, of the style class {@code icon}. */
    public Node sized(double px) {
        SVGPath lines = new SVGPath();
        lines.setContent(path);
        lines.getStyleClass().add("icon");
        lines.setScaleX(px / UNITS);
        lines.setScaleY(px / UNITS);
        StackPane square = new StackPane(lines);
        square.setMinSize(px, px);
        square.setPrefSize(px, px);
        square.setMaxSize(px, px);
        return square;
    }
}
