package vn.diaba.store.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A disk as it is after some recorded events: what is on it for sure, and what is only on its way. Names last when their
 * folder was forced, bytes when their file was. Confined to one thread.
 */
final class Disk {
    private Map<Path, Content> now = new HashMap<>();
    private final Map<Path, Content> sure = new HashMap<>();
    private final List<Renaming> names = new ArrayList<>();

    /** A file's bytes on the disk, and what was written since. */
    private static final class Content {
        private byte[] bytes = {};
        private int length;
        private final List<PowerLoss.Step> pending = new ArrayList<>();

        private void take(PowerLoss.Step step) {
            int end = Math.toIntExact(step.at()) + step.bytes().length;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + bytes.length / 2));
            }
            if (step.cuts()) {
                Arrays.fill(bytes, Math.min(end, length), length, (byte) 0);
            } else {
                System.arraycopy(step.bytes(), 0, bytes, (int) step.at(), step.bytes().length);
            }
            length = step.cuts() ? end : Math.max(length, end);
        }

        private void force() {
            pending.forEach(this::take);
            pending.clear();
        }

        private byte[] after(PowerLoss loss, Random random) {
            Content left = new Content();
            left.bytes = Arrays.copyOf(bytes, length);
            left.length = length;
            loss.left(pending, random).forEach(left::take);
            return Arrays.copyOf(left.bytes, left.length);
        }
    }

    /** A change of names: a file gets a name, loses one, or both. */
    private record Renaming(Path gone, Path come, Content file) {
        private void on(Map<Path, Content> names) {
            if (gone != null) {
                names.remove(gone);
            }
            if (come != null) {
                names.put(come, file);
            }
        }

        private boolean isIn(Path folder) {
            return folder.equals((come == null ? gone : come).getParent());
        }
    }

    /** Does what was recorded. */
    void take(Recorder.Event event) {
        if (event instanceof Recorder.Written w) {
            write(w.file(), new PowerLoss.Step(w.at(), w.bytes(), false));
        } else if (event instanceof Recorder.Truncated t) {
            write(t.file(), new PowerLoss.Step(t.length(), new byte[0], true));
        } else if (event instanceof Recorder.Forced f) {
            now.get(f.file()).force();
        } else if (event instanceof Recorder.FolderForced f) {
            force(f.folder());
        } else if (event instanceof Recorder.Made m) {
            Content file = new Content();
            file.take(new PowerLoss.Step(0, m.bytes(), false));
            rename(new Renaming(null, m.file(), file));
        } else if (event instanceof Recorder.Moved m) {
            rename(new Renaming(m.from(), m.to(), now.get(m.from())));
        } else if (event instanceof Recorder.Removed r) {
            rename(new Renaming(r.file(), null, null));
        }
    }

    /** Begins a write that does not come to its end; {@link #forget} takes it back. */
    void begin(Recorder.Event event) {
        if (event instanceof Recorder.Written w) {
            byte[] half = Arrays.copyOf(w.bytes(), w.bytes().length / 2);
            write(w.file(), new PowerLoss.Step(w.at(), half, false));
        }
    }

    /** Takes back what was begun. */
    void forget(Recorder.Event event) {
        if (event instanceof Recorder.Written w) {
            List<PowerLoss.Step> pending = now.get(w.file()).pending;
            pending.remove(pending.size() - 1);
        }
    }

    private void write(Path file, PowerLoss.Step step) {
        now.get(file).pending.add(step);
    }

    private void rename(Renaming change) {
        change.on(now);
        names.add(change);
    }

    private void force(Path folder) {
        for (Iterator<Renaming> all = names.iterator(); all.hasNext(); ) {
            Renaming change = all.next();
            if (change.isIn(folder)) {
                change.on(sure);
                all.remove();
            }
        }
    }

    /** What is found when the power is back, written into a folder in place of the recorded one. */
    void write(PowerLoss loss, Random random, Path recorded, Path into) throws IOException {
        Map<Path, Content> found = new HashMap<>(sure);
        int kept = loss == PowerLoss.KILLED
                ? names.size()
                : loss == PowerLoss.NOTHING ? 0 : random.nextInt(names.size() + 1);
        names.subList(0, kept).forEach(change -> change.on(found));
        for (Map.Entry<Path, Content> file : found.entrySet()) {
            Path target = into.resolve(recorded.relativize(file.getKey()));
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue().after(loss, random));
        }
    }
}
