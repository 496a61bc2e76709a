package vn.diaba.store.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.remote.RemoteException;

/**
 * Where a land database answers. Immutable.
 *
 * @param base scheme, host and port
 * @param authorities certificates in PEM form that alone are trusted for it; null for those of this machine
 */
public record ServerAddress(URI base, @Nullable Path authorities) {
    /**
     * An address as people give it.
     *
     * @param url {@code https://host[:port]}, or {@code http://} on this machine
     * @throws RemoteException {@code land-database-url-wrong}; {@code land-database-url-plain} for HTTP to another machine
     */
    public static ServerAddress of(String url, @Nullable Path authorities) throws RemoteException {
        try {
            URI uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean bare = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (!bare || !scheme.equals("https") && !scheme.equals("http")) {
                throw new RemoteException("land-database-url-wrong", List.of(url), null);
            }
            if (scheme.equals("http") && !isThisMachine(uri.getHost())) {
                throw new RemoteException("land-database-url-plain", List.of(url), null);
            }
            return new ServerAddress(uri, authorities);
        } catch (IllegalArgumentException e) {
            throw new RemoteException("land-database-url-wrong", List.of(url), e);
        }
    }

    /** Names are not looked up: whoever answers for names could answer wrongly. */
    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.matches("127\\.\\d+\\.\\d+\\.\\d+") || host.equals("[::1]");
    }
}
