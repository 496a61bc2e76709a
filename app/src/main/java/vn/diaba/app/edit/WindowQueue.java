package vn.diaba.app.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Runs tasks on the window's thread, in order; those handed in before the toolkit has started wait for it, so that a
 * workspace can be opened meanwhile. Safe.
 */
public final class WindowQueue implements Executor {
    private final Executor window;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean isOpen;

    /** A queue before this executor, which must not be used until {@link #open}. */
    public WindowQueue(Executor window) {
        this.window = window;
    }

    @Override
    public synchronized void execute(Runnable task) {
        if (isOpen) {
            window.execute(task);
        } else {
            waiting.add(task);
        }
    }

    /** The toolkit has started: what waits goes first. */
    public synchronized void open() {
        isOpen = true;
        waiting.forEach(window::execute);
        waiting.clear();
    }
}
