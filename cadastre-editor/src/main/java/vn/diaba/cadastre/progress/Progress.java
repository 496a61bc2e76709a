package vn.diaba.cadastre.progress;

/**
 * Where a long task says how far it is and asks whether to stop. Implementations are safe for use by one worker thread
 * at a time; {@link #NONE} is safe for all.
 */
public interface Progress {
    /** Listens to nothing and never cancels. */
    Progress NONE = new Progress() {
        @Override
        public void done(long n, long of) {}

        @Override
        public void checkCancelled() {}
    };

    /**
     * Reports that {@code n} of {@code of} steps are done.
     *
     * @param n steps done, 0 or more
     * @param of all steps; 0 when the number is not known
     */
    void done(long n, long of);

    /**
     * Returns when the task may go on.
     *
     * @throws CancelledException when the person asked to stop; the task leaves everything as it was
     */
    void checkCancelled();

    /**
     * A view of this progress for a part of the task, so that a step need not know its place in the whole.
     *
     * @param from where the part begins, as a share of the whole in [0, 1]
     * @param share the part's share of the whole, in (0, 1]
     * @return a progress whose 0 and 100 % are the part's two ends
     */
    default Progress part(double from, double share) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void done(long n, long of) {
                double inside = of <= 0 ? 0 : Math.min(1.0, (double) n / of);
                whole.done(Math.round((from + share * inside) * 1000), 1000);
            }

            @Override
            public void checkCancelled() {
                whole.checkCancelled();
            }
        };
    }
}
