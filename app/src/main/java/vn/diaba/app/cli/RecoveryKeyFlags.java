package vn.diaba.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.diaba.store.key.KeyException;
import vn.diaba.store.key.OfficeKey;

/** The private half of the office's recovery key, and the passphrase that opens it. */
final class RecoveryKeyFlags {
    private static final String VARIABLE = "DIABA_RECOVERY_PASSPHRASE";

    @Option(names = "--recovery-key", paramLabel = "FILE")
    private @Nullable Path file;

    @Option(names = "--recovery-passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    /** The key; null when none was named on the line. */
    @Nullable
    OfficeKey key(CommandRun run) throws IOException, KeyException {
        return file == null ? null : OfficeKey.readPrivate(file, passphrase(run, passphraseFile));
    }

    /** From the file, the variable {@code DIABA_RECOVERY_PASSPHRASE}, or typed unseen; null when there is none. */
    static char @Nullable [] passphrase(CommandRun run, @Nullable Path file) throws IOException {
        char[] given = Passphrases.given(run, file, VARIABLE);
        return given == null ? Passphrases.typed(run, "recovery-passphrase-asked") : given;
    }
}
