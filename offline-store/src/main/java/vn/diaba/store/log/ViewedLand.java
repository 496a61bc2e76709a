package vn.diaba.store.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.fabric.LandView;
import vn.diaba.store.key.KeyException;

/** When a view file stands for the tables, and when it is written anew. Confined to the thread of its log, used once. */
public final class ViewedLand {
    private static final Logger LOG = Logger.getLogger(ViewedLand.class.getName());
    /** So many acts are done again at an opening in less time than a view takes to be written. */
    private static final long FEW = 200;

    private final @Nullable LandView file;
    private final boolean mayRead;
    private long sequence;
    private boolean isWorn;

    /**
     * Works with a file.
     *
     * @param mayRead whether the tables are known to be sound to the last byte: nobody would notice otherwise while the file
     *     stands for them
     */
    public ViewedLand(@Nullable LandView file, boolean mayRead) {
        this.file = file;
        this.mayRead = mayRead;
    }

    /** No file. */
    public static ViewedLand none() {
        return new ViewedLand(null, false);
    }

    /**
     * The land after the last act in the tables, from the view and the acts in the journal since.
     *
     * @param applied the last act in the tables
     * @return nothing where the view is of no use: it is not of an act of this very journal, or newer than the tables
     */
    Optional<Fabric> land(Journal journal, RecordActs acts, long applied) throws StoreException {
        LandView.Mark mark = file == null || !mayRead ? null : file.mark().orElse(null);
        if (file == null || mark == null || mark.sequence() < 1 || mark.sequence() > applied) {
            return Optional.empty();
        }
        boolean[] isOurs = {false};
        List<byte[]> since = new ArrayList<>();
        journal.visit(mark.sequence() - 1, (place, payload) -> {
            if (place.sequence() == mark.sequence()) {
                isOurs[0] = Arrays.equals(place.hash(), mark.hash());
            } else if (place.sequence() <= applied) {
                since.add(payload);
            }
        });
        Fabric land = isOurs[0] ? file.read(mark).orElse(null) : null;
        if (land == null) {
            return Optional.empty();
        }
        try {
            for (byte[] payload : since) {
                land = land.apply(acts.of(LogRecord.of(payload)));
            }
        } catch (CodecException | KeyException | IllegalArgumentException e) {
            LOG.log(Level.WARNING, "view-not-used: the acts since do not follow", e);
            return Optional.empty();
        }
        sequence = mark.sequence();
        return Optional.of(land);
    }

    /** Many parcels came or went at once: an opening would have to do it again. */
    void wear() {
        isWorn = true;
    }

    /** Writes the view where the one there is of no more use. */
    void keep(Fabric land, Journal journal) {
        boolean isFresh = sequence > 0 && !isWorn && journal.sequence() - sequence <= FEW;
        if (file != null && !isFresh && file.isWorthIt(land)) {
            file.write(new LandView.Mark(journal.sequence(), journal.lastHash()), land);
            sequence = journal.sequence();
            isWorn = false;
        }
    }
}
