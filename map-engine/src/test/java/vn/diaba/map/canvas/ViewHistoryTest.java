package vn.diaba.map.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.diaba.map.view.Viewport;

class ViewHistoryTest {
    private static final long SECOND = 1_000_000_000L;
    private final ViewHistory history = new ViewHistory();

    private static Viewport view(int east) {
        return new Viewport(east, 0, 1, 10, 10);
    }

    @Test
    void goesBackAndForward() {
        history.leave(view(1), SECOND);
        history.leave(view(2), 3 * SECOND);
        assertEquals(Optional.of(view(2)), history.back(view(3)));
        assertEquals(Optional.of(view(1)), history.back(view(2)));
        assertEquals(Optional.empty(), history.back(view(1)));
        assertEquals(Optional.of(view(2)), history.forward(view(1)));
        assertEquals(Optional.of(view(3)), history.forward(view(2)));
        assertEquals(Optional.empty(), history.forward(view(3)));
    }

    @Test
    void quickTurnsAreOneStep() {
        history.leave(view(1), SECOND);
        history.leave(view(2), SECOND + SECOND / 5);
        history.leave(view(3), SECOND + SECOND * 2 / 5);
        assertEquals(Optional.of(view(1)), history.back(view(4)));
        assertEquals(Optional.empty(), history.back(view(1)));
    }

    @Test
    void aNewWayForgetsTheOneAhead() {
        history.leave(view(1), SECOND);
        history.back(view(2));
        history.leave(view(1), 5 * SECOND);
        assertEquals(Optional.empty(), history.forward(view(9)));
        assertEquals(Optional.of(view(1)), history.back(view(9)));
    }

    @Test
    void fiftyAreKept() {
        for (int i = 0; i < 80; i++) {
            history.leave(view(i), i * SECOND);
        }
        int steps = 0;
        while (history.back(view(1000)).isPresent()) {
            steps++;
        }
        assertEquals(50, steps);
    }
}
