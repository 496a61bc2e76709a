package vn.diaba.store.log;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.db.StoreException;

/**
 * Puts damaged files of a journal right from copies of them. A journal only grows, so a copy is the beginning of the file
 * as it should be: what the copy has is taken from it, what came later from the file. Nothing is put in place that the
 * chain of hashes does not prove; a damaged file stays beside the right one. Confined to one thread, used once.
 */
public final class JournalRepair {
    private final ChangeLog.Setting setting;
    private final Copies copies;
    private final List<String> repaired = new ArrayList<>();
    private byte @Nullable [] hash = RecordForm.NO_HASH;
    private long sequence;

    /** Where copies of the journal's files come from. */
    @FunctionalInterface
    public interface Copies {
        /** Copies of the file of this name, the newest first; files that may be read until the repair is done. */
        List<Path> of(String name) throws StoreException;
    }

    private JournalRepair(ChangeLog.Setting setting, Copies copies) {
        this.setting = setting;
        this.copies = copies;
    }

    /**
     * Checks all files of a journal nobody has open and puts the damaged ones right.
     *
     * @return the names of the files that were put right
     * @throws StoreException {@code journal-damaged} with file, position and sequence where no copy helps
     */
    public static List<String> run(ChangeLog.Setting setting, Copies copies) throws StoreException {
        JournalRepair repair = new JournalRepair(setting, copies);
        try {
            repair.segments();
            return repair.repaired;
        } catch (IOException e) {
            throw new StoreException(
                    "journal-unreadable", List.of(setting.folder().toString()), e);
        }
    }

    private void segments() throws IOException, StoreException {
        TreeSet<Long> there = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(setting.folder(), "*.journal")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                there.add(Long.parseLong(name.substring(0, name.indexOf('.'))));
            }
        }
        boolean more = true;
        while (more) {
            long first = sequence + 1;
            boolean last = there.isEmpty() || there.last() <= first;
            segment(first, last);
            there.headSet(first, true).clear();
            more = !there.isEmpty();
        }
    }

    private void segment(long first, boolean last) throws IOException, StoreException {
        Path file = setting.folder().resolve(Journal.name(first));
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        byte[] before = first == 1 ? null : hash;
        Journal.Sound sound = Journal.sound(setting.journal(), first, bytes, before, null);
        byte[] best = bytes;
        if (sound == null || sound.end() < bytes.length) {
            for (Path copy : copies.of(Journal.name(first))) {
                byte[] old = Files.readAllBytes(copy);
                byte[] tried = Arrays.copyOf(old, Math.max(old.length, bytes.length));
                if (bytes.length > old.length) {
                    System.arraycopy(bytes, old.length, tried, old.length, bytes.length - old.length);
                }
                Journal.Sound now = Journal.sound(setting.journal(), first, tried, before, null);
                if (now != null && (sound == null || now.end() > sound.end())) {
                    sound = now;
                    best = tried;
                }
            }
        }
        boolean whole = sound != null && (sound.end() == best.length || last && isTornTail(best, sound));
        if (!whole || sound == null) {
            long at = sound == null ? 0 : sound.end();
            throw new StoreException(
                    "journal-damaged",
                    List.of(Journal.name(first), at, sound == null ? first : sound.sequence() + 1),
                    null);
        }
        if (best != bytes) {
            replace(file, Arrays.copyOf(best, sound.end()));
        }
        Journal.sound(setting.journal(), first, best, before, (place, payload) -> packed(place, payload));
        sequence = sound.sequence();
        hash = sound.hash();
    }

    private static boolean isTornTail(byte[] bytes, Journal.Sound sound) {
        for (int at = sound.end() + 1; at < bytes.length; at++) {
            RecordForm.Head head = RecordForm.head(bytes, at);
            if (head != null && head.sequence() > sound.sequence()) {
                return false;
            }
        }
        return true;
    }

    /** Checks the packed file a record names. */
    private void packed(Journal.Place place, byte[] payload) throws StoreException {
        GenerationFiles files = RecordActs.of(setting).files();
        try {
            LogRecord record = LogRecord.of(payload);
            if (record.kind() != LogRecord.Kind.ADD_GENERATION || files.isWhole(record.importId(), record.sha256())) {
                return;
            }
            String name = GenerationFiles.name(record.importId());
            for (Path copy : copies.of(name)) {
                if (GenerationFiles.hash(copy).equals(record.sha256())) {
                    replace(setting.folder().resolve(name), Files.readAllBytes(copy));
                    return;
                }
            }
            throw new StoreException("journal-damaged", List.of(name, 0, place.sequence()), null);
        } catch (CodecException | IOException e) {
            throw new StoreException("journal-damaged", List.of("", place.position(), place.sequence()), e);
        }
    }

    private void replace(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        }
        setting.channels().write(file, bytes);
        repaired.add(file.getFileName().toString());
    }
}
