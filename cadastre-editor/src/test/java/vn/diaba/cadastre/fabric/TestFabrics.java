package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;

/** Small fabrics for tests, by name. Parcels are numbered 1, 2, … on sheet 1 in the order given. */
public final class TestFabrics {
    private TestFabrics() {}

    /** Two 10 m × 10 m parcels side by side: number 1 in the west, 2 in the east. */
    public static Fabric twoNeighbours() {
        return fromWkt("POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "POLYGON ((10 0, 20 0, 20 10, 10 10, 10 0))");
    }

    /** A 30 m square with a 10 m square hole, and the parcel that fills it. */
    public static Fabric withHole() {
        return fromWkt(
                "POLYGON ((0 0, 30 0, 30 30, 0 30, 0 0), (10 10, 10 20, 20 20, 20 10, 10 10))",
                "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))");
    }

    /** One wide parcel below two narrow ones; the corner between these lies on the wide one's side, as its corner. */
    public static Fabric withTJunction() {
        return fromWkt(
                "POLYGON ((0 0, 20 0, 20 10, 10 10, 0 10, 0 0))",
                "POLYGON ((0 10, 10 10, 10 20, 0 20, 0 10))",
                "POLYGON ((10 10, 20 10, 20 20, 10 20, 10 10))");
    }

    /** Columns × rows of 10 m squares, numbered row by row from the south-west. */
    public static Fabric grid(int columns, int rows) {
        List<String> squares = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int e = 10 * column;
                int n = 10 * row;
                squares.add("POLYGON ((%d %d, %d %d, %d %d, %d %d, %d %d))"
                        .formatted(e, n, e + 10, n, e + 10, n + 10, e, n + 10, e, n));
            }
        }
        return fromWkt(squares.toArray(new String[0]));
    }

    /** Polygons and multipolygons as surveyed parcels; points equal on the grid are shared corners. */
    public static Fabric fromWkt(String... shapes) {
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(shapes.length), 0);
        for (int i = 0; i < shapes.length; i++) {
            builder.add(draft(i + 1, shapes[i]));
        }
        return Fabric.empty()
                .apply(ChangeSet.planned(
                        new UUID(1, 1), "add-parcels", builder.build().changes()));
    }

    /** A surveyed draft of record {@code n}, sheet 1, number {@code n}, land use ODT. */
    public static Draft draft(int n, String wkt) {
        try {
            Geometry shape = new WKTReader().read(wkt);
            List<Draft.DraftRing> rings = new ArrayList<>();
            for (int g = 0; g < shape.getNumGeometries(); g++) {
                Polygon polygon = (Polygon) shape.getGeometryN(g);
                rings.add(new Draft.DraftRing(pairs(polygon.getExteriorRing()), true));
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    rings.add(new Draft.DraftRing(pairs(polygon.getInteriorRingN(h)), false));
                }
            }
            return new Draft(n, ParcelSet.SURVEYED, new ParcelNumber("", "1", "" + n), facts("" + n), rings, null);
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    private static ParcelFacts facts(String source) {
        return new ParcelFacts(
                "",
                source,
                LandUse.parse("ODT"),
                List.of(),
                null,
                ParcelState.NORMAL,
                "",
                "",
                "",
                Map.of("ghi_chu", "thửa " + source));
    }

    private static double[] pairs(LinearRing ring) {
        Coordinate[] coordinates = ring.getCoordinates();
        double[] xy = new double[2 * coordinates.length];
        for (int i = 0; i < coordinates.length; i++) {
            xy[2 * i] = coordinates[i].x;
            xy[2 * i + 1] = coordinates[i].y;
        }
        return xy;
    }

    /** The live parcel with a number on sheet 1. */
    public static Parcel byNumber(Fabric fabric, String number) {
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if (fabric.cursor().at(slot)
                    && fabric.parcelAt(slot).number().number().equals(number)) {
                return fabric.parcelAt(slot);
            }
        }
        throw new IllegalArgumentException("no live parcel numbered " + number);
    }

    /** All live parcels, in no order. */
    public static List<Parcel> live(Fabric fabric) {
        Extent all = fabric.index().extent().orElse(new Extent(0, 0, 0, 0));
        List<ParcelId> ids = fabric.index().parcelsIn(all);
        return ids.stream().map(fabric::parcel).toList();
    }
}
