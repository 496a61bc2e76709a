package vn.diaba.cadastre.edit;

import java.util.List;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Violation;

/** Tells what is wrong with land; the session's view of the rule book. */
@FunctionalInterface
public interface Judge {
    /** All violations in a scope, in no order. */
    List<Violation> violations(Fabric fabric, Scope scope);
}
