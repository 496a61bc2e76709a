package vn.diaba.store.wire;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.Payload;

/**
 * Snapshots that are on their way, by token, as far as memory allows: the oldest gives way, and its caller begins again. Safe.
 */
final class PageStore {
    private final long maxBytes;
    private final Map<UUID, Transfer> transfers = new LinkedHashMap<>();
    private long bytes;

    PageStore(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A snapshot, and whose it is. */
    private record Transfer(String owner, Payload packed) {
        long bytes() {
            return packed.land().length + packed.person().length;
        }
    }

    synchronized void put(UUID token, String owner, Payload packed) {
        Transfer transfer = new Transfer(owner, packed);
        transfers.put(token, transfer);
        bytes += transfer.bytes();
        Iterator<Map.Entry<UUID, Transfer>> oldest = transfers.entrySet().iterator();
        while (bytes > maxBytes && oldest.hasNext()) {
            Map.Entry<UUID, Transfer> one = oldest.next();
            if (!one.getKey().equals(token)) {
                bytes -= one.getValue().bytes();
                oldest.remove();
            }
        }
    }

    synchronized @Nullable Payload find(UUID token, String owner) {
        Transfer transfer = transfers.get(token);
        return transfer == null || !transfer.owner.equals(owner) ? null : transfer.packed;
    }
}
