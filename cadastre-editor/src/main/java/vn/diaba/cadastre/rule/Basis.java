package vn.diaba.cadastre.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a row of the office's data comes from and when it holds. Immutable.
 *
 * @param legalSource the act of law or the decision, as people cite it; "" when the trade's custom is all there is
 * @param validFrom the first day it holds; null when it always did
 * @param validTo the last day it holds; null while it does
 */
public record Basis(
        String legalSource,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {
    /** Custom of the trade, whenever. */
    public static final Basis CUSTOM = new Basis("", null, null);

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
