package vn.diaba.cadastre.rule;

import java.util.List;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Tolerances;

/** A rule that shares its look at the land with others, so that what several need is worked out once. */
interface LookRule extends TopologyRule {
    /** The limits it measures against. */
    Tolerances tolerances();

    /** Looks for faults and hands each one in. */
    void check(Look look, Findings into);

    @Override
    default List<Violation> check(Fabric fabric, Scope scope) {
        Findings findings = new Findings(id(), severity(), severity(), Integer.MAX_VALUE);
        check(new Look(fabric, scope, tolerances()), findings);
        return findings.violations();
    }
}
