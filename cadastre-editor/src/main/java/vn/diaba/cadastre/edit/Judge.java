package vn.diaba.cadastre.edit;

import java.util.List;
import java.util.function.UnaryOperator;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.CheckReport;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Scope;
import vn.diaba.cadastre.rule.Violation;

/** Tells what is wrong with land and what an act makes worse; the session's view of the rule book. */
public interface Judge {
    /** All violations in a scope. */
    CheckReport check(Fabric fabric, Scope scope);

    /** The errors of a later check that an earlier one of the same scope did not have, or that grew. */
    List<Violation> newErrors(CheckReport before, CheckReport after, UnaryOperator<ParcelId> ancestor);

    /** What an act does that no act may, whatever land it gives. */
    default List<Violation> check(Fabric before, Fabric after, ChangeSet act) {
        return List.of();
    }

    /** A rule book as judge. */
    static Judge of(RuleBook book) {
        return new Judge() {
            @Override
            public CheckReport check(Fabric fabric, Scope scope) {
                return book.check(fabric, scope);
            }

            @Override
            public List<Violation> newErrors(CheckReport before, CheckReport after, UnaryOperator<ParcelId> ancestor) {
                return book.newErrors(before, after, ancestor);
            }

            @Override
            public List<Violation> check(Fabric before, Fabric after, ChangeSet act) {
                return book.check(before, after, act);
            }
        };
    }
}
