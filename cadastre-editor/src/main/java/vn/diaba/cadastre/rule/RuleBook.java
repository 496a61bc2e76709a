package vn.diaba.cadastre.rule;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.progress.Progress;

/**
 * The rules of an office in their order, with how much each weighs there, and the verdict on an edit. Immutable; safe for
 * all threads.
 */
public final class RuleBook {
    /** As many violations of one rule are kept; the rest are counted. */
    public static final int KEPT = 10_000;

    private final RuleData data;
    private final LocalDate asOf;
    private final Tolerances tolerances;
    private final List<LookRule> rules;
    private final Map<String, Severity> severities;

    private RuleBook(RuleBook other, List<LookRule> rules, Map<String, Severity> severities) {
        data = other.data;
        asOf = other.asOf;
        tolerances = other.tolerances;
        this.rules = rules;
        this.severities = severities;
    }

    private RuleBook(RuleData data, LocalDate asOf, Tolerances tolerances, Surround around) {
        this.data = data;
        this.asOf = asOf;
        this.tolerances = tolerances;
        rules = rules(data, asOf, tolerances, around);
        Map<String, Severity> weights = new HashMap<>();
        data.weights(asOf).forEach((rule, row) -> weights.put(rule, row.severity()));
        severities = Map.copyOf(weights);
    }

    /** The rules that this version knows, with the severities they come with; no code lists, nothing around the land. */
    public static RuleBook standard(Tolerances tolerances) {
        return new RuleBook(RuleData.NONE, LocalDate.MAX, tolerances, Surround.NONE);
    }

    /**
     * The rules as an office has them on a day.
     *
     * @param data the office's rows
     * @param asOf the day whose law counts: today for new work, the day of the survey for old land
     * @param around frames, communes and the reach of the CRS, as far as they are known
     */
    public static RuleBook of(RuleData data, LocalDate asOf, Surround around) {
        return new RuleBook(data, asOf, data.tolerances(asOf), around);
    }

    private static List<LookRule> rules(RuleData data, LocalDate asOf, Tolerances limits, Surround around) {
        return List.of(
                new RingIsSimple(limits),
                new NoOverlap(limits),
                new NoGap(limits),
                new EdgesMatch(limits),
                new CornersApart(limits),
                new NoDuplicate(limits),
                new NoSliver(limits),
                new NoSpike(limits),
                new MinimumEdge(limits),
                new HolesAreFilled(limits),
                new InsideSheet(limits, around),
                new InsideCommune(limits, around),
                new NumberIsUnique(limits),
                new CodeIsFree(limits),
                new AreaAgrees(limits),
                new LandUseIsValid(limits, data.landUses(asOf), data.landUsesEver()),
                new UsesSumToArea(limits),
                new PlausiblePlace(limits, around),
                new NotFrozen(limits),
                new SharesSumToOne(limits),
                new IdNumberPlausible(limits, new IdNumber(data.birthPlaces(asOf), asOf)),
                new LabelInParcel(limits));
    }

    /** The day whose law counts. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Which edition of the office's data this is; "" for none. */
    public String version() {
        return data.version();
    }

    /** Where a rule stands in law, as people cite it; "" where it is custom of the trade. */
    public String legalSource(String rule) {
        RuleData.Weight row = data.weights(asOf).get(rule);
        return row == null ? "" : row.basis().legalSource();
    }

    /**
     * A copy in which a rule weighs otherwise. What the rule itself takes more lightly (a hole that may be a lake, a
     * missing number) never comes to weigh more by this.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public RuleBook withSeverity(String rule, Severity severity) {
        severity(rule);
        Map<String, Severity> more = new HashMap<>(severities);
        more.put(rule, severity);
        return new RuleBook(this, rules, Map.copyOf(more));
    }

    /**
     * A copy with only some of the rules, in the book's order.
     *
     * @throws IllegalArgumentException if there is no rule of one of the ids
     */
    public RuleBook only(List<String> ids) {
        ids.forEach(this::severity);
        return new RuleBook(
                this, rules.stream().filter(rule -> ids.contains(rule.id())).toList(), severities);
    }

