package vn.diaba.app.look;

import java.util.Collection;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;

/**
 * A box that chooses one of a few values and holds it in a property; it speaks the language of the moment. FX thread only.
 *
 * @param <T> the values
 */
public final class Choice<T> extends ComboBox<T> {
    /** {@code text}: how a value reads. */
    public Choice(Tongue tongue, Property<T> property, Collection<T> all, Function<T, String> text) {
        getItems().setAll(all);
        converterProperty().bind(Bindings.createObjectBinding(() -> new Words<>(text), tongue.messagesProperty()));
        valueProperty().bindBidirectional(property);
    }
}
