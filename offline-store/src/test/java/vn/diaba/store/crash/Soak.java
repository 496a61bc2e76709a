package vn.diaba.store.crash;

/** The size of long runs: full, or with {@code -Dsoak.share=5} a fifth of it. */
public final class Soak {
    private Soak() {}

    /** So many of a full run, at least one. */
    public static int of(int full) {
        return Math.max(1, full / Integer.getInteger("soak.share", 1));
    }
}
