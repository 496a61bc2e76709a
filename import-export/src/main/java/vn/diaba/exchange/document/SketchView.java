package vn.diaba.exchange.document;

import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.map.view.MapScale;
import vn.diaba.map.view.Viewport;

/** The window of a sketch onto the land, about the middle of a parcel; paper in millimetres right and down. Immutable. */
record SketchView(Viewport window, double widthMm, double heightMm, double metresPerMm) {
    static SketchView of(Extent parcel, PageLayout layout) {
        EastNorth middle = parcel.centre();
        PageLayout.Box frame = layout.sketch();
        return new SketchView(
                new Viewport(
                        middle.east(),
                        middle.north(),
                        new MapScale(layout.denominator()).metresPerPixel(72),
                        frame.width() * PaperFonts.PT,
                        frame.height() * PaperFonts.PT),
                frame.width(),
                frame.height(),
                layout.denominator() / 1000.0);
    }

    double x(double east) {
        return widthMm / 2 + (east - window.centreEast()) / metresPerMm;
    }

    double y(double north) {
        return heightMm / 2 - (north - window.centreNorth()) / metresPerMm;
    }

    double east(double x) {
        return window.centreEast() + (x - widthMm / 2) * metresPerMm;
    }

    double north(double y) {
        return window.centreNorth() - (y - heightMm / 2) * metresPerMm;
    }

    /** A ring as x, y pairs on paper. */
    double[] ring(ParcelExtract.BoundaryRing ring) {
        double[] xy = new double[2 * ring.points().size()];
        for (int i = 0; i < ring.points().size(); i++) {
            EastNorth place = ring.points().get(i).position();
            xy[2 * i] = x(place.east());
            xy[2 * i + 1] = y(place.north());
        }
        return xy;
    }
}
