package vn.diaba.cadastre.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.record.CaseFile;

/**
 * One act on the land, whole: what changes, who did it, when and why. Immutable.
 *
 * @param id names the act for ever
 * @param label kebab-case code of the act ({@code move-corner}); the sentence for it lives in the user interface
 * @param origin where it comes from
 * @param caseId the case it belongs to, if any
 * @param author who, "" until the session stamps it
 * @param time when; the epoch until the session stamps it
 * @param reverts the act this one takes back: an undo names the act undone, a redo names the undo; null for others
 * @param waivers violations accepted on purpose
 * @param changes one for each object touched, in any order
 */
public record ChangeSet(
        UUID id,
        String label,
        Origin origin,
        @Nullable UUID caseId,
        String author,
        Instant time,
        @Nullable UUID reverts,
        List<Waiver> waivers,
        List<Change> changes) {
    /** Copies the lists. */
    public ChangeSet {
        waivers = List.copyOf(waivers);
        changes = changes instanceof PackedChanges ? changes : List.copyOf(changes);
    }

    /** A planned act of a person, not stamped yet. */
    public static ChangeSet planned(UUID id, String label, List<Change> changes) {
        return new ChangeSet(id, label, Origin.SURVEYOR, null, "", Instant.EPOCH, null, List.of(), changes);
    }

    /** The same act of the same person with other changes, and what is accepted of them. */
    public ChangeSet with(List<Change> others, List<Waiver> accepted) {
        return new ChangeSet(id, label, origin, caseId, author, time, reverts, accepted, others);
    }

    /** The act back: the inverse changes in reverse order, under a new id, naming this act as the one it reverts. */
    public ChangeSet inverse(UUID newId) {
        List<Change> back;
        if (changes instanceof PackedChanges packed) {
            back = packed.inverse();
        } else {
            back = new ArrayList<>(changes.size());
            for (int i = changes.size() - 1; i >= 0; i--) {
                back.add(changes.get(i).inverse());
            }
        }
        return new ChangeSet(newId, label, origin, caseId, author, time, id, List.of(), back);
    }

    /**
     * This act followed by another, as one under the other's id: one change for each object, those that come to nothing
     * left out.
     *
     * @throws IllegalArgumentException if the other does not begin where this one ends
     */
    public ChangeSet then(ChangeSet next) {
        Map<Object, Change> sum = new LinkedHashMap<>();
        for (Change change : changes) {
            sum.put(change.id(), change);
        }
        for (Change change : next.changes) {
            sum.merge(change.id(), change, Change::then);
        }
        List<Change> folded = new ArrayList<>(sum.size());
        for (Change change : sum.values()) {
            if (!change.isIdentity()) {
                folded.add(change);
            }
        }
        List<Waiver> all = new ArrayList<>(waivers);
        all.addAll(next.waivers);
        return new ChangeSet(
                next.id, next.label, next.origin, next.caseId, next.author, next.time, next.reverts, all, folded);
    }

    /** Whether it alters cases and nothing of the land. */
    public boolean isAboutCases() {
        return !changes.isEmpty()
                && changes.stream()
                        .allMatch(change -> change instanceof Change.RecordChange
                                && (change.before() == null || change.before() instanceof CaseFile)
                                && (change.after() == null || change.after() instanceof CaseFile));
    }

    /** Whether it changes nothing. */
    public boolean isIdentity() {
        return changes.stream().allMatch(Change::isIdentity);
    }

    /** The same act, signed. */
    public ChangeSet stampedBy(String person, Instant when) {
        return new ChangeSet(id, label, origin, caseId, person, when, reverts, waivers, changes);
    }

    /** The same act under another label. */
    public ChangeSet labelled(String other) {
        return new ChangeSet(id, other, origin, caseId, author, time, reverts, waivers, changes);
    }

    /** The same act with another origin. */
    public ChangeSet withOrigin(Origin other) {
        return new ChangeSet(id, label, other, caseId, author, time, reverts, waivers, changes);
    }

    /** The same act as part of a case. */
    public ChangeSet inCase(UUID id) {
        return new ChangeSet(this.id, label, origin, id, author, time, reverts, waivers, changes);
    }

    /** The same act with accepted violations. */
    public ChangeSet withWaivers(List<Waiver> accepted) {
        return new ChangeSet(id, label, origin, caseId, author, time, reverts, accepted, changes);
    }
}
