package vn.diaba.map.crs;

/**
 * Seven-parameter shift between two datums on the WGS-84 ellipsoid, by the coordinate frame rotation (EPSG method 9607),
 * at ellipsoidal height 0 on both sides.
 *
 * <p>Both directions are exact: the 3×3 matrix is inverted, not its signs flipped, and the way back from geocentric
 * coordinates is iterated to 1e-14 rad. Immutable.
 *
 * @param dxMetres translation along X
 * @param dyMetres translation along Y
 * @param dzMetres translation along Z
 * @param rotationSeconds rotations about X, Y, Z in seconds of arc, signs of the coordinate frame convention
 * @param scalePpm difference of scale, parts per million
 */
record DatumShift(double dxMetres, double dyMetres, double dzMetres, Rotation rotationSeconds, double scalePpm) {
    /** VN-2000 to WGS 84 (2), EPSG:6960; Decision 05/2007/QĐ-BTNMT. */
    static final DatumShift EPSG_6960 = new DatumShift(
            -191.90441429,
            -39.30318279,
            -111.45032835,
            new Rotation(-0.00928836, 0.01975479, -0.00427372),
            0.252906278);

    private static final double SEMI_MAJOR = 6378137.0;
    private static final double FLATTENING = 1 / 298.257223563;
    private static final double E2 = FLATTENING * (2 - FLATTENING);

    /** Rotations about the three axes, seconds of arc. */
    record Rotation(double x, double y, double z) {}

    /** Longitude, latitude pairs in degrees on the source datum become pairs on WGS-84, in place. */
    void toWgs84(double[] lonLat, int points) {
        double k = 1 + scalePpm * 1e-6;
        double[] m = matrix();
        double[] p = new double[3];
        for (int i = 0; i < points; i++) {
            geocentric(lonLat, i, p);
            double x = dxMetres + k * (m[0] * p[0] + m[1] * p[1] + m[2] * p[2]);
            double y = dyMetres + k * (m[3] * p[0] + m[4] * p[1] + m[5] * p[2]);
            double z = dzMetres + k * (m[6] * p[0] + m[7] * p[1] + m[8] * p[2]);
            geodetic(x, y, z, lonLat, i);
        }
    }

    /** The way back of {@link #toWgs84}. */
    void fromWgs84(double[] lonLat, int points) {
        double k = 1 + scalePpm * 1e-6;
        double[] m = inverse(matrix());
        double[] p = new double[3];
        for (int i = 0; i < points; i++) {
            geocentric(lonLat, i, p);
            double x = (p[0] - dxMetres) / k;
            double y = (p[1] - dyMetres) / k;
            double z = (p[2] - dzMetres) / k;
            geodetic(
                    m[0] * x + m[1] * y + m[2] * z,
                    m[3] * x + m[4] * y + m[5] * z,
                    m[6] * x + m[7] * y + m[8] * z,
                    lonLat,
                    i);
        }
    }

    private double[] matrix() {
        double rx = Math.toRadians(rotationSeconds.x / 3600);
        double ry = Math.toRadians(rotationSeconds.y / 3600);
        double rz = Math.toRadians(rotationSeconds.z / 3600);
        return new double[] {1, rz, -ry, -rz, 1, rx, ry, -rx, 1};
    }

    private static double[] inverse(double[] m) {
        double a = m[4] * m[8] - m[5] * m[7];
        double b = m[5] * m[6] - m[3] * m[8];
        double c = m[3] * m[7] - m[4] * m[6];
        double det = m[0] * a + m[1] * b + m[2] * c;
        return new double[] {
            a / det, (m[2] * m[7] - m[1] * m[8]) / det, (m[1] * m[5] - m[2] * m[4]) / det,
            b / det, (m[0] * m[8] - m[2] * m[6]) / det, (m[2] * m[3] - m[0] * m[5]) / det,
            c / det, (m[1] * m[6] - m[0] * m[7]) / det, (m[0] * m[4] - m[1] * m[3]) / det
        };
    }

    private static void geocentric(double[] lonLat, int point, double[] xyz) {
        double lon = Math.toRadians(lonLat[2 * point]);
        double lat = Math.toRadians(lonLat[2 * point + 1]);
        double sin = Math.sin(lat);
        double n = SEMI_MAJOR / Math.sqrt(1 - E2 * sin * sin);
        xyz[0] = n * Math.cos(lat) * Math.cos(lon);
        xyz[1] = n * Math.cos(lat) * Math.sin(lon);
        xyz[2] = n * (1 - E2) * sin;
    }

    private static void geodetic(double x, double y, double z, double[] lonLat, int point) {
        double p = Math.hypot(x, y);
        double lat = Math.atan2(z, p * (1 - E2));
        for (int i = 0; i < 10; i++) {
            double sin = Math.sin(lat);
            double n = SEMI_MAJOR / Math.sqrt(1 - E2 * sin * sin);
            double next = Math.atan2(z + E2 * n * sin, p);
            boolean settled = Math.abs(next - lat) < 1e-14;
            lat = next;
            if (settled) {
                break;
            }
        }
        lonLat[2 * point] = Math.toDegrees(Math.atan2(y, x));
        lonLat[2 * point + 1] = Math.toDegrees(lat);
    }
}
