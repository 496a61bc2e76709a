package vn.diaba.map.canvas;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vn.diaba.map.view.Viewport;

/** The views left behind, 50 of them, to go back and forward among. Confined to one thread. */
final class ViewHistory {
    static final int KEPT = 50;
    /** Turns of the wheel that follow each other this quickly are one step. */
    private static final long ONE_GESTURE_NANOS = 600_000_000;

    private final Deque<Viewport> before = new ArrayDeque<>();
    private final Deque<Viewport> after = new ArrayDeque<>();
    private long lastNanos = Long.MIN_VALUE;

    /** A view is about to be left; {@code nanos} is now, by {@link System#nanoTime}. */
    void leave(Viewport view, long nanos) {
        boolean sameGesture = lastNanos != Long.MIN_VALUE && nanos - lastNanos < ONE_GESTURE_NANOS && after.isEmpty();
        lastNanos = nanos;
        after.clear();
        if (sameGesture) {
            return;
        }
        before.push(view);
        if (before.size() > KEPT) {
            before.removeLast();
        }
    }

    /** Whatever comes next is a step of its own. */
    void pause() {
        lastNanos = Long.MIN_VALUE;
    }

    Optional<Viewport> back(Viewport now) {
        return step(before, after, now);
    }

    Optional<Viewport> forward(Viewport now) {
        return step(after, before, now);
    }

    private Optional<Viewport> step(Deque<Viewport> from, Deque<Viewport> to, Viewport now) {
        pause();
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(now);
        return Optional.of(from.pop());
    }
}
