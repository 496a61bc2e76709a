package vn.diaba.app.attach;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import vn.diaba.app.look.Tongue;

/** A button in a row of a card: one short word, what it does as its tip, never squeezed. FX thread only. */
public final class SmallButton extends Button {
    /**
     * A button in the language spoken now.
     *
     * @param code of its word; also its id
     * @param tip code of what it does
     */
    public SmallButton(Tongue tongue, String code, String tip) {
        super(tongue.say(code));
        setTooltip(new Tooltip(tongue.say(tip)));
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("small");
        setId(code);
    }
}
