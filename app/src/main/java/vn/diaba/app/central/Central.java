package vn.diaba.app.central;

import java.nio.file.Path;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.workspace.Setting;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.courier.Reception;
import vn.diaba.store.office.Register;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.serve.CentralServer;
import vn.diaba.store.serve.ServeException;
import vn.diaba.store.serve.ServerSetting;

/** The land database of a folder from the side of the office that keeps it: accounts, devices, server. Safe. */
public final class Central implements AutoCloseable {
    private final LocalAuthority authority;
    private final Register register;
    private final Setting setting;

    private Central(LocalAuthority authority, Register register, Setting setting) {
        this.authority = authority;
        this.register = register;
        this.setting = setting;
    }

    /**
     * Opens the land database of a folder.
     *
     * @throws RemoteException {@code land-database-missing}, {@code key-missing}, {@code register-unreadable}
     * @throws OfficeException when its office data cannot be used
     */
    public static Central open(Path folder, Setting setting) throws RemoteException, OfficeException {
        LocalAuthority authority =
                LocalAuthority.open(folder, setting.keys(), OwnSide.judge(folder, setting), setting.clock());
        return new Central(authority, Register.of(authority, setting.clock()), setting);
    }

    /** Accounts, devices, tokens, and what was done with them. */
    public Register register() {
        return register;
    }

    /** Zones and change sets. */
    public LocalAuthority authority() {
        return authority;
    }

    /** Who keeps it, as written down. */
    public String keeper() {
        return setting.person();
    }

    /**
     * Answers workspaces until it is closed.
     *
     * @throws ServeException {@code serve-needs-tls}, {@code serve-port-taken}
     */
    public CentralServer serve(ServerSetting how) throws ServeException {
        return CentralServer.start(authority, register, how, setting.clock());
    }

    /**
     * Takes a workspace's file and writes its receipt.
     *
     * @throws RemoteException as {@link Reception#take}
     */
    public Reception.Taken receive(Path file, Path receipt) throws RemoteException {
        return new Reception(authority, register, setting.clock()).take(file, receipt);
    }

    @Override
    public void close() throws RemoteException {
        authority.close();
    }
}
