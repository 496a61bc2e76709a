package vn.diaba.cadastre.sample;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Point;
import vn.diaba.cadastre.measure.EastNorth;

/** Small parcels wholly inside another: family graves among the rice, ponds and shrines in orchards. */
final class Enclaves {
    private static final int CORNERS = 6;
    private static final double INTO_METRES = 0.5;

    private final Drawing drawing;

    Enclaves(Drawing drawing) {
        this.drawing = drawing;
    }

    /** One in about every fifty fields and orchards large enough. */
    void add() {
        for (Plot plot : List.copyOf(drawing.plots)) {
            boolean open = plot.kind == Plot.Kind.FIELD || plot.kind == Plot.Kind.ORCHARD;
            if (open && plot.area() > 700 && drawing.chance(0.02)) {
                enclave(plot);
            }
        }
    }

    private void enclave(Plot plot) {
        Point middle = MaximumInscribedCircle.getCenter(plot.polygon(), INTO_METRES);
        double room = middle.distance(plot.polygon().getExteriorRing());
        double radius = room * drawing.between(0.22, 0.38);
        double turn = drawing.between(0, 1);
        List<EastNorth> ring = new ArrayList<>();
        for (int k = 0; k < CORNERS; k++) {
            double angle = 2 * Math.PI * (k + turn) / CORNERS;
            double reach = radius * drawing.between(0.85, 1.15);
            ring.add(Chain.point(middle.getX() + reach * Math.cos(angle), middle.getY() + reach * Math.sin(angle)));
        }
        plot.holes.add(ring);
        String use = plot.kind == Plot.Kind.FIELD ? "NTD" : drawing.chance(0.5) ? "NTS" : "TIN";
        String title = use.equals("TIN") ? "Miếu Bà Ngũ Hành" : "";
        boolean pond = use.equals("NTS");
        drawing.plots.add(new Plot(pond ? Plot.Kind.FIELD : Plot.Kind.PUBLIC, use, title, plot.former, ring));
    }
}
