package vn.diaba.app.central;

import java.nio.file.Path;
import java.util.UUID;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.app.workspace.Rights;
import vn.diaba.app.workspace.Setting;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.office.GuardedDatabase;
import vn.diaba.store.office.Register;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/**
 * Opens a land database in a folder for a workspace: as an account, if it has one of the name of who works there, else as its
 * keeper. Who came once as an account comes as that account again.
 * Stateless.
 */
final class FolderLine {
    private FolderLine() {}

    /** The account that was named, "" when none was; and who works in the workspace. */
    private record Name(String given, String own) {}

    /**
     * Opens it.
     *
     * @param user the account that was named; "" to look for one of the person's own name
     * @throws RemoteException {@code account-unknown}, {@code account-off}, {@code device-revoked}
     */
    static LandDatabase open(Path folder, UUID workspace, Setting setting, String user)
            throws RemoteException, OfficeException {
        return open(folder, workspace, setting, new Name(user, setting.person()));
    }

    private static LandDatabase open(Path folder, UUID workspace, Setting setting, Name name)
            throws RemoteException, OfficeException {
        LocalAuthority authority =
                LocalAuthority.open(folder, setting.keys(), OwnSide.judge(folder, setting), setting.clock());
        try {
            return Register.isIn(folder) ? as(authority, workspace, setting, name) : authority;
        } catch (RemoteException e) {
            try {
                authority.close();
            } catch (RemoteException unclosed) {
                e.addSuppressed(unclosed);
            }
            throw e;
        }
    }

    /**
     * The same for a workspace that is open, which notes when it is told that its right has ended.
     *
     * @throws RemoteException as {@link #open(Path, UUID, Setting, String)}
     */
    static LandDatabase open(Path folder, OpenWorkspace open, String user) throws RemoteException, OfficeException {
        try {
            return open(folder, open.store().id(), open.setting(), new Name(user, open.person()));
        } catch (RemoteException e) {
            try {
                Rights.hear(open.store(), e);
            } catch (StoreException unnoted) {
                e.addSuppressed(unnoted);
            }
            throw e;
        }
    }

    private static LandDatabase as(LocalAuthority authority, UUID workspace, Setting setting, Name who)
            throws RemoteException {
        Register register = Register.of(authority, setting.clock());
        String name = who.given.isEmpty() ? who.own : who.given;
        boolean isKeeper = who.given.isEmpty()
                && register.accounts().stream().noneMatch(one -> one.name().equals(name));
        return isKeeper
                ? authority
                : GuardedDatabase.closing(
                        authority, register, register.local(name, workspace, SignedLine.machine()), workspace);
    }
}
