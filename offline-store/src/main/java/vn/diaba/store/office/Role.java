package vn.diaba.store.office;

import java.util.List;
import java.util.Locale;
import vn.diaba.store.remote.RemoteException;

/** What an account is for. */
public enum Role {
    /** Measures and edits. */
    SURVEYOR,
    /** Edits and looks through the work of others. */
    CHECKER,
    /** Edits and makes the work of others land. */
    APPROVER,
    /** Reads, with persons where the zone allows, and never writes. */
    EXPORT,
    /** Makes zones, keeps accounts and devices. */
    ADMIN;

    /** The word for it on the command line and in tokens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it may offer change sets at all. */
    public boolean isWriting() {
        return this != EXPORT;
    }

    /**
     * The role of a word.
     *
     * @throws RemoteException {@code role-unknown}
     */
    public static Role of(String word) throws RemoteException {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new RemoteException("role-unknown", List.of(word), null);
    }
}