    /** The limits the rules measure against. */
    public Tolerances tolerances() {
        return tolerances;
    }

    /** Ids of the rules in their order. */
    public List<String> ids() {
        return rules.stream().map(TopologyRule::id).toList();
    }

    /**
     * How much a rule weighs here.
     *
     * @throws IllegalArgumentException if there is no such rule
     */
    public Severity severity(String rule) {
        return rules.stream()
                .filter(r -> r.id().equals(rule))
                .map(r -> severities.getOrDefault(rule, r.severity()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule " + rule));
    }

    /** Runs all rules; see {@link #check(Fabric, Scope, Progress)}. */
    public CheckReport check(Fabric fabric, Scope scope) {
        return check(fabric, scope, Progress.NONE);
    }

    /**
     * Runs all rules. The land stays as it is.
     *
     * @param fabric the land
     * @param scope where to look
     * @param progress told after each rule, asked before it whether to stop
     * @return what was found; the ids of a run over a window count the faults of the same parcels in that window only
     */
    public CheckReport check(Fabric fabric, Scope scope, Progress progress) {
        long start = System.nanoTime();
        long cpuStart = cpuNanos();
        Look look = new Look(fabric, scope, tolerances);
        List<Violation> violations = new ArrayList<>();
        Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
        Map<String, Long> byRule = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            bySeverity.put(severity, 0L);
        }
        for (int i = 0; i < rules.size(); i++) {
            progress.checkCancelled();
            LookRule rule = rules.get(i);
            Findings findings = new Findings(rule.id(), rule.severity(), severity(rule.id()), KEPT);
            rule.check(look, findings);
            violations.addAll(findings.violations());
            findings.counts().forEach((severity, n) -> bySeverity.merge(severity, n, Long::sum));
            byRule.put(
                    rule.id(),
                    findings.counts().values().stream().mapToLong(n -> n).sum());
            progress.done(i + 1L, rules.size());
        }
        return new CheckReport(
                violations,
                Collections.unmodifiableMap(bySeverity),
                Collections.unmodifiableMap(byRule),
                (System.nanoTime() - start) / 1e9,
                (cpuNanos() - cpuStart) / 1e9);
    }

    /**
     * What an act does that no act may, however sound the land it gives: changes to frozen parcels.
     *
     * @param before the land the act starts from
     * @param after the land it gives
     */
    public List<Violation> check(Fabric before, Fabric after, ChangeSet act) {
        List<Violation> violations = new ArrayList<>();
        for (LookRule rule : rules) {
            if (rule instanceof NotFrozen frozen) {
                Findings findings = new Findings(rule.id(), rule.severity(), severity(rule.id()), KEPT);
                frozen.check(before, after, act, findings);
                violations.addAll(findings.violations());
            }
        }
        return violations;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The errors an edit brings; see {@link #newErrors(CheckReport, CheckReport, UnaryOperator)}. */
    public List<Violation> newErrors(CheckReport before, CheckReport after) {
        return newErrors(before, after, UnaryOperator.identity());
    }

    /**
     * The errors of a later run that an earlier one of the same scope did not have: of a rule and parcels without an
     * error before, or grown in area, width or number. Part of a hole that was there before is not a new hole, whatever
     * parcels now lie around it.
     *
     * @param before the land as it was
     * @param after the land as it would be
     * @param ancestor what a parcel counts as, so that the parts of a divided parcel, or one put together, inherit its
     *     faults; the parcel itself where nothing else is known
     * @return in the order of the later report
     */
    public List<Violation> newErrors(CheckReport before, CheckReport after, UnaryOperator<ParcelId> ancestor) {
        return new Verdict(tolerances, ancestor).newErrors(before.violations(), after.violations());
    }
}
