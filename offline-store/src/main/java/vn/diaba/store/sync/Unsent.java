package vn.diaba.store.sync;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.db.LocalDatabase;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.ChangeLog;
import vn.diaba.store.log.LogEntry;

/** The acts of a workspace that the land database does not have; an act and its undo cancel. Safe: calls wait. */
final class Unsent {
    private static final int PAGE = 1_000;

    private final LocalDatabase database;
    private final ChangeLog log;
    private final Map<UUID, Boolean> aboutCases = new ConcurrentHashMap<>();

    Unsent(LocalDatabase database, ChangeLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * The acts, oldest first.
     *
     * @param land to look cases up in when those are asked for that wait for a hand-in
     * @return by id; true for the work of a case that is not handed in
     */
    Map<UUID, Boolean> acts(@Nullable Fabric land) throws StoreException {
        Map<UUID, Boolean> acts = new LinkedHashMap<>();
        for (LogEntry entry : entries()) {
            boolean isOpen = land != null && !HandIn.isHandedIn(entry.caseId(), land);
            acts.put(entry.id(), isOpen && !isAboutCases(entry.id()));
        }
        aboutCases.keySet().retainAll(acts.keySet());
        return acts;
    }

    /** Read from the journal once: an act stays what it is. */
    private boolean isAboutCases(UUID id) throws StoreException {
        Boolean known = aboutCases.get(id);
        if (known == null) {
            known = log.load(id).isAboutCases();
            aboutCases.put(id, known);
        }
        return known;
    }

    private Collection<LogEntry> entries() throws StoreException {
        Set<UUID> cancelled = database.read(SyncTables::cancelled);
        Map<UUID, LogEntry> waiting = new LinkedHashMap<>();
        for (List<LogEntry> page = log.entries(1, PAGE); !page.isEmpty(); ) {
            for (LogEntry entry : page) {
                if (entry.isOwn()
                        && !entry.sent()
                        && !cancelled.contains(entry.id())
                        && (entry.reverts() == null || waiting.remove(entry.reverts()) == null)) {
                    waiting.put(entry.id(), entry);
                }
            }
            page = log.entries(page.get(page.size() - 1).sequence() + 1, PAGE);
        }
        return waiting.values();
    }
}
