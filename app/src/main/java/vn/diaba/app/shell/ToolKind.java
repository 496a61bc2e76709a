package vn.diaba.app.shell;

import vn.diaba.app.look.Icon;

/** The tools, in the order of the tool bar. */
public enum ToolKind {
    /** Selects and identifies. */
    SELECT("tool-select", Icon.SELECT, "I"),
    /** Moves the view. */
    PAN("tool-pan", Icon.PAN, ""),
    /** Works on corners and map objects. */
    VERTEX("tool-vertex", Icon.MOVE_CORNER, "V"),
    /** Draws a stretch of boundary anew. */
    REDRAW("tool-redraw", Icon.BOUNDARY, "R"),
    /** Splits parcels. */
    SPLIT("tool-split", Icon.SPLIT, "K"),
    /** Merges parcels. */
    MERGE("tool-merge", Icon.MERGE, "M"),
    /** Passes land between parcels. */
    RESHAPE("tool-reshape", Icon.RESHAPE, ""),
    /** Traverses and constructions. */
    SURVEY("tool-survey", Icon.TRAVERSE, "Y"),
    /** Builds parcels of points and lines. */
    BUILD("tool-build", Icon.BUILD, "B"),
    /** Measures. */
    MEASURE("tool-measure", Icon.MEASURE, "L"),
    /** Lists cases and chooses the one that is worked in. */
    DOSSIER("tool-dossier", Icon.DOSSIER, "H"),
    /** Takes files in; comes with a file. */
    IMPORT("tool-import", Icon.OPEN, ""),
    /** Lets land out; a menu's command. */
    EXPORT("tool-export", Icon.OPEN, ""),
    /** Brings workspace and land database together; a menu's command. */
    SYNC("tool-sync", Icon.SYNC, ""),
    /** Decides conflicts; comes after a sync. */
    CONFLICTS("tool-conflicts", Icon.SYNC, ""),
    /** Takes work to the field; a menu's command. */
    TAKE("tool-take", Icon.SYNC, "");

    private final String code;
    private final Icon icon;
    private final String key;

    ToolKind(String code, Icon icon, String key) {
        this.code = code;
        this.icon = icon;
        this.key = key;
    }

    /** Whether it stands in the tool bar. */
    public boolean isInBar() {
        return ordinal() < IMPORT.ordinal();
    }

    /** Code of its name. */
    public String code() {
        return code;
    }

    /** Its drawing. */
    public Icon icon() {
        return icon;
    }

    /** The letter that chooses it while the map has the focus, "" for none. */
    public String key() {
        return key;
    }
}
