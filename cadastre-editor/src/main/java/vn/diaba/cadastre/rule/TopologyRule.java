package vn.diaba.cadastre.rule;

import java.util.List;
import vn.diaba.cadastre.fabric.Fabric;

/** One demand on land. Implementations are immutable and never change what they look at. */
public interface TopologyRule {
    /** The rule's permanent id, kebab-case. */
    String id();

    /** How much its violations weigh unless the office says otherwise. */
    Severity severity();

    /**
     * Looks for faults.
     *
     * @param fabric the land
     * @param scope where to look
     * @return what was found, ordered by parcels and place; a bad shape never stops the run
     */
    List<Violation> check(Fabric fabric, Scope scope);
}
