package vn.diaba.store.fabric;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import vn.diaba.cadastre.fabric.ParcelCursor;

/**
 * A live parcel's outline as EWKB, little endian, with the EPSG code: a polygon, or a multipolygon where it has several
 * faces. Rings are closed; east first.
 *
 * @see <a href="https://libgeos.org/specifications/wkb/">Well-Known Binary, extended with an SRID</a>
 */
final class Ewkb {
    private static final int SRID_FLAG = 0x2000_0000;
    private static final int POLYGON = 3;
    private static final int MULTI_POLYGON = 6;

    private Ewkb() {}

    static byte[] of(ParcelCursor parcel, int srid) {
        int rings = parcel.rings();
        int faces = 0;
        int points = 0;
        for (int r = 0; r < rings; r++) {
            faces += r == 0 || parcel.isShell(r) ? 1 : 0;
            points += parcel.size(r) + 1;
        }
        int length = (faces == 1 ? 13 : 13 + 9 * faces) + 4 * rings + 16 * points;
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 1)
                .putInt((faces == 1 ? POLYGON : MULTI_POLYGON) | SRID_FLAG)
                .putInt(srid);
        if (faces > 1) {
            out.putInt(faces);
        }
        for (int r = 0; r < rings; r++) {
            if (r == 0 || parcel.isShell(r)) {
                if (faces > 1) {
                    out.put((byte) 1).putInt(POLYGON);
                }
                out.putInt(ringsOfFace(parcel, r));
            }
            ring(parcel, r, out);
        }
        return out.array();
    }

    private static int ringsOfFace(ParcelCursor parcel, int shell) {
        int next = shell + 1;
        while (next < parcel.rings() && !parcel.isShell(next)) {
            next++;
        }
        return next - shell;
    }

    private static void ring(ParcelCursor parcel, int r, ByteBuffer out) {
        int n = parcel.size(r);
        out.putInt(n + 1);
        for (int i = 0; i <= n; i++) {
            int k = i == n ? 0 : i;
            out.putDouble(parcel.east(r, k)).putDouble(parcel.north(r, k));
        }
    }
}
