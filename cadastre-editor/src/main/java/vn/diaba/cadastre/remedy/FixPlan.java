package vn.diaba.cadastre.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.rule.Violation;

/**
 * Remedies one after the other, each proven on the land that those before it give, and all of them one act. What cannot
 * be mended is listed with the reason. Confined to one thread; planning it is pure.
 */
public final class FixPlan implements EditCommand {
    /** What the act is called in the log. */
    static final String LABEL = "fix-faults";

    private final Remedies remedies;
    private final Fabric start;
    private final UUID id;
    private final List<Fix> fixes = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private final List<Violation> gone = new ArrayList<>();
    private Fabric land;
    private @Nullable ChangeSet sum;

    /**
     * A fault mended. Immutable.
     *
     * @param fault which
     * @param remedy how
     * @param alternatives how many remedies were proven, this one included
     */
    public record Fix(Violation fault, Remedy remedy, int alternatives) {}

    /**
     * A fault that stays. Immutable.
     *
     * @param fault which
     * @param code why: {@code fix-no-remedy}, {@code fix-not-safe}, {@code fix-no-such-alternative}
     */
    public record Left(Violation fault, String code) {}

    /** Begins with land as it is; the act will have this id. */
    public FixPlan(Remedies remedies, Fabric start, UUID id) {
        this.remedies = remedies;
        this.start = start;
        this.id = id;
        land = start;
    }

    /** The land it begins with. */
    public Fabric start() {
        return start;
    }

    /** The land it gives so far. */
    public Fabric land() {
        return land;
    }

    /** What is mended, in order. */
    public List<Fix> fixes() {
        return List.copyOf(fixes);
    }

    /** What stays, in order. */
    public List<Left> left() {
        return List.copyOf(left);
    }

    /** What the remedies of other faults have mended too, in order. */
    public List<Violation> gone() {
        return List.copyOf(gone);
    }

    /**
     * Mends a fault of the land it began with.
     *
     * @param alternative which remedy, 1 for the best
     */
    public void add(Violation fault, int alternative) {
        List<Remedy> proven = remedies.of(land, fault);
        if (proven.isEmpty()) {
            none(fault);
        } else if (proven.size() < alternative) {
            left.add(new Left(fault, "fix-no-such-alternative"));
        } else {
            take(fault, proven.get(alternative - 1), proven.size());
        }
    }

    /** Mends those of many faults that have a safe remedy. */
    public void addSafe(List<Violation> faults, Progress progress) {
        for (int i = 0; i < faults.size(); i++) {
            progress.done(i, faults.size());
            Violation fault = faults.get(i);
            List<Remedy> proven = remedies.of(land, fault);
            Optional<Remedy> safe = proven.stream().filter(Remedy::isSafe).findFirst();
            if (safe.isPresent()) {
                take(fault, safe.get(), proven.size());
            } else if (!proven.isEmpty()) {
                left.add(new Left(fault, "fix-not-safe"));
            } else {
                none(fault);
            }
        }
    }

    private void none(Violation fault) {
        if (land == start || remedies.isThere(land, fault)) {
            left.add(new Left(fault, "fix-no-remedy"));
        } else {
            gone.add(fault);
        }
    }

    private void take(Violation fault, Remedy remedy, int alternatives) {
        fixes.add(new Fix(fault, remedy, alternatives));
        land = land.apply(remedy.plan());
        ChangeSet before = sum;
        sum = before == null ? remedy.plan() : before.then(remedy.plan());
    }

    /**
     * {@inheritDoc}
     *
     * @throws ImpossibleEditException {@code nothing-to-do}; {@code remedy-outdated}: the land has changed since
     */
    @Override
    public ChangeSet plan(Fabric fabric) throws ImpossibleEditException {
        ChangeSet act = sum;
        if (act == null) {
            throw new ImpossibleEditException("nothing-to-do");
        }
        if (!fabric.isStartOf(act)) {
            throw new ImpossibleEditException("remedy-outdated");
        }
        return ChangeSet.planned(id, LABEL, act.changes());
    }
}
