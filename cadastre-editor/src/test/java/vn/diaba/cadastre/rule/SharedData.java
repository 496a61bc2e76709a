package vn.diaba.cadastre.rule;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Draft;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.FabricBuilder;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;

/** Reads the shared data sets' parcels with as little as will do; the readers of the program are tested elsewhere. */
public final class SharedData {
    private static final int ENVELOPE_BITS_AT = 1;

    private SharedData() {}

    /** The folder of shared data beside the checkout. */
    static Path folder() {
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            for (Path beside : List.of(at.resolve("../shared/data"), at.resolve("shared/data"))) {
                if (Files.isDirectory(beside)) {
                    return beside.normalize();
                }
            }
            at = at.getParent();
        }
        throw new IllegalStateException("no shared data beside the checkout");
    }

    /** All polygons of a table of a GeoPackage, coordinates times a factor; the key column becomes the source key. */
    public static Fabric geoPackage(String file, String table, String key, double factor)
            throws SQLException, ParseException {
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(1), 0);
        String url = "jdbc:sqlite:file:" + folder().resolve(file) + "?mode=ro&immutable=1";
        int n = 0;
        try (Connection db = DriverManager.getConnection(url);
                ResultSet rows =
                        db.createStatement().executeQuery("select \"%s\", geom from \"%s\"".formatted(key, table))) {
            while (rows.next()) {
                builder.add(draft(
                        ++n,
                        rows.getString(1),
                        AffineTransformation.scaleInstance(factor, factor).transform(shape(rows.getBytes(2)))));
            }
        }
        return land(builder);
    }

    private static Geometry shape(byte[] blob) throws ParseException {
        int[] envelopes = {0, 4, 6, 6, 8};
        int head = 8 + 8 * envelopes[blob[3] >> ENVELOPE_BITS_AT & 7];
        return new WKBReader().read(Arrays.copyOfRange(blob, head, blob.length));
    }

    /** All polygons of a shapefile; the record number becomes the source key. Holes are told by their direction. */
    public static Fabric shapefile(String file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(folder().resolve(file)));
        FabricBuilder builder = new FabricBuilder(Fabric.empty(), IdBlock.seeded(1), 0);
        int n = 0;
        for (int at = 100; at < in.limit(); ) {
            int length = 2 * in.order(ByteOrder.BIG_ENDIAN).getInt(at + 4);
            in.order(ByteOrder.LITTLE_ENDIAN);
            builder.add(new Draft(
                    ++n,
                    ParcelSet.SURVEYED,
                    new ParcelNumber("", "1", "" + n),
                    facts("" + n),
                    rings(in, at + 8),
                    null));
            at += 8 + length;
        }
        return land(builder);
    }

    private static List<Draft.DraftRing> rings(ByteBuffer in, int record) {
        int parts = in.getInt(record + 36);
        int points = in.getInt(record + 40);
        List<double[]> shells = new ArrayList<>();
        List<double[]> holes = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            int from = in.getInt(record + 44 + 4 * part);
            int to = part + 1 < parts ? in.getInt(record + 48 + 4 * part) : points;
            double[] xy = new double[2 * (to - from)];
            for (int i = 0; i < xy.length; i++) {
                xy[i] = in.getDouble(record + 44 + 4 * parts + 16 * from + 8 * i);
            }
            boolean clockwise = vn.diaba.cadastre.measure.PlaneMath.signedArea(xy, 0, to - from) < 0;
            (clockwise || parts == 1 ? shells : holes).add(xy);
        }
        List<Draft.DraftRing> rings = new ArrayList<>();
        for (double[] shell : shells) {
            rings.add(new Draft.DraftRing(shell, true));
            for (double[] hole : holes) {
                if (org.locationtech.jts.algorithm.PointLocation.isInRing(
                        new Coordinate(hole[0], hole[1]), coordinates(shell))) {
                    rings.add(new Draft.DraftRing(hole, false));
                }
            }
        }
        return rings;
    }

    private static Coordinate[] coordinates(double[] xy) {
        Coordinate[] points = new Coordinate[xy.length / 2];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
        }
        return points;
    }

    private static Draft draft(int n, String key, Geometry shape) {
        List<Draft.DraftRing> rings = new ArrayList<>();
        for (int g = 0; g < shape.getNumGeometries(); g++) {
            Polygon polygon = (Polygon) shape.getGeometryN(g);
            rings.add(new Draft.DraftRing(pairs(polygon.getExteriorRing().getCoordinates()), true));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                rings.add(new Draft.DraftRing(pairs(polygon.getInteriorRingN(h).getCoordinates()), false));
            }
        }
        return new Draft(n, ParcelSet.SURVEYED, new ParcelNumber("", "1", "" + n), facts(key), rings, null);
    }

    private static double[] pairs(Coordinate[] points) {
        double[] xy = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            xy[2 * i] = points[i].x;
            xy[2 * i + 1] = points[i].y;
        }
        return xy;
    }

    private static ParcelFacts facts(String key) {
        return new ParcelFacts("", key, List.of(), List.of(), null, ParcelState.NORMAL, "", "", "", Map.of());
    }

    private static Fabric land(FabricBuilder builder) {
        return Fabric.empty()
                .apply(ChangeSet.planned(
                        new UUID(1, 1), "add-parcels", builder.build().changes()));
    }
}
