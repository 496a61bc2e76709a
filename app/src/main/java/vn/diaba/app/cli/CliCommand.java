package vn.diaba.app.cli;

/**
 * One command of the program. A class carries picocli's {@code @Command(name = …)} and its options as fields; help texts
 * are found by name in {@code app.text}. One object runs once.
 */
@FunctionalInterface
public interface CliCommand {
    /**
     * Does the work and answers; prints nothing itself.
     *
     * @param run what the program lends it
     * @return what came out, shown as JSON or text when the command has ended
     * @throws Exception a room's checked exception with a code and arguments, or {@link CommandFailure}: exit 3 (or 2), one
     *     sentence; {@link vn.diaba.cadastre.progress.CancelledException}: exit 130; anything else is a bug
     */
    Answer run(CommandRun run) throws Exception;
}
