package vn.diaba.exchange.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.map.crs.CrsCatalog;
import vn.diaba.map.crs.CrsException;

/** Small wards at VN-2000 / TM-3 105-45 coordinates, sheet 12 of commune 25747, for papers to be made from. */
final class Wards {
    /** Added to all coordinates. */
    static final double EAST = 605_000;

    static final double NORTH = 1_213_000;

    private final FabricBuilder builder;
    private int count;
    private Draft.@Nullable Holder holder;

    private Wards(int parcels) {
        builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(parcels), 0);
    }

    /**
     * Parcel 125 of 251.3 m² (10.00 m wide, 25.13 m deep) and 245.8 m² per the papers, two neighbours in the row, one
     * behind it, and a street (number 90) in front. 125's corners from the north-west: (0, 25.13), (10, 25.13), (10, 0),
     * (0, 0).
     */
    static Fabric street() {
        Wards ward = new Wards(5);
        ward.add("125", facts("ODT", "245.8"), "0 0, 10 0, 10 25.13, 0 25.13, 0 0");
        ward.add("124", facts("ODT", null), "-9 0, 0 0, 0 25.13, -9 25, -9 0");
        ward.add("126", facts("ODT", null), "10 0, 22 0, 22 25, 10 25.13, 10 0");
        ward.add("130", facts("CLN", null), "0 25.13, 10 25.13, 22 25, 22 50, -9 50, -9 25, 0 25.13");
        ward.add("90", facts("DGT", null), "-60 -8, 60 -8, 60 0, 22 0, 10 0, 0 0, -9 0, -60 0, -60 -8");
        return ward.fabric();
    }

    /** One parcel (number 3) with this address and this land user, identity number 999999999999. */
    static Fabric of(String address, String landUser) {
        Wards ward = new Wards(1);
        ward.holder = new Draft.Holder(landUser, "999999999999", "GDC");
        ParcelFacts plain = facts("ODT", null);
        ParcelFacts facts = new ParcelFacts(
                "w3gv2b1c9d8e", "", plain.landUses(), List.of(), null, ParcelState.FROZEN, "", "", address, Map.of());
        ward.add("3", facts, "0 0, 10 0, 10 20, 0 20, 0 0");
        return ward.fabric();
    }

    /** A 30 m square (number 1) around a 10 m square (number 2). */
    static Fabric withHole() {
        Wards ward = new Wards(2);
        ward.add("1", facts("LUC", null), "0 0, 30 0, 30 30, 0 30, 0 0", "10 10, 20 10, 20 20, 10 20, 10 10");
        ward.add("2", facts("NTS", null), "10 10, 20 10, 20 20, 10 20, 10 10");
        return ward.fabric();
    }

    /** One parcel (number 7) with so many corners on a circle of this radius, nobody around. */
    static Fabric round(int corners, double radius) {
        Wards ward = new Wards(1);
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i <= corners; i++) {
            double angle = 2 * Math.PI * (i % corners) / corners;
            ring.append(i == 0 ? "" : ", ")
                    .append(radius * Math.cos(angle))
                    .append(' ')
                    .append(radius * Math.sin(angle));
        }
        ward.add("7", facts("LUC", null), ring.toString());
        return ward.fabric();
    }

    /** Columns × rows of lots 10 m × 25 m that share their corners, numbered row by row from 1. */
    static Fabric lots(int columns, int rows) {
        Wards ward = new Wards(columns * rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                String ring = lot(column, row) + ", " + lot(column + 1, row) + ", " + lot(column + 1, row + 1) + ", "
                        + lot(column, row + 1) + ", " + lot(column, row);
                ward.add("" + (row * columns + column + 1), facts("ODT", "250"), ring);
            }
        }
        return ward.fabric();
    }

    /** Lot corners a little off a straight grid. */
    private static String lot(int column, int row) {
        return (10 * column + (7 * row + 3 * column) % 5 * 0.31) + " " + (25 * row + (5 * column + 2 * row) % 7 * 0.23);
    }

    private void add(String number, ParcelFacts facts, String... rings) {
        count++;
        StringBuilder wkt = new StringBuilder("POLYGON (");
        for (int i = 0; i < rings.length; i++) {
            wkt.append(i == 0 ? "(" : ", (").append(rings[i]).append(')');
        }
        try {
            Geometry shape = new WKTReader().read(wkt.append(')').toString());
            Polygon polygon = (Polygon) shape;
            List<Draft.DraftRing> drawn = new ArrayList<>();
            drawn.add(new Draft.DraftRing(pairs(polygon.getExteriorRing()), true));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                drawn.add(new Draft.DraftRing(pairs(polygon.getInteriorRingN(h)), false));
            }
            builder.add(new Draft(
                    count, ParcelSet.SURVEYED, new ParcelNumber("25747", "12", number), facts, drawn, holder));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt.toString(), e);
        }
    }

    static ParcelFacts facts(String use, @Nullable String legalArea) {
        return new ParcelFacts(
                "",
                "",
                LandUse.parse(use),
                legalArea == null ? List.of() : LandUse.parse(use),
                legalArea == null ? null : LegalArea.parse(legalArea),
                ParcelState.NORMAL,
                "5",
                "88",
                "Số 17 đường Nguyễn Trãi, khu phố 3",
                Map.of());
    }

    private Fabric fabric() {
        return Fabric.empty()
                .apply(ChangeSet.planned(
                        new UUID(1, 1), "add-parcels", builder.build().changes()));
    }

    private static double[] pairs(LinearRing ring) {
        Coordinate[] coordinates = ring.getCoordinates();
        double[] xy = new double[2 * coordinates.length];
        for (int i = 0; i < coordinates.length; i++) {
            xy[2 * i] = EAST + coordinates[i].x;
            xy[2 * i + 1] = NORTH + coordinates[i].y;
        }
        return xy;
    }

    /** What a test office adds to its extracts. */
    static ExtractFacts office() {
        try {
            return new ExtractFacts(
                    "Chi nhánh Văn phòng đăng ký đất đai khu vực 5",
                    "phường Thủ Dầu Một, Thành phố Hồ Chí Minh",
                    "",
                    CrsCatalog.standard().byCode(9210),
                    42,
                    LocalDate.of(2026, 2, 5),
                    "Trần Thị Ánh Nguyệt");
        } catch (CrsException e) {
            throw new IllegalStateException(e);
        }
    }
}
