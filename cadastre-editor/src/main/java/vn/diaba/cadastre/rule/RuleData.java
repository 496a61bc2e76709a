package vn.diaba.cadastre.rule;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.diaba.cadastre.measure.Tolerances;

/**
 * What an office lays down for the rules: how much each weighs, the limits, the codes in force. Each row says by which act
 * and from when to when. Where several rows of one name hold on a day, the last counts. Immutable.
 *
 * @param version which edition this is; checks cite it
 * @param weights how much rules weigh
 * @param limits what rules measure against
 * @param landUses codes of land use
 * @param birthPlaces the first three digits of personal numbers, each a province of birth registration
 */
public record RuleData(
        String version,
        List<Weight> weights,
        List<Limit> limits,
        List<UseCode> landUses,
        List<BirthPlace> birthPlaces) {
    /** No rows: rules weigh what they weigh by themselves, limits are standard, no code list is known. */
    public static final RuleData NONE = new RuleData("", List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public RuleData {
        weights = List.copyOf(weights);
        limits = List.copyOf(limits);
        landUses = List.copyOf(landUses);
        birthPlaces = List.copyOf(birthPlaces);
    }

    /**
     * How much a rule weighs.
     *
     * @param rule id of the rule
     * @param severity its weight; what the rule itself takes more lightly never comes to weigh more by this
     * @param basis where the rule stands
     */
    public record Weight(String rule, Severity severity, Basis basis) {}

    /**
     * What a rule measures against.
     *
     * @param name one of {@link Tolerances#NAMES}, which tells the unit
     * @param value finite, 0 or more
     * @param basis where the limit stands
     */
    public record Limit(String name, double value, Basis basis) {}

    /**
     * A code of land use.
     *
     * @param code {@code ODT}
     * @param isGroup whether it stands for several codes, for statistics and not for a parcel
     * @param basis where the code stands
     */
    public record UseCode(String code, boolean isGroup, Basis basis) {}

    /**
     * A province whose registers give personal numbers.
     *
     * @param digits three digits
     * @param basis where they stand
     */
    public record BirthPlace(String digits, Basis basis) {}

    /** The limits on a day. */
    public Tolerances tolerances(LocalDate day) {
        Tolerances found = Tolerances.STANDARD;
        for (Limit limit : limits) {
            if (limit.basis().holdsOn(day)) {
                found = found.with(limit.name(), limit.value());
            }
        }
        return found;
    }

    /** The weight of each rule of which a row holds on a day, by its id. */
    Map<String, Weight> weights(LocalDate day) {
        Map<String, Weight> found = new LinkedHashMap<>();
        weights.stream().filter(row -> row.basis().holdsOn(day)).forEach(row -> found.put(row.rule(), row));
        return Map.copyOf(found);
    }

    /** The codes of land use in force on a day; none when no list reaches to it. */
    Map<String, UseCode> landUses(LocalDate day) {
        return landUses.stream()
                .filter(row -> row.basis().holdsOn(day))
                .collect(Collectors.toUnmodifiableMap(UseCode::code, row -> row, (first, last) -> last));
    }

    /** The codes of land use that are in force on some other day. */
    Set<String> landUsesEver() {
        return landUses.stream().map(UseCode::code).collect(Collectors.toUnmodifiableSet());
    }

    /** The first three digits of personal numbers given on a day or before. */
    Set<String> birthPlaces(LocalDate day) {
        return birthPlaces.stream()
                .filter(row -> row.basis().validFrom() == null
                        || !row.basis().validFrom().isAfter(day))
                .map(BirthPlace::digits)
                .collect(Collectors.toUnmodifiableSet());
    }
}
