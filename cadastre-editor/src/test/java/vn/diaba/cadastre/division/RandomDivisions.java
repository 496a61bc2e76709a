package vn.diaba.cadastre.division;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.Parcel;

/** Random land with concave parcels and holes, and random divisions of every kind on it. */
final class RandomDivisions {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    /** A comb with fillings, a frame with an island, and a wide parcel in the east; east and north pairs. */
    private static final String[] LAND = {
        "0 0, 50 0, 50 20, 40 20, 40 5, 30 5, 30 20, 20 20, 20 5, 10 5, 10 20, 0 20, 0 0",
        "10 5, 20 5, 20 20, 10 20, 10 5",
        "30 5, 40 5, 40 20, 30 20, 30 5",
        "0 20, 10 20, 20 20, 30 20, 40 20, 50 20, 50 50, 0 50, 0 20;10 30, 10 40, 18 40, 18 35, 25 35, 25 30, 10 30",
        "10 30, 25 30, 25 35, 18 35, 18 40, 10 40, 10 30",
        "50 0, 70 0, 70 50, 50 50, 50 20, 50 0"
    };

    private RandomDivisions() {}

    /** The land turned about its south-west corner and put where provinces are; with a missing corner if it is dirty. */
    static Fabric land(Random random, boolean isDirty) {
        double turn = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 6;
        String[] shapes = new String[LAND.length];
        for (int i = 0; i < shapes.length; i++) {
            String text = isDirty && i == 5 ? LAND[i].replace("50 50, 50 20, 50 0", "50 50, 50 0") : LAND[i];
            StringBuilder wkt = new StringBuilder("POLYGON (");
            for (String ring : text.split(";")) {
                StringBuilder corners = new StringBuilder();
                for (String corner : ring.split(", ")) {
                    String[] xy = corner.split(" ");
                    double x = Double.parseDouble(xy[0]);
                    double y = Double.parseDouble(xy[1]);
                    corners.append(corners.length() == 0 ? "" : ", ")
                            .append(500_000 + x * Math.cos(turn) - y * Math.sin(turn))
                            .append(' ')
                            .append(1_200_000 + x * Math.sin(turn) + y * Math.cos(turn));
                }
                wkt.append(wkt.length() > 9 ? ", (" : "(").append(corners).append(")");
            }
            shapes[i] = wkt.append(")").toString();
        }
        return TestFabrics.fromWkt(shapes);
    }

    /** A division of some kind of a parcel. */
    static Division any(Fabric land, Parcel parcel, Random random, IdBlock ids) {
        if (random.nextInt(5) < 3) {
            return new SplitParcel(parcel.id(), line(land, parcel, random), DAY, ids);
        }
        int sides = parcel.rings().mapToInt(ring -> ring.size()).sum();
        int k = 1 + random.nextInt(sides);
        CutDirection direction =
                switch (random.nextInt(4)) {
                    case 0 -> new CutDirection.AlongSide(k);
                    case 1 -> new CutDirection.AcrossSide(k);
                    case 2 -> new CutDirection.AtBearing(new Bearing(random.nextDouble() * 360));
                    default -> new CutDirection.AboutCorner(k);
                };
        double area = land.areaOf(parcel.id()).squareMetres();
        Shares shares =
                switch (random.nextInt(4)) {
                    case 0 -> new Shares.Equal(2 + random.nextInt(3));
                    case 1 -> new Shares.Ratio(List.of(1 + random.nextDouble(), 2.0, 1 + random.nextDouble()));
                    case 2 -> Shares.cutOff(area * (0.05 + 0.9 * random.nextDouble()));
                    default -> new Shares.Equal(2);
                };
        LegalShare legal = random.nextBoolean() ? LegalShare.PRORATED : LegalShare.SURVEYED;
        if (random.nextInt(6) == 0) {
            List<FrontSide> front = new ArrayList<>(List.of(new FrontSide(parcel.id(), k)));
            double width = 0.2 + 3 * random.nextDouble();
            TakeStrip.Orphans orphans = new TakeStrip.Orphans(random.nextBoolean() ? 1 : 40, random.nextBoolean());
            return new TakeStrip(front, width, null, orphans, legal, DAY, ids);
        }
        return new DivideParcel(parcel.id(), shares, direction, legal, DAY, ids);
    }

    private static List<EastNorth> line(Fabric land, Parcel parcel, Random random) {
        List<EastNorth> corners = parcel.rings()
                .flatMap(ring -> ring.corners().stream())
                .map(corner -> land.corner(corner).position())
                .toList();
        EastNorth inside = TestPlaces.inside(land, parcel, random);
        EastNorth a = corners.get(random.nextInt(corners.size()));
        EastNorth b = corners.get(random.nextInt(corners.size()));
        double angle = random.nextDouble() * Math.PI;
        EastNorth from = moved(inside, -90 * Math.sin(angle), -90 * Math.cos(angle));
        EastNorth to = moved(inside, 90 * Math.sin(angle), 90 * Math.cos(angle));
        return switch (random.nextInt(8)) {
            case 0 -> List.of(a, b);
            case 1 -> List.of(near(a, random), inside, near(b, random));
            case 2 -> List.of(from, inside, moved(inside, 3 * random.nextGaussian(), 3 * random.nextGaussian()), to);
            case 3 ->
                List.of(
                        inside,
                        moved(inside, 1, 0.3 * random.nextDouble()),
                        moved(inside, 1, 1),
                        moved(inside, 0, 1),
                        inside);
            case 4 -> List.of(from, a, corners.get((corners.indexOf(a) + 1) % corners.size()), to);
            case 5 -> List.of(from, near(a, random), to);
            default -> List.of(from, to);
        };
    }

    private static EastNorth moved(EastNorth place, double east, double north) {
        return new EastNorth(place.east() + east, place.north() + north);
    }

    private static EastNorth near(EastNorth place, Random random) {
        return moved(place, 0.0012 * random.nextGaussian(), 0.0012 * random.nextGaussian());
    }
}
