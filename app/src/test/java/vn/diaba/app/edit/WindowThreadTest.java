package vn.diaba.app.edit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A thread of the FX thread's name stands for it: no toolkit is started. */
class WindowThreadTest {
    private static Throwable thrownOnFxThread(Runnable task) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(task, "JavaFX Application Thread");
        thread.setUncaughtExceptionHandler((dead, why) -> thrown.set(why));
        thread.start();
        thread.join();
        return thrown.get();
    }

    @Test
    void theTestsThreadIsNotTheWindows() {
        assertFalse(WindowThread.isCurrent());
    }

    @Test
    void aDeskWiredToTheWindowsOwnThreadRefusesToWork() throws InterruptedException {
        EditDesk wrong = new EditDesk(Runnable::run, Runnable::run);
        assertInstanceOf(IllegalStateException.class, thrownOnFxThread(() -> wrong.undo(answer -> {})));
    }

    @Test
    void jobsWiredToTheWindowsOwnThreadRefuseToWork() throws InterruptedException {
        WindowJobs wrong = new WindowJobs(Runnable::run, Runnable::run);
        assertInstanceOf(
                IllegalStateException.class,
                thrownOnFxThread(() -> wrong.submit("job-check", progress -> 1, outcome -> {})));
    }

    @Test
    void closingADeskOnTheWindowsThreadIsRefused() throws InterruptedException {
        EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
        assertTrue(thrownOnFxThread(desk::close) instanceof IllegalStateException);
    }
}
