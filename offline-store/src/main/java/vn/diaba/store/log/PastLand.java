package vn.diaba.store.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.db.StoreException;

/**
 * The land of a workspace as it was, made from the log: back from the land of now, or forth from no land at all, whichever
 * has fewer changes on the way. What comes out equals the land of then in every corner, parcel, side and record. Reads
 * only. Safe, as the log is.
 */
public final class PastLand {
    private static final int PAGE = 10_000;

    private final ChangeLog log;

    /** The past of a log. */
    public PastLand(ChangeLog log) {
        this.log = log;
    }

    /**
     * How far the log had come at a moment. An act merged from the land database counts as made when it came, with the acts
     * of this workspace before it; its own time is when somebody else made it.
     *
     * @return 0 before the first act
     * @throws StoreException {@code store-failed}, {@code store-behind}
     */
    public long sequenceAt(Instant moment) throws StoreException {
        long last = 0;
        for (List<LogEntry> page = log.entries(1, PAGE); !page.isEmpty(); page = log.entries(last + 1, PAGE)) {
            for (LogEntry entry : page) {
                if (entry.isOwn() && entry.time().isAfter(moment)) {
                    return last;
                }
                last = entry.sequence();
            }
        }
        return last;
    }

    /**
     * The land after an act of the log, before the next one.
     *
     * @param sequence of the act, from 1; 0 for the land before the first
     * @throws IllegalArgumentException if the log has not come so far
     * @throws StoreException {@code journal-damaged}, {@code store-failed}, {@code store-behind}
     */
    public Fabric at(long sequence) throws StoreException {
        if (sequence < 0 || sequence > log.sequence()) {
            throw new IllegalArgumentException("the log has no act " + sequence);
        }
        List<LogEntry> forth = new ArrayList<>();
        List<LogEntry> back = new ArrayList<>();
        long forthChanges = 0;
        long backChanges = 0;
        Fabric now = log.land();
        long from = 1;
        for (List<LogEntry> page = log.entries(from, PAGE); !page.isEmpty(); page = log.entries(from, PAGE)) {
            for (LogEntry entry : page) {
                from = entry.sequence() + 1;
                if (entry.sequence() <= sequence) {
                    forth.add(entry);
                    forthChanges += entry.changes();
                } else {
                    back.add(0, entry);
                    backChanges += entry.changes();
                }
            }
        }
        return backChanges <= forthChanges ? before(back, now) : after(forth);
    }

    private Fabric before(List<LogEntry> newestFirst, Fabric now) throws StoreException {
        Fabric land = now;
        for (LogEntry entry : newestFirst) {
            land = land.apply(log.load(entry.id()).inverse(entry.id()));
        }
        return land;
    }

    private Fabric after(List<LogEntry> oldestFirst) throws StoreException {
        Fabric land = Fabric.empty();
        for (LogEntry entry : oldestFirst) {
            land = land.apply(log.load(entry.id()));
        }
        return land;
    }
}
