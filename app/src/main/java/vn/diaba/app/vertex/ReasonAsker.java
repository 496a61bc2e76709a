package vn.diaba.app.vertex;

import java.util.function.Consumer;

/** Asks the user for the reason of what is not done without one. FX thread only. */
@FunctionalInterface
public interface ReasonAsker {
    /** What a reason is asked for. */
    enum Occasion {
        /** A corner is moved farther than its largest error. */
        SHIFT,
        /** A parcel gets a corner of its own in the place of a shared one. */
        DETACH
    }

    /** Asks; the answer is called with a reason that is not blank, later, or not at all. */
    void ask(Occasion occasion, Consumer<String> answer);
}
