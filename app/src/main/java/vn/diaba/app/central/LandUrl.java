package vn.diaba.app.central;

import java.nio.file.Path;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.postgis.PostgisAddress;
import vn.diaba.store.remote.RemoteException;

/** What the URL of a land database says. Stateless. */
public final class LandUrl {
    private LandUrl() {}

    /** Whether it is a server's, where one signs in for a token. */
    static boolean isServer(String url) {
        return url.startsWith("http:") || url.startsWith("https:");
    }

    /** Without a password the server may still let a client certificate in. */
    static PostgisAddress address(String url, Credentials credentials) throws RemoteException {
        String user = credentials.user();
        boolean isNamed = user.isEmpty() || url.contains("user=");
        String named = isNamed ? url : url + (url.contains("?") ? "&" : "?") + "user=" + user;
        char[] password = credentials.password().clone();
        return PostgisAddress.of(named, () -> password.length == 0 ? null : password.clone());
    }

    /** The folder of a land database without a server. */
    static Path folder(String url) throws WorkspaceException {
        if (!url.startsWith(LocalAuthority.SCHEME) || url.length() == LocalAuthority.SCHEME.length()) {
            throw new WorkspaceException("land-database-url-wrong", url);
        }
        return Path.of(url.substring(LocalAuthority.SCHEME.length()));
    }

    /** The zone number for a commune: its code as a number, 1 when it has none. */
    public static int zoneOf(String commune) {
        boolean number =
                !commune.isEmpty() && commune.length() < 9 && commune.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Math.max(1, Integer.parseInt(commune)) : 1;
    }
}
