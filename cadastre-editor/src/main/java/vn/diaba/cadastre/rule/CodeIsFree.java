package vn.diaba.cadastre.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelSet;

/**
 * No permanent code stands for two parcels of one set, retired ones included: a code is made once and never given again.
 * A parcel without a code is no fault. The argument is the code.
 */
record CodeIsFree(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "code-is-free";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public void check(Look look, Findings into) {
        if (!look.comparesNumbers()) {
            return;
        }
        ParcelCursor cursor = look.fabric.cursor();
        Set<String> suspects = suspects(look, cursor);
        if (suspects.isEmpty()) {
            return;
        }
        Map<String, List<Parcel>> holders = new HashMap<>();
        for (int slot = 0; slot < look.fabric.parcelSlots(); slot++) {
            cursor.at(slot);
            if (cursor.isThere() && suspects.contains(cursor.code())) {
                Parcel parcel = look.fabric.parcelAt(slot);
                holders.computeIfAbsent(cursor.code(), code -> new ArrayList<>())
                        .add(parcel);
            }
        }
        holders.forEach((code, parcels) -> {
            for (ParcelSet set : ParcelSet.values()) {
                List<ParcelId> ids = parcels.stream()
                        .filter(parcel -> parcel.set() == set)
                        .map(Parcel::id)
                        .toList();
                ids.stream()
                        .map(look.fabric::slotOf)
                        .filter(look.touched()::get)
                        .findFirst()
                        .filter(slot -> ids.size() > 1)
                        .ifPresent(slot -> into.add(
                                Found.at(look.outline(slot).place(0), ids).with(code)));
            }
        });
    }

    /** The codes of touched parcels; of all land, those that occur twice. */
    private static Set<String> suspects(Look look, ParcelCursor cursor) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        if (!look.isWhole()) {
            look.touched().stream().forEach(slot -> {
                cursor.at(slot);
                seen.add(cursor.code());
            });
            seen.remove("");
            return seen;
        }
        for (int slot = 0; slot < look.fabric.parcelSlots(); slot++) {
            cursor.at(slot);
            String code = cursor.isThere() ? cursor.code() : "";
            if (!code.isEmpty() && !seen.add(code)) {
                twice.add(code);
            }
        }
        return twice;
    }
}
