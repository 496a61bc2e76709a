package vn.diaba.store.postgis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.OfficeFile;
import vn.diaba.store.take.OfficeFolder;

/** The office's files of a land database on PostgreSQL, and how its administrator puts them there. Safe if its calls are. */
final class PostgisOfficeFiles implements OfficeFiles {
    private final PostgisCalls calls;

    PostgisOfficeFiles(PostgisCalls calls) {
        this.calls = calls;
    }

    @Override
    public List<OfficeFile> list() throws RemoteException {
        JsonObject said = calls.object("office_files()");
        return PostgisLandDatabase.read(() -> {
            List<OfficeFile> files = new ArrayList<>();
            for (Object row : said.list("files")) {
                if (!(row instanceof JsonObject file)) {
                    throw new CodecException("not a file", null);
                }
                files.add(OfficeFile.of(file));
            }
            return files;
        });
    }

    @Override
    public byte[] part(OfficeFile file, int part) throws RemoteException {
        List<byte[]> rows = calls.rows(
                "SELECT sync_api.office_part(?, ?, ?, ?, 0)",
                row -> row.getBytes(1),
                file.name(),
                file.sha256(),
                file.bytes(),
                part);
        return rows.get(0);
    }

    /** Puts a file there; parts that came before a break are not sent again. */
    OfficeFile put(Path file, String name) throws RemoteException, IOException {
        OfficeFile as = OfficeFolder.describe(file, name);
        for (long part : missing(as)) {
            calls.run("office_bring(?, ?, ?)", as.sha256(), (int) part, OfficeFolder.part(file, as, (int) part));
        }
        if (!missing(as).isEmpty()) {
            throw new RemoteException("office-file-not-put", List.of(name), null);
        }
        return as;
    }

    private List<Long> missing(OfficeFile file) throws RemoteException {
        JsonObject said = calls.object("office_put(?, ?, ?)", file.name(), file.sha256(), file.bytes());
        return PostgisLandDatabase.read(() -> {
            List<Long> parts = new ArrayList<>();
            for (Object part : said.list("missing")) {
                if (!(part instanceof Long number)) {
                    throw new CodecException("not a part", null);
                }
                parts.add(number);
            }
            return parts;
        });
    }

    /** Takes a file away; false when there is none. */
    boolean remove(String name) throws RemoteException {
        return calls.rows("SELECT sync_api.office_remove(?)", row -> row.getBoolean(1), name)
                .get(0);
    }
}
