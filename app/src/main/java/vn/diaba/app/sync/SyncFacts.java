package vn.diaba.app.sync;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.central.LandAddress;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.sync.Backlog;
import vn.diaba.store.sync.ReceiptFile;

/**
 * What the open workspace and its land database have to do with each other, read from its data. Immutable.
 *
 * @param url where the land database is, "" when the workspace has none
 * @param user who signs in there, "" for nobody
 * @param syncedAt when both were last brought together; null before the first time
 * @param isConnected whether the workspace belongs to a zone
 * @param conflicts how many objects wait for a decision
 * @param waiting how far the acts are that the land database does not have
 * @param receipts receipts of former syncs, newest first
 * @param signedIn who is signed in at a server; null for nobody, and where nobody needs to
 */
public record SyncFacts(
        String url,
        String user,
        @Nullable Instant syncedAt,
        boolean isConnected,
        int conflicts,
        Waiting waiting,
        List<Written> receipts,
        @Nullable SignedIn signedIn) {
    /** No workspace, or one that knows no land database. */
    public static final SyncFacts NONE = new SyncFacts("", "", null, false, 0, Waiting.NONE, List.of(), null);

    /** Where a user is signed in whose token is kept here, sealed; who that is; when the token ends. */
    public record SignedIn(String url, String user, Instant until) {}

    /**
     * Acts that the land database does not have, each counted once.
     *
     * @param unsent that the next sync would send
     * @param proposed that wait there for approval
     * @param refused that were sent back
     * @param disputed that wait for a decision on a conflict
     * @param forHandIn that wait until their case is handed in
     */
    public record Waiting(int unsent, int proposed, int refused, int disputed, int forHandIn) {
        /** Nothing. */
        public static final Waiting NONE = new Waiting(0, 0, 0, 0, 0);

        static Waiting of(Backlog backlog) {
            return new Waiting(
                    backlog.unsent(), backlog.proposed(), backlog.refused(), backlog.disputed(), backlog.forHandIn());
        }

        int held() {
            return proposed + refused + disputed + forHandIn;
        }
    }

    /** The file of a receipt; when it was written, null when its name does not say. */
    public record Written(Path file, @Nullable Instant time) {}

    /** Copies the list. */
    public SyncFacts {
        receipts = List.copyOf(receipts);
    }

    /** Who is signed in at a server, if anybody is. */
    public Optional<SignedIn> findSignedIn() {
        return Optional.ofNullable(signedIn);
    }

    /** How many acts wait at the land database for approval. */
    public int proposed() {
        return waiting.proposed();
    }

    /** How many acts were sent back. */
    public int refused() {
        return waiting.refused();
    }

    /** How many acts wait here until their case is handed in. */
    public int forHandIn() {
        return waiting.forHandIn();
    }

    /** How many acts a sync alone does not send. */
    public int held() {
        return waiting.held();
    }

    /** The same land database for another workspace, which nobody has signed in for. */
    public SyncFacts forAnother() {
        return new SyncFacts(url, user, syncedAt, isConnected, conflicts, waiting, receipts, null);
    }

    /** Reads them; on the edit thread. */
    static SyncFacts of(OpenWorkspace open) throws StoreException, RemoteException {
        Optional<LandAddress> address = LandAddress.find(open.store().folder());
        return new SyncFacts(
                address.map(LandAddress::url).orElse(""),
                address.map(LandAddress::user).orElse(""),
                address.flatMap(LandAddress::findSyncedAt).orElse(null),
                open.store().sync().checkpoint().isPresent(),
                open.store().sync().conflicts().size(),
                Waiting.of(open.store().sync().backlog(open.fabric())),
                ReceiptFile.all(open.store().folder()).stream()
                        .map(file -> new Written(file, ReceiptFile.time(file).orElse(null)))
                        .toList(),
                SignIns.find(open).orElse(null));
    }
}
