package vn.diaba.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import vn.diaba.cadastre.fault.CodedException;
import vn.diaba.cadastre.progress.CancelledException;
import vn.diaba.map.crs.CrsException;
import vn.diaba.map.style.StyleException;

/**
 * The one place where what a command throws becomes a failure with a code.
 *
 * <p>The rooms share no exception type, because they share no module; they share a form: a checked exception with {@code
 * code()} and {@code arguments()}. It is asked for by name, so that a new room needs no line here; {@code
 * CodedExceptionTest} holds every checked exception of the program to it.
 */
final class Failures {
    private Failures() {}

    /** The failure, or nothing if {@code thrown} is a bug. */
    static Optional<CommandFailure> find(Throwable thrown) {
        if (thrown instanceof CommandFailure failure) {
            return Optional.of(failure);
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof CancelledException) {
                return Optional.of(new CommandFailure(ExitCode.CANCELLED, "cancelled", List.of(), thrown));
            }
        }
        if (thrown instanceof OutOfMemoryError) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            return Optional.of(new CommandFailure(ExitCode.FAILED, "memory-too-small", List.of(megabytes), thrown));
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            String said = String.valueOf(thrown.getMessage());
            return Optional.of(new CommandFailure(ExitCode.FAILED, "input-or-output-failed", List.of(said), thrown));
        }
        if (thrown instanceof CodedException e) {
            return Optional.of(new CommandFailure(ExitCode.FAILED, e.code(), e.arguments(), thrown));
        }
        if (thrown instanceof CrsException e) {
            return Optional.of(new CommandFailure(ExitCode.FAILED, e.code(), e.arguments(), thrown));
        }
        return thrown instanceof StyleException e
                ? Optional.of(new CommandFailure(ExitCode.FAILED, e.code(), e.arguments(), thrown))
                : Optional.empty();
    }
}
