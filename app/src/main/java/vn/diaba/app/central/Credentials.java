package vn.diaba.app.central;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a user gives to sign in to a land database. Immutable but for {@link #wipe}, which the caller owes.
 *
 * @param user name of the account; "" to use the token of the last time
 * @param password of the account
 * @param authorities certificates that alone are trusted; null for those of the last time, or of the machine
 */
@SuppressWarnings("ArrayRecordComponent")
public record Credentials(
        String user, char[] password, @Nullable Path authorities) {
    /** Nothing: the token of the last time. */
    public static final Credentials NONE = new Credentials("", new char[0], null);

    /**
     * What was typed for an address. A server gave a token that stands for the name until a password is typed anew, a folder
     * has no accounts to sign in to, and PostgreSQL is told the name each time.
     *
     * @param user "" for nobody
     * @param password "" for the token of the last time, or a certificate
     * @param authority file of the certificates, "" for none
     * @param isFirst whether it is for a workspace that is still to be made, which has no token
     */
    public static Credentials typed(String url, String user, String password, String authority, boolean isFirst) {
        boolean needsName = isFirst || !password.isEmpty() || LandUrl.isPostgis(url);
        return new Credentials(
                needsName && !LandUrl.isFolder(url) ? user.strip() : "",
                password.toCharArray(),
                authority.isBlank() ? null : Path.of(authority.strip()));
    }

    /** Forgets the password. */
    public void wipe() {
        Arrays.fill(password, ' ');
    }

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
