package vn.diaba.cadastre.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Tolerances;

/**
 * A parcel lies in its commune, but for what the map's scale cannot show. Communes whose outline is not known are left
 * alone.
 */
record InsideCommune(Tolerances tolerances, Surround around) implements LookRule {
    @Override
    public String id() {
        return "inside-commune";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        if (around.communes().isEmpty()) {
            return;
        }
        Map<String, PreparedGeometry> prepared = new HashMap<>();
        ParcelCursor cursor = look.fabric.cursor();
        double limit = tolerances.frameMetres(tolerances.mapScale());
        look.touched().stream().forEach(slot -> {
            cursor.at(slot);
            Optional<String> commune = around.findCommune(cursor.commune());
            if (commune.isEmpty()) {
                return;
            }
            Geometry land = look.shapes.land(slot);
            PreparedGeometry outline = prepared.computeIfAbsent(
                    commune.get(),
                    code -> PreparedGeometryFactory.prepare(around.communes().get(code)));
            if (land.isEmpty() || outline.covers(land)) {
                return;
            }
            Geometry outside = OverlayNGRobust.overlay(land, outline.getGeometry(), OverlayNG.DIFFERENCE);
            double metres = outside.isEmpty() ? 0 : Width.ofMetres(outside);
            if (metres > limit && outside.getArea() > tolerances.overlapAreaSquareMetres()) {
                into.add(Found.over(outside, metres, List.of(look.id(slot))));
            }
        });
    }
}
