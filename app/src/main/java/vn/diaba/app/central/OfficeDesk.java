package vn.diaba.app.central;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.diaba.app.office.OfficeException;
import vn.diaba.app.workspace.Setting;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.store.office.Device;
import vn.diaba.store.office.Register;
import vn.diaba.store.postgis.PostgisOffice;
import vn.diaba.store.remote.Provable;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.OfficeFile;
import vn.diaba.store.wire.CentralOffice.Sight;

/** Accounts, devices and logs of a land database, in a folder or on PostgreSQL. Confined to one thread. */
public interface OfficeDesk extends AutoCloseable {
    /**
     * An account as it is shown. Immutable.
     *
     * @param name as the user signs in
     * @param role in one word
     * @param disabled whether it is switched off
     * @param sights the zones it may see
     */
    record Listed(String name, String role, boolean disabled, List<Sight> sights) {
        /** Copies the list. */
        public Listed {
            sights = List.copyOf(sights);
        }
    }

    /** All accounts. */
    List<Listed> accounts() throws RemoteException;

    /** Adds an account, or gives it another role and password. */
    void add(String name, String role, char[] password) throws RemoteException;

    /** Lets an account see or change a zone, or no longer when {@code gone}. */
    void scope(String name, Sight sight, boolean gone) throws RemoteException;

    /** Switches an account off or on. */
    void disable(String name, boolean disabled) throws RemoteException;

    /** Workspaces that have asked. */
    List<Device> devices() throws RemoteException;

    /** Takes nothing from a workspace any more. */
    void revoke(UUID device) throws RemoteException;

    /** The files the office gives everyone, by name. */
    List<OfficeFile> files() throws RemoteException;

    /**
     * Gives a file under a name, in place of one that has it.
     *
     * @throws OfficeException when the office's own data cannot be used
     * @throws RemoteException {@code office-file-not-put} with the name
     */
    void put(Path file, String name) throws RemoteException, OfficeException;

    /**
     * Gives a file no more.
     *
     * @throws RemoteException {@code office-file-unknown} with the name
     */
    void remove(String name) throws RemoteException;

    /** What was done, oldest first. */
    List<Register.Done> done() throws RemoteException;

    /** The logs, which prove themselves. */
    Provable logs();

    @Override
    void close() throws RemoteException;

    /**
     * Opens a land database for its keeper.
     *
     * @param url {@code embedded:DIR} or {@code jdbc:postgresql://HOST/DATABASE?user=NAME}
     * @throws WorkspaceException {@code land-database-url-wrong}
     * @throws RemoteException as {@link Central#open}, {@code land-database-unsafe}
     */
    static OfficeDesk open(String url, Setting setting, Credentials credentials)
            throws WorkspaceException, RemoteException, OfficeException {
        return LandUrl.isPostgis(url)
                ? onPostgis(new PostgisOffice(LandUrl.address(url, credentials)))
                : in(LandUrl.folder(url), setting);
    }

    /** Opens a land database in a folder for its keeper. */
    static OfficeDesk in(Path folder, Setting setting) throws RemoteException, OfficeException {
        return over(Central.open(folder, setting));
    }

    /** The desk of a land database that is open; it is closed with the desk. */
    static OfficeDesk over(Central central) {
        return new FolderDesk(central);
    }

    /** Office data that no workspace could read is given to none. */
    static void requireUsable(Path file, String name) throws OfficeException {
        if (name.equals(OfficeFile.OFFICE)) {
            vn.diaba.app.office.OfficeFile.read(file);
        }
    }

    private static OfficeDesk onPostgis(PostgisOffice office) {
        return new OfficeDesk() {
            @Override
            public List<Listed> accounts() throws RemoteException {
                List<Listed> accounts = new ArrayList<>();
                for (PostgisOffice.Account one : office.accounts()) {
                    List<Sight> sights = one.zones().stream()
                            .map(zone -> new Sight(zone.zone(), zone.write(), zone.persons()))
                            .toList();
                    accounts.add(new Listed(one.name(), one.role(), one.disabled(), sights));
                }
                return accounts;
            }

            @Override
            public void add(String name, String role, char[] password) throws RemoteException {
                office.add(name, role, password);
            }

            @Override
            public void scope(String name, Sight sight, boolean gone) throws RemoteException {
                office.scope(name, new PostgisOffice.Zone(sight.zone(), sight.write(), sight.persons()), gone);
            }

            @Override
            public void disable(String name, boolean disabled) throws RemoteException {
                office.disable(name, disabled);
            }

            @Override
            public List<Device> devices() throws RemoteException {
                return office.devices().stream()
                        .map(one -> new Device(one.id(), one.user(), "", "", 0, one.revoked(), one.seen()))
                        .toList();
            }

            @Override
            public void revoke(UUID device) throws RemoteException {
                office.revoke(device);
            }

            @Override
            public List<OfficeFile> files() throws RemoteException {
                return office.files().list();
            }

            @Override
            public void put(Path file, String name) throws RemoteException, OfficeException {
                requireUsable(file, name);
                try {
                    office.put(file, name);
                } catch (IOException e) {
                    throw new RemoteException("office-file-not-put", List.of(name), e);
                }
            }

            @Override
            public void remove(String name) throws RemoteException {
                if (!office.remove(name)) {
                    throw new RemoteException("office-file-unknown", List.of(name), null);
                }
            }

            @Override
            public List<Register.Done> done() throws RemoteException {
                return office.done().stream()
                        .map(one -> new Register.Done(one.at(), one.user(), one.what(), one.subject(), one.detail()))
                        .toList();
            }

            @Override
            public Provable logs() {
                return office;
            }

            @Override
            public void close() {
                office.close();
            }
        };
    }
}
