package vn.diaba.app.central;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.content.Content;
import vn.diaba.store.courier.CarriedDatabase;
import vn.diaba.store.courier.FilePost;
import vn.diaba.store.courier.Outgoing;
import vn.diaba.store.courier.Receipt;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.office.Pass;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.sync.Replica;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.sync.SyncEngine;
import vn.diaba.store.sync.SyncOutcome;
import vn.diaba.store.workspace.WorkspaceStore;

/** The way to a land database by files: what waits goes out, a receipt comes in. Stateless. */
public final class FileLine {
    /** What an address begins with; the file of the pass follows, at least the first time. */
    public static final String SCHEME = "files:";

    private static final SyncEngine.Fetched NOTHING = new SyncEngine.Fetched(List.of(), List.of());

    private FileLine() {}

    private static Pass pass(String url, WorkspaceStore store) throws RemoteException {
        String file = url.substring(SCHEME.length());
        Optional<Pass> known = Pass.find(store.folder(), store.id(), store.cipher());
        if (file.isEmpty()) {
            return known.filter(Pass::isSignedIn)
                    .orElseThrow(() -> new RemoteException("pass-needed", List.of(), null));
        }
        Pass given = Pass.read(Path.of(file)).at(SCHEME, "");
        boolean same = known.isPresent() && known.get().central().equals(given.central());
        return same && known.get().own() != null
                ? given.withFile(known.get().own(), known.get().files())
                : given;
    }

    /**
     * Writes what waits to a file.
     *
     * @param url {@code files:PASS}, or {@code files:} with the pass of the last time
     * @param zone zone of a workspace that has none yet; null for the only one there is
     * @param wanted contents that the receipt shall bring
     * @return how many change sets are in it
     * @throws RemoteException {@code pass-needed}, {@code pass-wrong}, {@code file-not-written}
     */
    public static int write(OpenWorkspace open, String url, Path file, @Nullable Integer zone, List<Content> wanted)
            throws RemoteException, StoreException {
        WorkspaceStore store = open.store();
        Pass pass = FilePost.next(pass(url, store), open.setting().clock().instant());
        @Nullable Checkpoint at = store.sync().checkpoint().orElse(null);
        Replica.Parcel parcel =
                at == null ? Replica.Parcel.EMPTY : OwnSide.replica(open).pack(at, LocalAuthority.MAX_CHANGES);
        pass.keep(store.folder(), store.id(), store.cipher());
        Integer of = at != null ? Integer.valueOf(at.zone()) : zone != null ? zone : onlyZone(pass);
        FilePost.write(
                file,
                pass,
                new Outgoing(
                        store.id(),
                        SignedLine.machine(),
                        pass.token(),
                        of,
                        at,
                        parcel.pushes(),
                        List.of(),
                        parcel.contents(),
                        wanted),
                (content, part) -> store.contents().part(content.sha256(), part));
        return parcel.pushes().size();
    }

    private static @Nullable Integer onlyZone(Pass pass) throws RemoteException {
        var sights = pass.rights().sights();
        return sights.size() == 1 ? Integer.valueOf(sights.get(0).zone()) : null;
    }

    /**
     * What came of a receipt. Immutable.
     *
     * @param outcome of what it tells
     * @param came of the contents it brings
     * @param hidden why none of the contents is brought; null when nothing forbids it
     */
    public record Read(
            SyncOutcome outcome,
            SyncEngine.Fetched came,
            @Nullable RemoteException hidden) {}

    /**
     * Takes over what a receipt tells, and the contents it brings.
     *
     * @throws RemoteException {@code pass-needed}, {@code receipt-does-not-fit} and what reading a file can meet; a receipt
     *     that was taken before changes nothing
     */
    public static Read read(OpenWorkspace open, Path file, Resolution policy, Progress progress)
            throws RemoteException, StoreException, JournalException {
        WorkspaceStore store = open.store();
        Pass pass = pass(SCHEME, store);
        CarriedDatabase carried = FilePost.open(file, pass, store.id());
        Receipt receipt = carried.receipt();
        @Nullable
        Integer zone = receipt.snapshot() == null
                ? null
                : Integer.valueOf(receipt.snapshot().zone().zone());
        LandLine line = LandLine.over(carried);
        SyncOutcome outcome = line.sync(open, zone, policy, progress);
        if (receipt.fault() == null) {
            pass.withToken(receipt.token()).keep(store.folder(), store.id(), store.cipher());
        }
        if (!receipt.cargo().why().isEmpty()) {
            RemoteException why = new RemoteException(
                    receipt.cargo().why(), List.of(pass.rights().user()), null);
            return new Read(outcome, NOTHING, why);
        }
        List<Content> asked = receipt.cargo().asked();
        return new Read(outcome, asked.isEmpty() ? NOTHING : line.fetch(open, asked, progress), null);
    }
}
