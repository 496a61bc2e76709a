package vn.diaba.store.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.RemoteException;

/** What an office's own files tell of contents, for tests. */
public final class KeptContents {
    private KeptContents() {}

    /** Who read which content, in order: a name, a space, a hash. */
    public static List<String> readings(Register register) throws RemoteException {
        return register.done().stream()
                .filter(one -> one.what().equals("content-read"))
                .map(one -> one.user() + " " + one.subject().split(" ", 2)[1])
                .toList();
    }

    /** Turns a bit of a content in the only file of its name below a folder. */
    public static void alter(Path folder, Content content) throws IOException {
        Path file = only(folder, content.sha256());
        byte[] sealed = Files.readAllBytes(file);
        sealed[sealed.length - 2] ^= 1;
        Files.write(file, sealed);
    }

    /** The only file below a folder whose name ends so. */
    static Path only(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found =
                    all.filter(one -> one.toString().endsWith(ending)).toList();
            if (found.size() != 1) {
                throw new IOException("not one " + ending + ": " + found);
            }
            return found.get(0);
        }
    }
}
