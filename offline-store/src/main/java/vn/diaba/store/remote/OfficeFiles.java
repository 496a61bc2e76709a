package vn.diaba.store.remote;

import java.util.List;
import vn.diaba.store.take.OfficeFile;

/**
 * The files an office gives everyone who works on its land: its own data and the map below the land. Calls may be repeated.
 * Implementations are safe.
 */
public interface OfficeFiles {
    /** Of a land database that gives none. */
    OfficeFiles NONE = new OfficeFiles() {
        @Override
        public List<OfficeFile> list() {
            return List.of();
        }

        @Override
        public byte[] part(OfficeFile file, int part) throws RemoteException {
            throw new RemoteException("office-file-gone", List.of(file.name()), null);
        }
    };

    /** All of them, by name. */
    List<OfficeFile> list() throws RemoteException;

    /**
     * The bytes of a part of a file.
     *
     * @param file one of {@link #list}
     * @param part from 0 to below {@link OfficeFile#parts}
     * @throws RemoteException {@code office-file-gone} when there is another file of that name by now, or none
     */
    byte[] part(OfficeFile file, int part) throws RemoteException;
}
