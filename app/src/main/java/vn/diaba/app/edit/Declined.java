package vn.diaba.app.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.diaba.cadastre.change.Waiver;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.rule.Violation;

/**
 * An edit that was declined for the errors it would bring, and what is needed to hand it in again. Immutable.
 *
 * @param command what was handed in
 * @param waivers what was accepted with it already
 * @param violations the errors it was declined for
 * @param ended who waits for the outcome
 */
public record Declined(
        EditCommand command, List<Waiver> waivers, List<Violation> violations, Consumer<Optional<EditOutcome>> ended) {
    /** The rule that nothing waives: a ring that crosses itself has no area. */
    private static final String NEVER_WAIVED = "ring-is-simple";

    /** Copies the lists. */
    public Declined {
        waivers = List.copyOf(waivers);
        violations = List.copyOf(violations);
    }

    /** Whether it may be done all the same, with a reason. */
    public boolean canBeKept() {
        return violations.stream().noneMatch(fault -> fault.rule().equals(NEVER_WAIVED));
    }

    /** The waivers it would be handed in with, each error accepted for this reason. */
    List<Waiver> waiversFor(String reason) {
        LinkedHashSet<Waiver> all = new LinkedHashSet<>(waivers);
        violations.forEach(fault -> all.add(AcceptFault.waiver(fault, reason)));
        return new ArrayList<>(all);
    }
}
