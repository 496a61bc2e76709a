package vn.diaba.app.look;

import javafx.scene.control.Label;

/** Words that take as many lines as they need and are never cut short. FX thread only. */
public final class WrappedLabel extends Label {
    /** Without words yet. */
    public WrappedLabel() {
        this("");
    }

    /** With these words. */
    public WrappedLabel(String words) {
        super(words);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }
}
