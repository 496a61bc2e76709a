package vn.diaba.app.demo;

/** Hears the story as it happens. */
public interface Teller {
    /** A chapter begins; its title is the sentence of the code. */
    void chapter(String code);

    /** Something happened. */
    void say(String code, Object... arguments);

    /** Something happened, and it took so long. */
    default void sayTimed(long startNanos, String code, Object... arguments) {
        say(code, arguments);
        say("demo-took", (System.nanoTime() - startNanos) / 1e9);
    }
}
