package vn.diaba.app.central;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import vn.diaba.app.office.OfficeException;
import vn.diaba.store.office.Device;
import vn.diaba.store.office.Register;
import vn.diaba.store.office.Role;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.OfficeFile;
import vn.diaba.store.take.OfficeFolder;
import vn.diaba.store.wire.CentralOffice.Sight;

/** The desk of a land database in a folder. Confined to one thread. */
record FolderDesk(Central central) implements OfficeDesk {
    @Override
    public List<Listed> accounts() throws RemoteException {
        return central.register().accounts().stream()
                .map(one -> new Listed(one.name(), one.role().word(), one.disabled(), one.sights()))
                .toList();
    }

    @Override
    public void add(String name, String role, char[] password) throws RemoteException {
        central.register().add(central.keeper(), name, Role.of(role), password);
    }

    @Override
    public void scope(String name, Sight sight, boolean gone) throws RemoteException {
        central.register().scope(central.keeper(), name, sight, gone);
    }

    @Override
    public void disable(String name, boolean disabled) throws RemoteException {
        central.register().disable(central.keeper(), name, disabled);
    }

    @Override
    public List<Device> devices() throws RemoteException {
        return central.register().devices();
    }

    @Override
    public void revoke(UUID device) throws RemoteException {
        central.register().revoke(central.keeper(), device);
    }

    private OfficeFolder folder() {
        return new OfficeFolder(central.authority().folder());
    }

    @Override
    public List<OfficeFile> files() throws RemoteException {
        return central.authority().officeFiles().list();
    }

    @Override
    public void put(Path file, String name) throws RemoteException, OfficeException {
        OfficeDesk.requireUsable(file, name);
        boolean given;
        try {
            OfficeFile as = OfficeFolder.describe(file, name);
            given = folder().<IOException>put(as, (one, part) -> OfficeFolder.part(file, as, part));
        } catch (IOException e) {
            throw new RemoteException("office-file-not-put", List.of(name), e);
        }
        if (!given) {
            throw new RemoteException("office-file-not-put", List.of(name), null);
        }
        central.register().note(central.keeper(), "office-file-put", name, "");
    }

    @Override
    public void remove(String name) throws RemoteException {
        boolean was;
        try {
            was = folder().remove(name);
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(name), e);
        }
        if (!was) {
            throw new RemoteException("office-file-unknown", List.of(name), null);
        }
        central.register().note(central.keeper(), "office-file-removed", name, "");
    }

    @Override
    public List<Register.Done> done() throws RemoteException {
        return central.register().done();
    }

    @Override
    public Provable logs() {
        return central.authority().logs();
    }

    @Override
    public void close() throws RemoteException {
        central.close();
    }
}
