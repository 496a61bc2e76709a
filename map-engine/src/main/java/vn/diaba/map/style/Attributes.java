package vn.diaba.map.style;

import org.jspecify.annotations.Nullable;

/** What a feature tells of itself, by name. */
@FunctionalInterface
public interface Attributes {
    /** The value of this name: text, number, boolean or date; null if there is none or it is empty. */
    @Nullable
    Object attribute(String name);
}
