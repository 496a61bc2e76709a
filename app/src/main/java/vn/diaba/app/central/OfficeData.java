package vn.diaba.app.central;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.OfficeFile;
import vn.diaba.store.take.OfficeFolder;

/**
 * What a workspace got of the office's files: its data always, the map below the land once a part was taken. A file that was
 * altered here, or was here before, is its user's and stays. Immutable.
 *
 * @param brought files that are new here, or newer
 * @param kept names of files that stay as they are here though the office gives others
 * @param removed names of files that the office gives no more
 */
public record OfficeData(List<OfficeFile> brought, List<String> kept, List<String> removed) {
    /** Nothing was new. */
    public static final OfficeData NONE = new OfficeData(List.of(), List.of(), List.of());

    private static final int ATTEMPTS = 3;

    /** Copies the lists. */
    public OfficeData {
        brought = List.copyOf(brought);
        kept = List.copyOf(kept);
        removed = List.copyOf(removed);
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return brought.isEmpty() && kept.isEmpty() && removed.isEmpty();
    }

    /** Bytes that came. */
    public long bytes() {
        return bytes(brought);
    }

    static long bytes(List<OfficeFile> files) {
        return files.stream().mapToLong(OfficeFile::bytes).sum();
    }

    /** What would be brought to a folder, which need not be there. */
    static List<OfficeFile> wanted(OfficeFiles from, Path folder) throws RemoteException, StoreException {
        try {
            List<OfficeFile> wanted = new ArrayList<>();
            OfficeFolder into = new OfficeFolder(folder);
            for (OfficeFile file : from.list()) {
                if (isWanted(file, into)) {
                    wanted.add(file);
                }
            }
            return wanted;
        } catch (IOException e) {
            throw new StoreException("office-data-not-taken", List.of(folder.toString()), e);
        }
    }

    private static boolean isWanted(OfficeFile file, OfficeFolder into) throws IOException {
        Optional<OfficeFile> here = into.find(file.name());
        return here.isEmpty() || !here.get().equals(file) && here.equals(into.brought(file.name()));
    }

    /**
     * Brings a folder what is new. May be repeated after a break: what came stays.
     *
     * @param maps whether the map below the land comes too
     * @throws RemoteException {@code office-file-damaged} when other bytes came than were announced, and what a call can meet
     * @throws StoreException {@code office-data-not-taken} when it cannot be written
     */
    static OfficeData bring(OfficeFiles from, Path folder, boolean maps, Progress progress)
            throws RemoteException, StoreException {
        if (from == OfficeFiles.NONE) {
            return NONE;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return bring(from, new OfficeFolder(folder), maps, progress);
            } catch (IOException e) {
                throw new StoreException("office-data-not-taken", List.of(folder.toString()), e);
            } catch (RemoteException e) {
                // Replaced at the office while it was on its way.
                if (attempt == ATTEMPTS || !e.code().equals("office-file-gone")) {
                    throw e;
                }
            }
        }
    }

    private static OfficeData bring(OfficeFiles from, OfficeFolder into, boolean maps, Progress progress)
            throws RemoteException, IOException {
        List<OfficeFile> brought = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        Set<String> given = new HashSet<>();
        List<OfficeFile> all = from.list();
        for (OfficeFile file : all) {
            given.add(file.name());
            if (file.isBaseMap() && !maps) {
                continue;
            }
            if (isWanted(file, into)) {
                put(from, into, file, progress);
                brought.add(file);
            } else if (!into.find(file.name()).equals(Optional.of(file))) {
                kept.add(file.name());
            }
        }
        for (OfficeFile file : into.brought()) {
            if (!given.contains(file.name())) {
                if (into.find(file.name()).equals(Optional.of(file))) {
                    into.remove(file.name());
                    removed.add(file.name());
                }
            }
        }
        into.mark(OfficeFolder.digest(all));
        return new OfficeData(brought, kept, removed);
    }

    private static void put(OfficeFiles from, OfficeFolder into, OfficeFile file, Progress progress)
            throws RemoteException, IOException {
        boolean whole = into.<RemoteException>put(file, (one, part) -> {
            progress.checkCancelled();
            progress.done(part, one.parts());
            return from.part(one, part);
        });
        if (!whole) {
            throw new RemoteException("office-file-damaged", List.of(file.name()), null);
        }
    }

    /** Whether the office's files are others than when the folder last got them. */
    static boolean isNew(String files, Path folder) throws StoreException {
        try {
            return !files.equals(new OfficeFolder(folder).mark());
        } catch (IOException e) {
            throw new StoreException("office-data-not-taken", List.of(folder.toString()), e);
        }
    }
}
