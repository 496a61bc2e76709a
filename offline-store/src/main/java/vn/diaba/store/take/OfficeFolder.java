package vn.diaba.store.take;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.disk.Channels;

/**
 * The office's files in a folder: a land database that gives them, or a workspace that has taken them. What was hashed is
 * remembered beside them with length and time, and hashed again when these differ. Safe: calls wait for each other.
 */
public final class OfficeFolder {
    private static final String PARTIAL = ".part-";
    private static final int MOST_FILES = 1_000;
    private static final int MARK_DIGITS = 16;

    private final Path folder;

    /** Looks at a folder, which may hold anything else. */
    public OfficeFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Gives the parts of a file.
     *
     * @param <E> what may go wrong there
     */
    @FunctionalInterface
    public interface Parts<E extends Exception> {
        /** All bytes of a part. */
        byte[] part(OfficeFile file, int part) throws E;
    }

    /** All files, by name; at most a thousand. What no other computer could call so is left out. */
    public synchronized List<OfficeFile> list() throws IOException {
        OfficeSums known = OfficeSums.of(folder);
        Map<String, OfficeFile> files = new TreeMap<>();
        for (String name : names()) {
            files.put(name, known.sum(name));
        }
        known.keep(files.keySet());
        return List.copyOf(files.values());
    }

    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.isRegularFile(folder.resolve(OfficeFile.OFFICE))) {
            names.add(OfficeFile.OFFICE);
        }
        Path maps = folder.resolve(OfficeFile.BASE_MAP);
        if (Files.isDirectory(maps)) {
            try (Stream<Path> all = Files.walk(maps)) {
                all.filter(Files::isRegularFile)
                        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                        .filter(name -> OfficeFile.isName(name) && !name.contains(PARTIAL) && !name.endsWith(".new"))
                        .sorted()
                        .limit(MOST_FILES)
                        .forEach(names::add);
            }
        }
        return names;
    }

    /**
     * A part of a file.
     *
     * @throws NoSuchFileException when there is no such file now, or another one of that name
     */
    public synchronized byte[] part(OfficeFile file, int part) throws IOException {
        OfficeSums known = OfficeSums.of(folder);
        if (!Files.isRegularFile(place(file.name()))
                || !known.sum(file.name()).equals(file)
                || part < 0
                || part >= file.parts()) {
            throw new NoSuchFileException(file.name());
        }
        return part(place(file.name()), file, part);
    }

    /** What a file would be called and be in an office's folder; it may lie anywhere. */
    public static OfficeFile describe(Path file, String name) throws IOException {
        return new OfficeFile(name, OfficeSums.hash(file), Files.size(file));
    }

    /** A part of a file that may lie anywhere. */
    public static byte[] part(Path file, OfficeFile as, int part) throws IOException {
        byte[] bytes = new byte[as.partBytes(part)];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek((long) part * OfficeFile.PART_BYTES);
            in.readFully(bytes);
        }
        return bytes;
    }

    private Path place(String name) {
        return folder.resolve(name);
    }

    /** The file as it was last brought here by {@link #put}; empty when it never was. */
    public synchronized Optional<OfficeFile> brought(String name) throws IOException {
        return Optional.ofNullable(OfficeSums.of(folder).brought().get(name));
    }

    /** All files that were brought here, by name. */
    public synchronized List<OfficeFile> brought() throws IOException {
        return List.copyOf(OfficeSums.of(folder).brought().values());
    }

    /** What {@link #mark(String)} noted last; "" before. */
    public synchronized String mark() throws IOException {
        return OfficeSums.of(folder).mark();
    }

    /** Notes which files of an office were looked at last, as a {@link #digest}. */
    public synchronized void mark(String digest) throws IOException {
        OfficeSums.of(folder).mark(digest);
    }

    /** The file of a name as it is now. */
    public synchronized Optional<OfficeFile> find(String name) throws IOException {
        return Files.isRegularFile(place(name))
                ? Optional.of(OfficeSums.of(folder).sum(name))
                : Optional.empty();
    }

    /**
     * Brings a file: parts that came before a break stay beside its place and are not asked for again; when its hash is right
     * it takes its place.
     *
     * @return false when the bytes that came are not that file; nothing has changed then
     */
    public synchronized <E extends Exception> boolean put(OfficeFile file, Parts<E> parts) throws E, IOException {
        Path place = place(file.name());
        Files.createDirectories(place.toAbsolutePath().getParent());
        Path beside = place.resolveSibling(
                place.getFileName() + PARTIAL + file.sha256().substring(0, MARK_DIGITS));
        try (FileChannel out = Channels.REAL.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            int first = (int) Math.min(out.size() / OfficeFile.PART_BYTES, file.parts());
            out.truncate((long) first * OfficeFile.PART_BYTES);
            out.position(out.size());
            for (int part = first; part < file.parts(); part++) {
                ByteBuffer left = ByteBuffer.wrap(parts.part(file, part));
                while (left.hasRemaining()) {
                    out.write(left);
                }
            }
            out.force(true);
        }
        if (Files.size(beside) != file.bytes() || !OfficeSums.hash(beside).equals(file.sha256())) {
            Files.delete(beside);
            return false;
        }
        Channels.REAL.move(beside, place);
        sweep(place);
        OfficeSums.of(folder).bring(file);
        return true;
    }

    /** Parts of versions of a file that will not be asked for any more. */
    private static void sweep(Path place) throws IOException {
        List<Path> old;
        try (Stream<Path> beside = Files.list(place.toAbsolutePath().getParent())) {
            old = beside.filter(one -> one.getFileName().toString().startsWith(place.getFileName() + PARTIAL))
                    .toList();
        }
        for (Path one : old) {
            Files.deleteIfExists(one);
        }
    }

    /** Takes a file away; false when there is none. */
    public synchronized boolean remove(String name) throws IOException {
        boolean was = OfficeFile.isName(name) && Files.deleteIfExists(place(name));
        OfficeSums.of(folder).forget(name);
        return was;
    }

    /** Short text that changes when a list of files does; "" for none. */
    public static String digest(List<OfficeFile> files) {
        if (files.isEmpty()) {
            return "";
        }
        MessageDigest digest = Payload.sha256();
        files.stream()
                .map(file -> file.name() + "\n" + file.sha256() + "\n")
                .sorted()
                .forEach(line -> digest.update(line.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest(), 0, MARK_DIGITS / 2);
    }
}
