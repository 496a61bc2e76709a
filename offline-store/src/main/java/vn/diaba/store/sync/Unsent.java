package vn.diaba.store.sync;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    Unsent(LocalDatabase database, ChangeLog log) {
        this.database = database;
        this.log = log;
    }

    Set<UUID> ids() throws StoreException {
        return entries().keySet();
    }

    /** Those that belong to cases that are not handed in. */
    Set<UUID> workOfOpenCases(Fabric land) throws StoreException {
        Set<UUID> waiting = new HashSet<>();
        for (LogEntry entry : entries().values()) {
            boolean isOpen = !HandIn.isHandedIn(entry.caseId(), land);
            if (isOpen && HandIn.isMissing(log.load(entry.id()), land)) {
                waiting.add(entry.id());
            }
        }
        return waiting;
    }

    private Map<UUID, LogEntry> entries() throws StoreException {
        Map<UUID, LogEntry> waiting = new LinkedHashMap<>();
        for (Collection<LogEntry> page = log.entries(1, PAGE); !page.isEmpty(); ) {
            long last = 0;
            for (LogEntry entry : page) {
                last = entry.sequence();
                if (entry.isOwn()
                        && !entry.sent()
                        && !isCancelled(entry.id())
                        && (entry.reverts() == null || waiting.remove(entry.reverts()) == null)) {
                    waiting.put(entry.id(), entry);
                }
            }
            page = log.entries(last + 1, PAGE);
        }
        return waiting;
    }

    /** Whether nothing of an act is to be sent any more, itself or what took its place. */
    private boolean isCancelled(UUID id) throws StoreException {
        return database.read(connection -> SyncTables.isCancelled(connection, id));
    }
}
