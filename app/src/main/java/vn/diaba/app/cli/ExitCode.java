package vn.diaba.app.cli;

/** What the process answers to the shell; a contract. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Done, and the answer is "no": violations of severity error, conflicts left, nothing found. */
    ANSWER_IS_NO(1),
    /** Wrong usage; nothing was changed. */
    USAGE(2),
    /** The request could not be done; nothing was changed. */
    FAILED(3),
    /** Cancelled; nothing was changed. */
    CANCELLED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** The process's exit status. */
    public int number() {
        return number;
    }
}
