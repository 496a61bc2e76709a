package vn.diaba.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.diaba.cadastre.progress.CancelledException;

/**
 * Ctrl+C, turned into cancellation: the command stops at its next safe point and leaves everything as it was, then the
 * process ends. A command that finds no safe point in time is cut off; what is on disk is built to survive that. Safe.
 */
public final class Interrupt {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean asked;

    /**
     * Listens to the process's end. The JDK answers SIGINT with exit status 130 by itself, so nothing is left to do but to
     * let the command finish first.
     */
    public void listen() {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            ask();
                            awaitEnd();
                        },
                        "interrupt"));
    }

    /** Asks the command to stop. */
    public void ask() {
        asked = true;
    }

    void checkCancelled() {
        if (asked) {
            throw new CancelledException();
        }
    }

    /** The command has ended, one way or another, and has said so. */
    void end() {
        ended.countDown();
    }

    private void awaitEnd() {
        try {
            boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
