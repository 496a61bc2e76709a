package vn.diaba.cadastre.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;

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
        Map<UUID, IdNumber.Fault> known = new HashMap<>();
        ParcelCursor cursor = look.fabric.cursor();
        look.touched().stream().forEach(slot -> {
            cursor.at(slot);
            for (Right right : look.fabric.rightsOf(cursor.id())) {
                IdNumber.Fault fault = known.computeIfAbsent(right.party(), party -> faultOf(look, party));
                if (fault != IdNumber.Fault.NONE) {
                    into.add(Found.at(cursor.position(0, 0), List.of(cursor.id()))
                            .with(fault == IdNumber.Fault.FORM));
                }
            }
        });
    }

    private IdNumber.Fault faultOf(Look look, UUID id) {
        return look.fabric.findRecord(id).orElse(null) instanceof Party party
                        && !party.idNumber().isEmpty()
                ? form.faultOf(party.idNumber())
                : IdNumber.Fault.NONE;
    }
}
