package vn.diaba.cadastre.rule;

import java.util.List;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Tolerances;

/**
 * The area per the papers is that of the outline, but for what a survey may differ. A warning always, for no rule of
 * law states a limit today. The arguments are the legal area and the area of the outline in square metres.
 */
record AreaAgrees(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "area-agrees";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        Outline room = look.outlines.room();
        ParcelCursor cursor = look.fabric.cursor();
        look.touched().stream().forEach(slot -> {
            cursor.at(slot);
            long tenths = cursor.legalTenths();
            if (tenths >= 0) {
                Outline o = look.outlines.read(slot, room);
                double area = look.shapes.squareMetres(o);
                double legal = tenths / 10.0;
                if (Math.abs(area - legal) > tolerances.areaDifference(Math.max(area, legal))) {
                    into.add(Found.at(o.place(0), List.of(o.id()))
                            .sized(Math.abs(area - legal), Double.NaN)
                            .with(legal, area));
                }
            }
        });
    }
}
