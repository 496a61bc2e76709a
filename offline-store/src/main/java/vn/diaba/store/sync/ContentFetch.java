package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.content.Content;
import vn.diaba.store.content.ContentStore;
import vn.diaba.store.content.Incoming;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/**
 * Brings contents of attachments from the land database into the workspace, when somebody asks for them. A content counts when its
 * hash is right; what came before a cut is not asked for again. Confined to one thread.
 */
final class ContentFetch {
    /** One for which the rest need not wait. */
    private static final Set<String> OF_ONE = Set.of("content-gone", "content-broken");

    private final LandDatabase remote;
    private final ContentStore here;
    private final int zone;

    ContentFetch(LandDatabase remote, ContentStore here, int zone) {
        this.remote = remote;
        this.here = here;
        this.zone = zone;
    }

    /** Those among some that are not here whole, each once; what a backup has is put right now. */
    private static List<Content> wanted(ContentStore here, List<Content> all) throws StoreException {
        List<Content> wanted = new ArrayList<>();
        for (Content content : new LinkedHashSet<>(all)) {
            if (!here.isWhole(content.sha256())) {
                wanted.add(content);
            }
        }
        return wanted;
    }

    /** Brings those that are not here whole. */
    SyncEngine.Fetched fetch(List<Content> all, Progress progress) throws RemoteException, StoreException {
        List<Content> wanted = wanted(here, all);
        long parts = wanted.stream().mapToLong(Content::parts).sum();
        long done = 0;
        List<Content> fetched = new ArrayList<>();
        List<Content> gone = new ArrayList<>();
        for (Content content : wanted) {
            try {
                fetch(content, done, parts, progress);
                fetched.add(content);
            } catch (RemoteException e) {
                if (ContentSender.isNotKept(e)) {
                    throw new RemoteException("contents-not-kept", List.of(), e);
                }
                if (!OF_ONE.contains(e.code())) {
                    throw e;
                }
                gone.add(content);
            }
            done += content.parts();
        }
        return new SyncEngine.Fetched(fetched, gone);
    }

    private void fetch(Content content, long before, long parts, Progress progress)
            throws RemoteException, StoreException {
        try (Incoming incoming = here.receive(content.sha256(), content.bytes())) {
            while (incoming.nextPart() < content.parts()) {
                progress.done(before + incoming.nextPart(), parts);
                progress.checkCancelled();
                incoming.take(remote.contents().part(zone, content, incoming.nextPart()));
            }
            incoming.finish();
        }
    }
}
