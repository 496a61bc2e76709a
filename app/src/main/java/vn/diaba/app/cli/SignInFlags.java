package vn.diaba.app.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandUrl;

/** Name and password for a land database behind a server; a password is never an option of the line itself. */
final class SignInFlags {
    @Option(names = "--user", paramLabel = "NAME")
    private String user = "";

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Option(names = "--authority", paramLabel = "FILE")
    private @Nullable Path authority;

    Credentials credentials(CommandRun run) throws IOException, CommandFailure {
        return new Credentials(user, user.isEmpty() ? new char[0] : password(run, passwordFile), authority);
    }

    /**
     * The same for a land database at an address; one on PostgreSQL may let a certificate in without a password, one in
     * a folder is open to who may open the folder.
     */
    Credentials credentials(CommandRun run, String url) throws IOException, CommandFailure {
        if (LandUrl.isFolder(url)) {
            return new Credentials(user, new char[0], null);
        }
        if (!LandUrl.isPostgis(url)) {
            return credentials(run);
        }
        boolean isGiven = passwordFile != null
                || run.host().environment().containsKey("DIABA_PASSWORD")
                || run.host().terminal() && !url.contains("sslcert=");
        return new Credentials(user, isGiven ? password(run, passwordFile) : new char[0], null);
    }

    /** From the file, the variable {@code DIABA_PASSWORD}, or typed unseen. */
    static char[] password(CommandRun run, @Nullable Path file) throws IOException, CommandFailure {
        if (file != null) {
            return Files.readString(file).strip().toCharArray();
        }
        String given = run.host().environment().getOrDefault("DIABA_PASSWORD", "");
        if (!given.isEmpty()) {
            return given.toCharArray();
        }
        Console console = run.host().terminal() ? System.console() : null;
        char[] typed = console == null
                ? null
                : console.readPassword("%s ", run.messages().sentence("password-asked"));
        if (typed == null) {
            throw CommandFailure.usage("password-needed");
        }
        return typed;
    }
}
