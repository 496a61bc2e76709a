package vn.diaba.app.attach;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.paper.MediaTypes;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.ContentStore;
import vn.diaba.store.db.StoreException;

/**
 * Attached files in the clear for other programs to show: in a folder only the user can read, removed when the program ends,
 * or, had it been killed, when the next one opens a file. Safe; not for the FX thread.
 */
public final class OpenedFiles {
    private static final Logger LOG = Logger.getLogger(OpenedFiles.class.getName());
    private static final String PREFIX = "diaba-open-";

    private final Path temporary;
    private final Viewer viewer;
    private @Nullable Path folder;

    /** Shows a file to the user. */
    @FunctionalInterface
    public interface Viewer {
        /**
         * Shows it and does not wait.
         *
         * @throws IOException when there is no program for it
         */
        void show(Path file) throws IOException;
    }

    /**
     * Keeps copies below a folder.
     *
     * @param temporary where the system keeps what need not last
     */
    public OpenedFiles(Path temporary, Viewer viewer) {
        this.temporary = temporary;
        this.viewer = viewer;
    }

    /** Copies where the system keeps what need not last, shown by the desktop. */
    public static OpenedFiles onDesktop() {
        return new OpenedFiles(Path.of(System.getProperty("java.io.tmpdir")), OpenedFiles::byDesktop);
    }

    /**
     * Opens an attached file in the program the desktop has for it.
     *
     * @throws WorkspaceException {@code attachment-not-opened} with the name of a file that is nothing to look at, {@code
     *     attachment-no-viewer} with the name where nothing shows it
     * @throws StoreException as {@link ContentStore#copyTo}
     */
    public void open(Attachment file, ContentStore contents) throws WorkspaceException, StoreException {
        try {
            Path place = Files.createTempDirectory(own(), "");
            Path raw = place.resolve("content");
            contents.copyTo(file.sha256(), raw);
            String name = SafeSuffix.name(file.name(), mediaType(raw)).orElse(null);
            if (name == null) {
                remove(place);
                throw new WorkspaceException("attachment-not-opened", file.name());
            }
            viewer.show(Files.move(raw, place.resolve(name)));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "attachment-no-viewer", e);
            throw new WorkspaceException("attachment-no-viewer", file.name());
        }
    }

    private static String mediaType(Path raw) throws IOException {
        try (InputStream in = Files.newInputStream(raw)) {
            return MediaTypes.of(in.readNBytes(MediaTypes.HEAD_BYTES));
        }
    }

    private synchronized Path own() throws IOException {
        if (folder == null || !Files.isDirectory(folder)) {
            sweep();
            boolean isPosix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            String name = PREFIX + ProcessHandle.current().pid() + "-";
            Path made = isPosix
                    ? Files.createTempDirectory(
                            temporary,
                            name,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                    : Files.createTempDirectory(temporary, name);
            folder = made;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made), "opened files"));
        }
        return folder;
    }

    /** Removes what programs left that were killed. */
    private void sweep() throws IOException {
        List<Path> left = new ArrayList<>();
        try (Stream<Path> all = Files.list(temporary)) {
            all.filter(OpenedFiles::isLeft).forEach(left::add);
        }
        left.forEach(OpenedFiles::remove);
    }

    private static boolean isLeft(Path place) {
        String name = String.valueOf(place.getFileName());
        if (!name.matches(PREFIX + "\\d{1,18}-.*")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length())));
        return ProcessHandle.of(pid).isEmpty();
    }

    private static void remove(Path place) {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            // Another user's, or held by a program that shows it still: the next sweep finds it.
            LOG.log(Level.FINE, "an opened file stays for now", e);
        }
    }

    private static void byDesktop(Path file) throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> command = system.startsWith("windows")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", file.toString())
                : List.of(system.startsWith("mac") ? "open" : "xdg-open", file.toString());
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
