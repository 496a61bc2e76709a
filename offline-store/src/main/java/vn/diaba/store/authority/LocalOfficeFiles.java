package vn.diaba.store.authority;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.OfficeFile;
import vn.diaba.store.take.OfficeFolder;

/** The office's files in the folder of an embedded land database. Safe. */
final class LocalOfficeFiles implements OfficeFiles {
    private final Path folder;
    private final OfficeFolder files;

    LocalOfficeFiles(Path folder) {
        this.folder = folder;
        files = new OfficeFolder(folder);
    }

    @Override
    public List<OfficeFile> list() throws RemoteException {
        try {
            return files.list();
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(folder.toString()), e);
        }
    }

    @Override
    public byte[] part(OfficeFile file, int part) throws RemoteException {
        try {
            return files.part(file, part);
        } catch (NoSuchFileException e) {
            throw new RemoteException("office-file-gone", List.of(file.name()), e);
        } catch (IOException e) {
            throw new RemoteException("land-database-failed", List.of(folder.toString()), e);
        }
    }
}
