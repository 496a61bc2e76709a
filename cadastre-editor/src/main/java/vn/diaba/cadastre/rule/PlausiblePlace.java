package vn.diaba.cadastre.rule;

import java.util.List;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.measure.Tolerances;

/**
 * A parcel lies where land of the project CRS can be: another place tells of exchanged axes or of another central
 * meridian. Nothing is said where the CRS does not tell.
 */
record PlausiblePlace(Tolerances tolerances, Surround around) implements LookRule {
    @Override
    public String id() {
        return "plausible-place";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        Extent reach = around.plausible();
        if (reach == null) {
            return;
        }
        Outline room = look.outlines.room();
        look.touched().stream().forEach(slot -> {
            Outline o = look.outlines.read(slot, room);
            for (int i = 0; i < o.size; i++) {
                boolean in = o.x(i) > reach.west()
                        && o.x(i) < reach.east()
                        && o.y(i) > reach.south()
                        && o.y(i) < reach.north();
                if (!in) {
                    into.add(Found.at(o.place(i), List.of(o.id())).with(o.x(i), o.y(i)));
                    return;
                }
            }
        });
    }
}
