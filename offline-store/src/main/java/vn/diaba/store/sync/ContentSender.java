package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.store.content.Content;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;

/**
 * Brings the contents that a change set names to the land database before it. One that was cut goes on with the parts that are
 * missing there. Confined to one thread.
 */
final class ContentSender {
    /** Here it is not, or not whole. Only what names it waits. */
    private static final Set<String> HOLDING = Set.of("content-missing", "content-damaged");

    private static final String NOT_KEPT = "contents-not-kept";
    private static final int ROUNDS = 3;

    private final LandDatabase remote;
    private final Replica here;
    private final Set<Content> there = new HashSet<>();
    private boolean keeps = true;

    ContentSender(LandDatabase remote, Replica here) {
        this.remote = remote;
        this.here = here;
    }

    /** Contents that come with a change set, with the name of a file that has each; not those its attachments had before. */
    static Map<Content, String> named(ChangeSet act) {
        Map<Content, String> named = new LinkedHashMap<>();
        for (Change change : act.changes()) {
            if (change instanceof Change.RecordChange record
                    && record.after() instanceof Attachment file
                    && file.bytes() <= Content.LARGEST_BYTES
                    && !(record.before() instanceof Attachment before
                            && before.sha256().equals(file.sha256()))) {
                named.put(new Content(file.sha256(), file.bytes()), file.name());
            }
        }
        return named;
    }

    /** Forgets what it knows to be there: another run, another land database. */
    void begin() {
        there.clear();
        keeps = true;
    }

    /**
     * Brings what is missing there.
     *
     * @return why the change set cannot go: code and name of the file with a space between; empty when all is there
     */
    Optional<String> send(ChangeSet act, int zone, Progress progress) throws RemoteException, StoreException {
        Map<Content, String> named = named(act);
        named.keySet().removeAll(there);
        if (named.isEmpty()) {
            return Optional.empty();
        }
        for (Content content : missing(zone, named)) {
            Optional<String> fault = keeps ? bring(zone, content, progress) : Optional.of(NOT_KEPT);
            if (fault.isPresent()) {
                return Optional.of(fault.get() + " " + named.get(content));
            }
        }
        there.addAll(named.keySet());
        return Optional.empty();
    }

    /**
     * Brings what the attachments of land name, as far as it is here whole.
     *
     * @throws RemoteException {@code contents-not-kept} when they name any
     */
    void bring(Fabric land, int zone) throws RemoteException, StoreException {
        Map<Content, String> named = new LinkedHashMap<>();
        for (Attachment file : land.attachments()) {
            if (file.bytes() <= Content.LARGEST_BYTES) {
                named.put(new Content(file.sha256(), file.bytes()), file.name());
            }
        }
        for (Content content : named.isEmpty() ? List.<Content>of() : missing(zone, named)) {
            if (keeps) {
                bring(zone, content, Progress.NONE);
            }
            if (!keeps) {
                throw new RemoteException(NOT_KEPT, List.of(), null);
            }
        }
    }

    /** All of them where none is kept, and it is not asked again. */
    private List<Content> missing(int zone, Map<Content, String> named) throws RemoteException {
        List<Content> asked = new ArrayList<>(named.keySet());
        if (!keeps) {
            return asked;
        }
        try {
            return remote.contents().missing(zone, asked);
        } catch (RemoteException e) {
            if (!isNotKept(e)) {
                throw e;
            }
            keeps = false;
            return asked;
        }
    }

    /** Whether a land database keeps no contents: it says so, or is of a version that has no such calls. */
    static boolean isNotKept(RemoteException fault) {
        return fault.code().equals(NOT_KEPT) || fault.code().equals("function-unknown");
    }

    private Optional<String> bring(int zone, Content content, Progress progress)
            throws RemoteException, StoreException {
        try {
            bringParts(zone, content, progress);
            return Optional.empty();
        } catch (StoreException e) {
            if (HOLDING.contains(e.code())) {
                return Optional.of(e.code());
            }
            throw e;
        } catch (RemoteException e) {
            if (isNotKept(e)) {
                keeps = false;
                return Optional.of(NOT_KEPT);
            }
            throw e;
        }
    }

    private void bringParts(int zone, Content content, Progress progress) throws RemoteException, StoreException {
        if (here.contents().size(content.sha256()) != content.bytes()) {
            throw new StoreException("content-damaged", List.of(content.sha256()), null);
        }
        Contents contents = remote.contents();
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> missing = contents.settle(zone, content);
            if (missing.isEmpty()) {
                return;
            }
            for (int part : missing) {
                progress.checkCancelled();
                contents.bring(zone, content, part, here.contents().part(content.sha256(), part));
            }
        }
        if (!contents.settle(zone, content).isEmpty()) {
            throw new RemoteException("content-not-brought", List.of(content.sha256()), null);
        }
    }

    /**
     * What would go along with some change sets.
     *
     * @param missing contents that are not there yet
     * @param absent those among them that are not here either, or not whole; all of them where none is kept
     */
    record Load(Set<Content> missing, Set<Content> absent) {
        /** Whether a change set could not go. */
        boolean holds(ChangeSet act) {
            return named(act).keySet().stream().anyMatch(absent::contains);
        }

        /** How much goes with some of them. */
        SyncPlan.Files of(List<ChangeSet> acts) {
            Set<Content> going = new HashSet<>();
            acts.forEach(act -> going.addAll(named(act).keySet()));
            going.retainAll(missing);
            return new SyncPlan.Files(
                    going.size(), going.stream().mapToLong(Content::bytes).sum());
        }
    }

    /** Looks what would go; changes nothing. */
    Load load(List<ChangeSet> acts, int zone) throws RemoteException, StoreException {
        Map<Content, String> all = new LinkedHashMap<>();
        acts.forEach(act -> all.putAll(named(act)));
        if (all.isEmpty()) {
            return new Load(Set.of(), Set.of());
        }
        Set<Content> missing = new HashSet<>(missing(zone, all));
        Set<Content> absent = new HashSet<>();
        for (Content content : missing) {
            if (!keeps || !here.contents().isWhole(content.sha256())) {
                absent.add(content);
            }
        }
        return new Load(missing, absent);
    }
}
