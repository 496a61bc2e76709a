package vn.diaba.app.shell;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.look.Icon;

/**
 * Something a menu or a button does. Immutable.
 *
 * @param code code of its name
 * @param icon its drawing; null for a menu entry without one
 * @param keys the keys that do it wherever the focus is; null for none
 * @param disabled when it cannot be done
 * @param run does it
 */
record Command(
        String code,
        @Nullable Icon icon,
        @Nullable KeyCombination keys,
        ObservableBooleanValue disabled,
        Runnable run) {}
