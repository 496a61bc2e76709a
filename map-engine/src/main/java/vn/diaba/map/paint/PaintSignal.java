package vn.diaba.map.paint;

/** Tells a painter whether its picture is still wanted. Asked from the painting thread, every few hundred features. */
@FunctionalInterface
public interface PaintSignal {
    /** Never stops. */
    PaintSignal NEVER = () -> false;

    /** Whether to stop now and leave the picture unfinished. */
    boolean isStopped();
}
