package vn.diaba.app.edit;

/** Knows the FX thread without starting the toolkit. Safe. */
public final class WindowThread {
    private static final String NAME = "JavaFX Application Thread";

    private WindowThread() {}

    /** Whether the caller is on the FX thread. */
    public static boolean isCurrent() {
        return Thread.currentThread().getName().equals(NAME);
    }

    /**
     * Stands before work that must never make the window wait.
     *
     * @throws IllegalStateException on the FX thread
     */
    public static void refuse() {
        if (isCurrent()) {
            throw new IllegalStateException("files, SQL, rules and painting keep off the FX thread");
        }
    }
}
