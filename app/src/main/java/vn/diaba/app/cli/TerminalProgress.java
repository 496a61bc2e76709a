package vn.diaba.app.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.progress.Progress;

/**
 * Progress of a command: a bar on a terminal for work that takes longer than a moment, nothing elsewhere; either way it
 * passes on Ctrl+C. For one worker thread at a time.
 */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final int WIDTH = 78;
    private static final int BAR = 50;
    private static final long MOMENT_NANOS = 700_000_000L;

    private final Interrupt interrupt;
    private final @Nullable PrintStream terminal;
    private final long startNanos = System.nanoTime();
    private @Nullable ProgressBar bar;

    /** Shows nothing if there is no terminal. */
    TerminalProgress(Interrupt interrupt, @Nullable PrintStream terminal) {
        this.interrupt = interrupt;
        this.terminal = terminal;
    }

    @Override
    public void done(long n, long of) {
        if (terminal == null || System.nanoTime() - startNanos < MOMENT_NANOS) {
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setInitialMax(of)
                    .setRenderer((state, width) -> drawn(state.getNormalizedProgress()))
                    .setUpdateIntervalMillis(200)
                    .setMaxRenderedLength(WIDTH)
                    .clearDisplayOnFinish()
                    .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                    .build();
        }
        bar.maxHint(of <= 0 ? -1 : of);
        bar.stepTo(n);
    }

    /** Steps mean nothing to people, a share does; nothing but the bar when even that is not known. */
    private static String drawn(double share) {
        double known = Double.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0;
        int full = (int) Math.round(known * BAR);
        return "[" + "=".repeat(full) + " ".repeat(BAR - full) + "] " + Math.round(known * 100) + " %";
    }

    @Override
    public void checkCancelled() {
        interrupt.checkCancelled();
    }

    @Override
    public void close() {
        hide();
    }

    /** Takes the bar away, so that an answer is not written into it. */
    void hide() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
