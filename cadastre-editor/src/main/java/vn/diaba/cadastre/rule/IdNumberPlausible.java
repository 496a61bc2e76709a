package vn.diaba.cadastre.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.Party;
import vn.diaba.cadastre.model.Right;

/**
 * The identity number of a land user has the form of one: see {@link IdNumber}. The number itself is never told. The
 * argument is whether its length is wrong.
 */
record IdNumberPlausible(Tolerances tolerances, IdNumber form) implements LookRule {
    @Override
    public String id() {
        return "id-number-plausible";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        Set<UUID> wrong = new HashSet<>();
        Set<UUID> misshapen = new HashSet<>();
        look.fabric.forEachRecord(entry -> {
            if (entry instanceof Party party && !party.idNumber().isEmpty()) {
                IdNumber.Fault fault = form.faultOf(party.idNumber());
                if (fault != IdNumber.Fault.NONE) {
                    wrong.add(party.id());
                }
                if (fault == IdNumber.Fault.FORM) {
                    misshapen.add(party.id());
                }
            }
        });
        if (wrong.isEmpty()) {
            return;
        }
        ParcelCursor cursor = look.fabric.cursor();
        look.touched().stream().forEach(slot -> {
            cursor.at(slot);
            for (Right right : look.fabric.rightsOf(cursor.id())) {
                if (wrong.contains(right.party())) {
                    into.add(Found.at(cursor.position(0, 0), List.of(cursor.id()))
                            .with(misshapen.contains(right.party())));
                }
            }
        });
    }
}
