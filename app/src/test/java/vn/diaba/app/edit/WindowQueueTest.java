package vn.diaba.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowQueueTest {
    @Test
    void tasksWaitForTheToolkitAndKeepTheirOrder() {
        List<Integer> done = new ArrayList<>();
        WindowQueue queue = new WindowQueue(Runnable::run);
        queue.execute(() -> done.add(1));
        queue.execute(() -> done.add(2));
        assertEquals(List.of(), done);
        queue.open();
        queue.execute(() -> done.add(3));
        assertEquals(List.of(1, 2, 3), done);
    }
}
