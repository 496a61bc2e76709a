package vn.diaba.cadastre.rule;

import java.util.List;
import java.util.Map;

/**
 * What a run of the rules found. Immutable.
 *
 * @param violations the violations kept, at most {@link RuleBook#KEPT} of a rule, in the order of the rules, each rule's
 *     by parcels and place
 * @param bySeverity how many were found of each severity, kept or not; all severities are there
 * @param byRule how many were found by each rule, kept or not, in the order of the rules; all rules run are there
 * @param seconds how long the run took
 * @param cpuSeconds how much time the thread spent computing
 */
public record CheckReport(
        List<Violation> violations,
        Map<Severity, Long> bySeverity,
        Map<String, Long> byRule,
        double seconds,
        double cpuSeconds) {
    /** Copies the list. */
    public CheckReport {
        violations = List.copyOf(violations);
    }

    /** How many violations of a severity were found, kept or not. */
    public long count(Severity severity) {
        return bySeverity.getOrDefault(severity, 0L);
    }

    /** How many violations a rule found, kept or not. */
    public long count(String rule) {
        return byRule.getOrDefault(rule, 0L);
    }

    /** Whether no error was found; warnings may be there. */
    public boolean isClean() {
        return count(Severity.ERROR) == 0;
    }

    /** The violations of one rule that were kept. */
    public List<Violation> of(String rule) {
        return violations.stream().filter(v -> v.rule().equals(rule)).toList();
    }
}
