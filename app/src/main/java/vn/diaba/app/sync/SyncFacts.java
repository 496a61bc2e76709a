package vn.diaba.app.sync;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.LandAddress;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.sync.ReceiptFile;

/**
 * What the open workspace and its land database have to do with each other, read from its data. Immutable.
 *
 * @param url where the land database is, "" when the workspace has none
 * @param user who signs in there, "" for nobody
 * @param syncedAt when both were last brought together; null before the first time
 * @param isConnected whether the workspace belongs to a zone
 * @param conflicts how many objects wait for a decision
 * @param receipts receipts of former syncs, newest first
 */
public record SyncFacts(
        String url, String user, @Nullable Instant syncedAt, boolean isConnected, int conflicts, List<Path> receipts) {
    /** No workspace, or one that knows no land database. */
    public static final SyncFacts NONE = new SyncFacts("", "", null, false, 0, List.of());

    /** Copies the list. */
    public SyncFacts {
        receipts = List.copyOf(receipts);
    }

    /** Reads them; on the edit thread. */
    static SyncFacts of(OpenWorkspace open) throws StoreException {
        Optional<LandAddress> address = LandAddress.find(open.store().folder());
        return new SyncFacts(
                address.map(LandAddress::url).orElse(""),
                address.map(LandAddress::user).orElse(""),
                address.flatMap(LandAddress::findSyncedAt).orElse(null),
                open.store().sync().checkpoint().isPresent(),
                open.store().sync().conflicts().size(),
                ReceiptFile.all(open.store().folder()));
    }
}
