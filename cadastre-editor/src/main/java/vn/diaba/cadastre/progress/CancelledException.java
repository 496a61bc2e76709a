package vn.diaba.cadastre.progress;

/** Thrown by {@link Progress#checkCancelled()} only: the person asked to stop, and nothing was changed. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one; there is nothing more to say. */
    public CancelledException() {
        super("cancelled");
    }
}
