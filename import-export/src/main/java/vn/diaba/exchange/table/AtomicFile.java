package vn.diaba.exchange.table;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One file, or several that belong together, written beside the target and moved into place when complete. Until
 * {@link #commit} the target is untouched; {@link #close} without a commit leaves the folder as it was. Confined to one
 * thread.
 *
 * <p>A single file is replaced in one step of the file system. Several are moved one after the other, each old one kept
 * until the last is in place and put back if a move fails; only a power cut between two moves can leave a mixture.
 */
public final class AtomicFile implements AutoCloseable {
    private final Path folder;
    private final String tag = ".part-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<Path, Path> staged = new LinkedHashMap<>();
    private final Set<Path> obsolete = new LinkedHashSet<>();

    /**
     * Prepares to write beside a target.
     *
     * @throws ExportException {@code folder-missing}, {@code target-is-a-folder}, {@code folder-not-writable}
     */
    public AtomicFile(Path target) throws ExportException {
        Path parent = target.toAbsolutePath().getParent();
        String name = String.valueOf(target.getFileName());
        if (parent == null || Files.isDirectory(target)) {
            throw new ExportException("target-is-a-folder", name);
        }
        if (!Files.isDirectory(parent)) {
            throw new ExportException("folder-missing", name, parent.toString());
        }
        if (!Files.isWritable(parent)) {
            throw new ExportException("folder-not-writable", name, parent.toString());
        }
        this.folder = parent;
    }

    /**
     * The path to write a part to.
     *
     * @param fileName the part's final name in the target's folder
     * @return a name beside it that nobody uses; the file is not made yet
     */
    public Path stage(String fileName) {
        return staged.computeIfAbsent(folder.resolve(fileName), path -> folder.resolve("." + fileName + tag));
    }

    /** Takes back a part that was only a help while writing; its staged file is removed. */
    public void unstage(String fileName) throws IOException {
        Path part = staged.remove(folder.resolve(fileName));
        if (part != null) {
            Files.deleteIfExists(part);
        }
    }

    /** Names a file of the older set that must be gone once the new set is in place; it may be absent. */
    public void dropOnCommit(String fileName) {
        obsolete.add(folder.resolve(fileName));
    }

    /**
     * Forces all parts to the disk and moves them into place.
     *
     * @throws IOException when that fails; the older files are back in place
     */
    public void commit() throws IOException {
        for (Path part : staged.values()) {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
        if (staged.size() == 1 && obsolete.isEmpty()) {
            Map.Entry<Path, Path> only = staged.entrySet().iterator().next();
            move(only.getValue(), only.getKey());
        } else {
            moveAll();
        }
        staged.clear();
        forceFolder();
    }

    private void moveAll() throws IOException {
        Map<Path, Path> old = new LinkedHashMap<>();
        List<Path> placed = new ArrayList<>();
        try {
            Set<Path> leaving = new LinkedHashSet<>(staged.keySet());
            leaving.addAll(obsolete);
            for (Path path : leaving) {
                if (Files.exists(path)) {
                    Path keep = folder.resolve("." + path.getFileName() + tag + ".old");
                    move(path, keep);
                    old.put(path, keep);
                }
            }
            for (Map.Entry<Path, Path> part : staged.entrySet()) {
                move(part.getValue(), part.getKey());
                placed.add(part.getKey());
            }
        } catch (IOException failed) {
            restore(placed, old, failed);
            throw failed;
        }
        for (Path keep : old.values()) {
            Files.deleteIfExists(keep);
        }
    }

    private static void restore(List<Path> placed, Map<Path, Path> old, IOException failed) {
        try {
            for (Path path : placed) {
                Files.deleteIfExists(path);
            }
            for (Map.Entry<Path, Path> entry : old.entrySet()) {
                move(entry.getValue(), entry.getKey());
            }
        } catch (IOException again) {
            failed.addSuppressed(again);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A moved name is on the disk only after its folder is; systems that cannot open a folder need not. */
    private void forceFolder() throws IOException {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("win")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Removes what was staged and not committed. */
    @Override
    public void close() {
        for (Path part : staged.values()) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException expected) {
                // The folder went away under us: nothing of ours is left in it either.
            }
        }
        staged.clear();
    }

    /**
     * Turns what the file system said into a code: {@code disk-full}, {@code target-not-writable}, else
     * {@code write-failed}.
     */
    public static ExportException failure(Path target, IOException cause) {
        String name = String.valueOf(target.getFileName());
        String said = String.valueOf(
                cause instanceof FileSystemException file && file.getReason() != null
                        ? file.getReason()
                        : cause.getMessage());
        String lower = said.toLowerCase(Locale.ROOT);
        boolean full = lower.contains("no space left")
                || lower.contains("not enough space")
                || lower.contains("disk quota")
                || lower.contains("disk is full");
        String code = full
                ? "disk-full"
                : cause instanceof AccessDeniedException || cause instanceof NoSuchFileException
                        ? "target-not-writable"
                        : "write-failed";
        return new ExportException(code, List.of(name, said), cause);
    }
}
