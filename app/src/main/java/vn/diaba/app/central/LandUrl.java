package vn.diaba.app.central;

import java.nio.file.Files;
import java.nio.file.Path;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.postgis.PostgisAddress;
import vn.diaba.store.remote.RemoteException;

/**
 * What the URL of a land database says: {@code embedded:DIR} is a folder, {@code jdbc:postgresql:} PostgreSQL itself,
 * {@code https:} and {@code http:} a server. Stateless.
 */
public final class LandUrl {
    private LandUrl() {}

    /** The URL of a land database in a folder, by its whole path. */
    public static String of(Path folder) {
        return LocalAuthority.SCHEME + folder.toAbsolutePath().normalize();
    }

    /** Whether it is a folder's, which is open to who may open the folder. */
    public static boolean isFolder(String url) {
        return url.startsWith(LocalAuthority.SCHEME);
    }

    /** Whether it is on PostgreSQL, where one signs in each time. */
    public static boolean isPostgis(String url) {
        return url.startsWith(PostgisAddress.SCHEME);
    }

    /** Whether it is a server's, where one signs in for a token. */
    public static boolean isServer(String url) {
        return url.startsWith("http:") || url.startsWith("https:");
    }

    /** Whether it is that of a folder that is not there. */
    public static boolean isMissing(String url) {
        return isFolder(url) && url.length() > LocalAuthority.SCHEME.length() && !Files.exists(path(url));
    }

    private static Path path(String url) {
        return Path.of(url.substring(LocalAuthority.SCHEME.length()));
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
        if (!isFolder(url) || url.length() == LocalAuthority.SCHEME.length()) {
            throw new WorkspaceException("land-database-url-wrong", url);
        }
        return path(url);
    }

    /** The zone number for a commune: its code as a number, 1 when it has none. */
    static int zoneOf(String commune) {
        boolean number =
                !commune.isEmpty() && commune.length() < 9 && commune.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Math.max(1, Integer.parseInt(commune)) : 1;
    }
}
