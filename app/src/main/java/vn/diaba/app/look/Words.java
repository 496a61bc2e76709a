package vn.diaba.app.look;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a box read; nothing where none is chosen. For boxes nobody types into. Safe if the function is.
 *
 * @param <T> the values
 */
public final class Words<T> extends StringConverter<T> {
    private final Function<T, String> text;

    /** {@code text}: how a value reads. */
    public Words(Function<T, String> text) {
        this.text = text;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : text.apply(value);
    }

    @Override
    public @Nullable T fromString(String typed) {
        return null;
    }
}
