package vn.diaba.cadastre.sample;

import java.util.Optional;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A side of a plot seen from its inside: a place where something is planned. Immutable, valid until the plot's outline
 * changes.
 *
 * @param plot whose side it is
 * @param index of the side's first point in the outline
 * @param neighbour the plot across, none on the ward's border
 */
record Site(Plot plot, int index, Optional<Plot> neighbour) {
    static Site of(Plot plot, int index, Sides sides) {
        EastNorth a = plot.ring.get(index);
        EastNorth b = plot.ring.get((index + 1) % plot.ring.size());
        return new Site(plot, index, sides.across(plot, a, b));
    }

    /** The side's first point in the order of the outline. */
    EastNorth a() {
        return plot.ring.get(index);
    }

    /** Its second point. */
    EastNorth b() {
        return plot.ring.get((index + 1) % plot.ring.size());
    }

    /** The point before the first. */
    EastNorth before() {
        return plot.ring.get((index + plot.ring.size() - 1) % plot.ring.size());
    }

    /** The point after the second. */
    EastNorth after() {
        return plot.ring.get((index + 2) % plot.ring.size());
    }

    double length() {
        return a().distanceTo(b());
    }

    /** The position at a share of the side, so many metres out of the plot (into it when negative). */
    EastNorth at(double share, double outMetres) {
        double de = b().east() - a().east();
        double dn = b().north() - a().north();
        double out = outMetres / length() * (Turn.of(plot.ring) > 0 ? 1 : -1);
        return new EastNorth(a().east() + share * de + out * dn, a().north() + share * dn - out * de);
    }
}
