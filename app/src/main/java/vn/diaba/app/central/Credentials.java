package vn.diaba.app.central;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a user gives to sign in to a land database. Immutable; the caller wipes the password.
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

    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
