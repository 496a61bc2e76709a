package vn.diaba.app.edit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.workspace.OpenWorkspace;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.edit.History;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.LogEntry;

/** What the window tells of the log: who did what when, and what is still to be sent. Confined to the edit thread. */
final class DeskLog {
    private static final int PAGE = 10_000;

    private final Map<UUID, Entry> entries = new HashMap<>();
    /** What acts of acceptance accept, by their ids; those taken back have gone. */
    private final Map<UUID, List<Waiver>> accepted = new LinkedHashMap<>();

    private final Map<UUID, List<Waiver>> takenBack = new HashMap<>();

    private @Nullable Instant savedAt;

    /** Acts that no land database has. */
    private final Set<UUID> unsent = new HashSet<>();

    private record Entry(String author, Instant time) {}

    /** Reads the log of a workspace just opened. */
    static DeskLog of(OpenWorkspace open) throws StoreException {
        DeskLog log = new DeskLog();
        log.read(open);
        return log;
    }

    /** Reads the log anew: others' work was taken over, or what waits was sent. */
    void read(OpenWorkspace open) throws StoreException {
        entries.clear();
        accepted.clear();
        takenBack.clear();
        unsent.clear();
        unsent.addAll(open.store().sync().unsentActs());
        long from = 1;
        List<LogEntry> page = open.store().log().entries(from, PAGE);
        while (!page.isEmpty()) {
            for (LogEntry entry : page) {
                entries.put(entry.id(), new Entry(entry.author(), entry.time()));
                savedAt = entry.time();
                if (entry.label().equals(AcceptFault.LABEL)) {
                    accept(open.store().log().load(entry.id()));
                }
                from = entry.sequence() + 1;
            }
            page = open.store().log().entries(from, PAGE);
        }
    }

    /** Takes note of an act just journaled. */
    void take(ChangeSet act) {
        entries.put(act.id(), new Entry(act.author(), act.time()));
        UUID reverts = act.reverts();
        boolean isOwn = !act.origin().equals(Origin.LAND_DATABASE) || reverts != null;
        if (isOwn && (reverts == null || !unsent.remove(reverts))) {
            unsent.add(act.id());
        }
        savedAt = act.time();
        if (act.label().equals(AcceptFault.LABEL)) {
            accept(act);
        }
    }

    /** An undo of an acceptance takes its waivers away; the redo of it brings them again. */
    private void accept(ChangeSet act) {
        UUID reverts = act.reverts();
        if (reverts == null) {
            accepted.put(act.id(), act.waivers());
        } else {
            List<Waiver> gone = accepted.remove(reverts);
            if (gone != null) {
                takenBack.put(act.id(), gone);
            } else if (takenBack.containsKey(reverts)) {
                accepted.put(act.id(), takenBack.remove(reverts));
            }
        }
    }

    /** The workspace now; {@code caseId} is what acts belong to. */
    DeskState state(OpenWorkspace open, @Nullable UUID caseId) {
        History history = open.session().history();
        // Counted here, so that the ghost of a split, planned on the FX thread, finds it counted.
        open.fabric().largestNumber("", "");
        List<PastAct> undoable = acts(history.undoable());
        List<Waiver> waivers = accepted.values().stream().flatMap(List::stream).toList();
        return new DeskState(
                open.fabric(), undoable, acts(history.redoable()), unsent.size(), waivers, savedAt, caseId);
    }

    private List<PastAct> acts(List<History.Step> steps) {
        List<PastAct> acts = new ArrayList<>();
        for (History.Step step : steps) {
            Entry entry = entries.computeIfAbsent(step.id(), id -> new Entry("", Instant.EPOCH));
            acts.add(new PastAct(step.id(), step.label(), entry.author, entry.time));
        }
        return acts;
    }
}
