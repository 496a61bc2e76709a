package vn.diaba.cadastre.change;

import java.util.List;
import java.util.UUID;

/**
 * A violation accepted on purpose. Immutable.
 *
 * @param rule id of the rule
 * @param subjects the parcels or corners concerned
 * @param reason why, in the person's words; not blank
 */
public record Waiver(String rule, List<UUID> subjects, String reason) {
    /** Rejects a waiver without a reason. */
    public Waiver {
        subjects = List.copyOf(subjects);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a waiver needs a reason");
        }
    }
}
