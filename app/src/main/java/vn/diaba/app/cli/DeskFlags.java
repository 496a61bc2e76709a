package vn.diaba.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vn.diaba.app.central.Credentials;
import vn.diaba.app.central.LandUrl;
import vn.diaba.app.central.OfficeDesk;
import vn.diaba.app.workspace.Setting;

/** Which land database its keeper works on: a folder, or one on PostgreSQL. */
final class DeskFlags {
    @Option(names = "--dir", paramLabel = "D")
    private Path folder = Path.of(".");

    @Option(names = "--url", paramLabel = "URL")
    private String url = "";

    @Option(names = "--url-password-file", paramLabel = "FILE")
    private @Nullable Path passwordFile;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private @Nullable Path passphraseFile;

    OfficeDesk open(CommandRun run) throws Exception {
        return open(run, url);
    }

    /** The one at an address; without one, the one in the folder. */
    OfficeDesk open(CommandRun run, String address) throws Exception {
        Setting setting = WorkspaceCommand.setting(run, passphraseFile);
        if (address.isEmpty()) {
            return OfficeDesk.in(folder, setting);
        }
        boolean byPassword = LandUrl.isPostgis(address) && !address.contains("sslcert=");
        char[] password = byPassword ? SignInFlags.password(run, passwordFile) : new char[0];
        return OfficeDesk.open(address, setting, new Credentials("", password, null));
    }
}
