package vn.diaba.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fault.CodedException;

/** A request that could not be done, or made no sense as it was typed; nothing was changed. */
public final class CommandFailure extends CodedException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    CommandFailure(ExitCode exitCode, String code, List<?> arguments, @Nullable Throwable cause) {
        super(code, arguments, cause);
        this.exitCode = exitCode;
    }

    /** Could not be done: exit 3. */
    public CommandFailure(String code, Object... arguments) {
        this(ExitCode.FAILED, code, List.of(arguments), null);
    }

    /** Typed wrongly, beyond what picocli can see: exit 2. */
    public static CommandFailure usage(String code, Object... arguments) {
        return new CommandFailure(ExitCode.USAGE, code, List.of(arguments), null);
    }

    /** Wrong usage, failed or cancelled. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
