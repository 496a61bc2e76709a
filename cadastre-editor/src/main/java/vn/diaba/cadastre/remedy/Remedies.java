package vn.diaba.cadastre.remedy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Violation;

/**
 * Finds remedies: works out ways to mend a fault and keeps those that a copy of the land proves. Confined to one thread.
 */
public final class Remedies {
    /** As many alternatives are given at most. */
    public static final int ALTERNATIVES = 3;

    private static final Set<String> GENTLE_RULES = Set.of("corners-apart", "edges-match", "minimum-edge", "no-spike");

    private final RuleBook book;
    private final Supplier<IdBlock> ids;
    private final LocalDate day;

    /**
     * Remedies by these rules.
     *
     * @param book judges the copies
     * @param ids gives fresh ids for each plan
     * @param day the last day of parcels that end
     */
    public Remedies(RuleBook book, Supplier<IdBlock> ids, LocalDate day) {
        this.book = book;
        this.ids = ids;
        this.day = day;
    }

    /** Whether faults of a rule can have a remedy that is safe. */
    public static boolean mayBeSafe(String rule) {
        return GENTLE_RULES.contains(rule);
    }

    /**
     * Proven ways to mend a fault, the best first: those that keep the better-surveyed and older, change least, and
     * bring no warning.
     *
     * @param land the land as it is
     * @param fault a violation of it by these rules
     * @return at most {@link #ALTERNATIVES}; none when the fault is no longer there or nothing could be proven
     */
    public List<Remedy> of(Fabric land, Violation fault) {
        boolean gone = fault.parcels().stream()
                .anyMatch(id -> land.findParcel(id).filter(Parcel::isLive).isEmpty());
        if (gone) {
            return List.of();
        }
        IdBlock block = ids.get();
        Proof proof = new Proof(book, land, fault);
        List<Remedy> proven = new ArrayList<>();
        for (Draft draft : drafts(land, fault, block)) {
            if (!draft.changes().isEmpty() && proven.stream().noneMatch(known -> sameChanges(known, draft))) {
                proof.of(draft, ids.get().uuid(0)).ifPresent(proven::add);
            }
        }
        proven.sort(proof.order());
        return List.copyOf(proven.subList(0, Math.min(ALTERNATIVES, proven.size())));
    }

    /** Whether a fault found in earlier land is in this land too. */
    public boolean isThere(Fabric land, Violation fault) {
        boolean live = fault.parcels().stream()
                .allMatch(id -> land.findParcel(id).filter(Parcel::isLive).isPresent());
        Scope scope = Scope.around(
                Set.copyOf(fault.parcels()), Extent.of(fault.place()).grownBy(1));
        return live
                && book.only(List.of(fault.rule())).check(land, scope).violations().stream()
                        .anyMatch(now -> now.parcels().equals(fault.parcels())
                                && now.place().distanceTo(fault.place()) < 1);
    }

    private static boolean sameChanges(Remedy known, Draft draft) {
        return known.plan().changes().equals(draft.changes());
    }

    private List<Draft> drafts(Fabric land, Violation fault, IdBlock block) {
        long[] next = {1};
        Supplier<CornerId> fresh = () -> block.corner(next[0]++);
        switch (fault.rule()) {
            case "corners-apart":
                return CornerDrafts.apart(land, fault);
            case "edges-match":
                return CornerDrafts.beside(land, fault, book.tolerances());
            case "minimum-edge":
                return CornerDrafts.shortSide(land, fault, book.tolerances());
            case "no-spike":
                return CornerDrafts.spike(land, fault, book.tolerances());
            case "no-overlap":
                return both(SliverDrafts.attach(land, fault), ShareDrafts.overlap(land, fault, fresh));
            case "no-gap":
                return both(SliverDrafts.attach(land, fault), ShareDrafts.gap(land, fault, fresh));
            case "ring-is-simple":
                return RingDrafts.uncross(land, fault);
            case "no-duplicate":
                return RecordDrafts.duplicate(land, fault, day, block);
            case "number-is-unique":
                return RecordDrafts.number(land, fault);
            default:
                return List.of();
        }
    }

    private static List<Draft> both(List<Draft> some, List<Draft> others) {
        List<Draft> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
