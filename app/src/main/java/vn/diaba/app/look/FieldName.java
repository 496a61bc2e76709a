package vn.diaba.app.look;

import javafx.scene.control.Label;

/** What stands before a field of a form, in whatever language is spoken; quiet, and never cut short. FX thread only. */
public final class FieldName extends Label {
    /** The words of this code. */
    public FieldName(Tongue tongue, String code) {
        textProperty().bind(tongue.text(code));
        getStyleClass().add("quiet");
        setMinWidth(USE_PREF_SIZE);
    }
}
