package vn.diaba.cadastre.rule;

import java.util.List;
import vn.diaba.cadastre.measure.Tolerances;

/**
 * No ring goes out and back: no inner or outer angle at a corner is smaller than stated. The argument is the angle in
 * degrees.
 */
record NoSpike(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "no-spike";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        double limit = Math.cos(Math.toRadians(tolerances.spikeDegrees()));
        look.forEachSubject(o -> {
            for (int i = 0; i < o.size; i++) {
                int corner = o.next[i];
                int to = o.next[corner];
                double ax = o.x(i) - o.x(corner);
                double ay = o.y(i) - o.y(corner);
                double bx = o.x(to) - o.x(corner);
                double by = o.y(to) - o.y(corner);
                double dot = ax * bx + ay * by;
                if (dot > 0 && look.seesCorner(o, corner)) {
                    double cosine = dot / Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
                    if (cosine > limit) {
                        double degrees = Math.toDegrees(Math.atan2(Math.abs(ax * by - ay * bx), dot));
                        into.add(Found.at(o.place(corner), List.of(o.id())).with(degrees));
                    }
                }
            }
        });
    }
}
