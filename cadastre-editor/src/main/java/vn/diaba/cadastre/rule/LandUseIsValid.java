package vn.diaba.cadastre.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.LandUse;

/**
 * The uses of a parcel as surveyed are codes in force on the day asked for, and none stands for a group. Uses per the
 * papers stay as they were written and are not judged. Without a list for that day nothing is said. The arguments are the
 * code, whether it stands for a group, whether it is in force on other
 * days only, and whether it is in no list.
 */
record LandUseIsValid(Tolerances tolerances, Map<String, RuleData.UseCode> codes, Set<String> ever)
        implements LookRule {
    @Override
    public String id() {
        return "land-use-is-valid";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        if (codes.isEmpty()) {
            return;
        }
        Map<String, Optional<String>> wrong = new HashMap<>();
        ParcelCursor cursor = look.fabric.cursor();
        look.touched().stream().forEach(slot -> {
            cursor.at(slot);
            String uses = cursor.landUse();
            Optional<String> code = wrong.computeIfAbsent(uses, this::firstWrong);
            if (code.isPresent()) {
                boolean isGroup = codes.containsKey(code.get());
                into.add(Found.at(cursor.position(0, 0), List.of(cursor.id()))
                        .with(code.get(), isGroup, !isGroup && ever.contains(code.get()), !ever.contains(code.get())));
            }
        });
    }

    private Optional<String> firstWrong(String uses) {
        return LandUse.parse(uses).stream()
                .map(LandUse::code)
                .filter(code -> codes.get(code) == null || codes.get(code).isGroup())
                .findFirst();
    }
}
