package vn.diaba.store.wire;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Payload;

/**
 * Pages of snapshots and loads that are on their way, by token, as far as memory allows: the oldest transfer gives way, and
 * its caller begins again. Safe.
 */
final class PageStore {
    private final long maxBytes;
    private final Map<UUID, Transfer> transfers = new LinkedHashMap<>();
    private long bytes;

    PageStore(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A page of land and of the versions of objects. */
    record Page(Payload land, List<Object> versions) {
        private static final int VERSION_BYTES = 100;

        Page {
            versions = List.copyOf(versions);
        }

        long bytes() {
            return land.land().length + land.person().length + (long) VERSION_BYTES * versions.size();
        }
    }

    /** Pages by number, and whose they are. */
    private record Transfer(String owner, Map<Integer, Page> pages) {}

    synchronized void put(UUID token, String owner, int number, Page page) {
        Transfer transfer = transfers.computeIfAbsent(token, ignored -> new Transfer(owner, new LinkedHashMap<>()));
        if (transfer.owner.equals(owner)) {
            Page old = transfer.pages.put(number, page);
            bytes += page.bytes() - (old == null ? 0 : old.bytes());
            makeRoom(token);
        }
    }

    private void makeRoom(UUID keep) {
        Iterator<Map.Entry<UUID, Transfer>> oldest = transfers.entrySet().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            Map.Entry<UUID, Transfer> one = oldest.next();
            if (!one.getKey().equals(keep)) {
                one.getValue().pages.values().forEach(page -> bytes -= page.bytes());
                oldest.remove();
            }
        }
    }

    synchronized @Nullable Page find(UUID token, String owner, int number) {
        Transfer transfer = transfers.get(token);
        return transfer == null || !transfer.owner.equals(owner) ? null : transfer.pages.get(number);
    }

    synchronized void forget(UUID token) {
        Transfer gone = transfers.remove(token);
        if (gone != null) {
            gone.pages.values().forEach(page -> bytes -= page.bytes());
        }
    }
}
