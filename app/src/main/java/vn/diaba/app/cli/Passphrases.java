package vn.diaba.app.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Passphrases of keys: from a file, from a variable, or typed unseen; never an option of the line itself. Stateless. */
final class Passphrases {
    private Passphrases() {}

    /** From the file, else from the variable; null when neither was given. */
    static char @Nullable [] given(CommandRun run, @Nullable Path file, String variable) throws IOException {
        if (file != null) {
            return Files.readString(file).strip().toCharArray();
        }
        String value = run.host().environment().getOrDefault(variable, "");
        return value.isEmpty() ? null : value.toCharArray();
    }

    /** Typed after the sentence of this code; null where there is no terminal or nothing was typed. */
    static char @Nullable [] typed(CommandRun run, String code) {
        Console console = run.host().terminal() ? System.console() : null;
        char[] typed = console == null
                ? null
                : console.readPassword("%s ", run.messages().sentence(code));
        return typed == null || typed.length == 0 ? null : typed;
    }
}
