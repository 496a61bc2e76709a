package vn.diaba.app.central;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.workspace.Setting;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.postgis.PostgisLandDatabase;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.RemoteException;

/** The line of one who decides proposals; needs no workspace. Confined to one thread. */
public final class ApprovalLine implements AutoCloseable {
    private final LandDatabase remote;
    private final Proposals proposals;
    private final UUID client;

    private ApprovalLine(LandDatabase remote, Proposals proposals, UUID client) {
        this.remote = remote;
        this.proposals = proposals;
        this.client = client;
    }

    /**
     * Opens a land database by its address. In a folder the approver is the user of this machine; elsewhere an account.
     *
     * @param url {@code embedded:DIR}, {@code jdbc:postgresql://HOST/DATABASE?user=NAME}, {@code https://host:port}, or {@code
     *     http://} on this machine
     * @throws RemoteException {@code sign-in-needed}, and what signing in and opening can meet
     */
    public static ApprovalLine open(String url, Setting setting, Credentials credentials)
            throws WorkspaceException, RemoteException, OfficeException {
        String who = credentials.user().isEmpty() ? setting.person() : credentials.user();
        UUID client = UUID.nameUUIDFromBytes(
                ("approval " + SignedLine.machine() + " " + who).getBytes(StandardCharsets.UTF_8));
        if (LandUrl.isPostgis(url) || LandUrl.isServer(url)) {
            LandDatabase there = LandUrl.isPostgis(url)
                    ? new PostgisLandDatabase(LandUrl.address(url, credentials))
                    : SignedLine.signIn(url, client, credentials, credentials.authorities())
                            .line();
            return new ApprovalLine(there, there.proposals(), client);
        }
        Path folder = LandUrl.folder(url);
        LocalAuthority authority =
                LocalAuthority.open(folder, setting.keys(), OwnSide.judge(folder, setting), setting.clock());
        return new ApprovalLine(authority, authority.proposals(setting.person(), zone -> true), client);
    }

    /** What waits there. */
    public Proposals proposals() {
        return proposals;
    }

    /**
     * The zone meant: the one given, or the only one there is.
     *
     * @throws WorkspaceException {@code zone-needed} with how many there are
     */
    public int zone(@Nullable Integer given) throws RemoteException, WorkspaceException {
        if (given != null) {
            return given;
        }
        List<Hello.Zone> zones = remote.hello(client).zones();
        if (zones.size() != 1) {
            throw new WorkspaceException("zone-needed", zones.size());
        }
        return zones.get(0).zone();
    }

    @Override
    public void close() throws RemoteException {
        remote.close();
    }
}
