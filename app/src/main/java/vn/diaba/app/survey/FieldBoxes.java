package vn.diaba.app.survey;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.diaba.app.look.Choice;
import vn.diaba.app.look.Tongue;

/** Fields with their names above, as the panel has them. Stateless; FX thread only. */
final class FieldBoxes {
    private FieldBoxes() {}

    /** A name above a control. */
    static VBox named(Tongue tongue, String code, Region control) {
        Label name = new Label();
        name.textProperty().bind(tongue.text(code));
        name.getStyleClass().add("quiet");
        name.setMinWidth(Region.USE_PREF_SIZE);
        return new VBox(1, name, control);
    }

    /** A text field of a width; its name is its tip too. */
    static TextField field(Tongue tongue, String code, StringProperty value, double widthPx) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.setPrefWidth(widthPx);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(tongue.text(code));
        field.setTooltip(tip);
        return field;
    }

    /** A choice among values whose words have the code {@code prefix.NAME}. */
    static <T extends Enum<T>> ComboBox<T> choice(
            Tongue tongue, String prefix, List<T> values, ObjectProperty<T> value) {
        return new Choice<>(tongue, value, values, each -> tongue.say(prefix + "." + each.name()));
    }
}
