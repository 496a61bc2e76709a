package vn.diaba.cadastre.rule;

import java.util.List;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import vn.diaba.cadastre.measure.Tolerances;

/**
 * A hole in a parcel is filled by another parcel. The hole as it stands open is also a gap; this names the parcel it
 * was cut from.
 */
record HolesAreFilled(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "holes-are-filled";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        List<Gap> gaps = look.gaps();
        for (Gap gap : gaps) {
            Coordinate inside = gap.shape().getInteriorPoint().getCoordinate();
            gap.parcels().stream().forEach(slot -> {
                Outline o = look.outline(slot);
                for (int r = 0; r < o.rings; r++) {
                    if (!o.shell[r] && PointLocation.isInRing(inside, o.ring(r).getCoordinates())) {
                        into.add(Found.over(gap.shape(), Width.ofMetres(gap.shape()), List.of(look.id(slot))));
                    }
                }
            });
        }
    }
}
