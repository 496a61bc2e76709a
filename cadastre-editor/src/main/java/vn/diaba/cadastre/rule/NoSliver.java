package vn.diaba.cadastre.rule;

import java.util.List;
import vn.diaba.cadastre.measure.Tolerances;

/**
 * A parcel has an area worth the name and is not a mere strip. The shape index is 4πA/P², 1 for a circle. The argument
 * is the shape index.
 */
record NoSliver(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "no-sliver";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        Outline room = look.outlines.room();
        look.touched().stream().forEach(slot -> {
            Outline o = look.outlines.read(slot, room);
            double area = look.shapes.squareMetres(o);
            double perimeter = 0;
            for (int i = 0; i < o.size; i++) {
                perimeter += o.lengthOf(i);
            }
            double index = 4 * Math.PI * area / (perimeter * perimeter);
            if (area < tolerances.sliverAreaSquareMetres() || index < tolerances.sliverShapeIndex()) {
                into.add(Found.at(o.place(0), List.of(o.id()))
                        .sized(area, Double.NaN)
                        .with(index));
            }
        });
    }
}
