package vn.diaba.map.paint;

import java.util.List;

/**
 * What came of painting. Immutable.
 *
 * @param drawn features that left a trace, counted once for each layer
 * @param skipped features outside the window, without a symbol at this scale, or with coordinates that are not finite
 * @param labels texts that found room
 * @param faults layers that could not be drawn to the end; the others were
 * @param nanos wall time
 * @param isComplete false if it was stopped
 */
public record PaintReport(int drawn, int skipped, int labels, List<Fault> faults, long nanos, boolean isComplete) {
    /** Copies the faults. */
    public PaintReport {
        faults = List.copyOf(faults);
    }

    /** A layer whose source or style failed, with what it threw. */
    public record Fault(String layer, RuntimeException cause) {}
}
