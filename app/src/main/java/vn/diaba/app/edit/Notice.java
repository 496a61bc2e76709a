package vn.diaba.app.edit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.rule.Violation;

/**
 * Something the quiet bar is to say. Immutable.
 *
 * @param refusal the sentence
 * @param violation the fault it is about, which can be zoomed to; null when there is none
 * @param more how many further faults there are
 * @param declined the edit declined for these faults, which can be handed in again with a reason; null when there is none
 */
public record Notice(
        Refusal refusal,
        @Nullable Violation violation,
        int more,
        @Nullable Declined declined) {
    /** A sentence about no place. */
    public static Notice of(Refusal refusal) {
        return new Notice(refusal, null, 0, null);
    }

    /** A sentence by code. */
    public static Notice of(String code, Object... arguments) {
        return of(new Refusal(code, List.of(arguments)));
    }

    /** A sentence about faults; the first is shown. */
    public static Notice about(String code, List<Violation> violations) {
        return new Notice(
                new Refusal(code, List.of(violations.size())), violations.get(0), violations.size() - 1, null);
    }

    /** An edit was declined. */
    static Notice of(Declined declined) {
        Notice about = about("notice-declined", declined.violations());
        return new Notice(about.refusal, about.violation, about.more, declined);
    }

    /** The fault it is about. */
    public Optional<Violation> findViolation() {
        return Optional.ofNullable(violation);
    }

    /** The edit that was declined and may be done all the same, with a reason. */
    public Optional<Declined> findKeepable() {
        return Optional.ofNullable(declined).filter(Declined::canBeKept);
    }
}
