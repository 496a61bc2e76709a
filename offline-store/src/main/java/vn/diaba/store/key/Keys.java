package vn.diaba.store.key;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where keys come from on this machine: the folder in the user's profile, and a passphrase when the user gave one. A
 * workspace made with a passphrase needs it ever after; one made without keeps its key in the profile. Immutable.
 *
 * @param profileFolder holds a key file for each workspace, readable by its owner only; made when needed
 * @param passphrase what the user typed; null when none was given. The caller wipes the array when it is done
 */
@SuppressWarnings("ArrayRecordComponent")
public record Keys(Path profileFolder, char @Nullable [] passphrase) {
    /** Keys in the given folder, no passphrase. */
    public static Keys in(Path profileFolder) {
        return new Keys(profileFolder, null);
    }

    /** Keys under {@code .diaba/keys} of the user's home. */
    public static Keys ofUser() {
        return in(Path.of(System.getProperty("user.home"), ".diaba", "keys"));
    }

    /** The same folder with a passphrase. */
    public Keys withPassphrase(char[] typed) {
        return new Keys(profileFolder, typed.clone());
    }

    @Override
    public String toString() {
        return "Keys[" + profileFolder + "]";
    }
}
