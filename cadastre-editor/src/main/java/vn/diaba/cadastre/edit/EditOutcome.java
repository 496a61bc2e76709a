package vn.diaba.cadastre.edit;

import java.util.List;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.rule.Violation;

/** What came of a request for change. */
public sealed interface EditOutcome {
    /**
     * It is done and lasts.
     *
     * @param changes the act as journaled
     * @param fabric the land after it
     * @param violations faults in the act's neighbourhood that were not there before; none is an error unless it was
     *     waived or the act is one that is never declined
     */
    record Applied(ChangeSet changes, Fabric fabric, List<Violation> violations) implements EditOutcome {}

    /**
     * It would bring new errors, or make one grow; nothing was changed.
     *
     * @param violations the new errors
     */
    record Rejected(List<Violation> violations) implements EditOutcome {}

    /**
     * It has no meaning for this land; nothing was changed.
     *
     * @param code why, kebab-case and permanent
     * @param arguments for the sentence
     */
    record Impossible(String code, List<Object> arguments) implements EditOutcome {}
}
