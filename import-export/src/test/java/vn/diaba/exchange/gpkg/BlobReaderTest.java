package vn.diaba.exchange.gpkg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import vn.diaba.exchange.table.RawShape;

/** The well-known binary read here is written by JTS, arcs by hand. */
class BlobReaderTest {
    @Test
    void bothByteOrdersAndEveryEnvelopeAreRead() throws Exception {
        String wkt = "POLYGON Z((0 0 1, 10 0 2, 10 10 3, 0 0 1), (2 1 0, 3 2 0, 3 1 0, 2 1 0))";
        int[] sizes = {0, 32, 48, 48, 64};
        for (int order : new int[] {ByteOrderValues.BIG_ENDIAN, ByteOrderValues.LITTLE_ENDIAN}) {
            byte[] wkb = new WKBWriter(3, order).write(new WKTReader(new GeometryFactory()).read(wkt));
            for (int envelope = 0; envelope < 5; envelope++) {
                ByteBuffer blob = ByteBuffer.allocate(8 + sizes[envelope] + wkb.length);
                blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) (envelope << 1));
                blob.putInt(9210).position(8 + sizes[envelope]);
                BlobReader reader = new BlobReader(blob.put(wkb).array());
                assertEquals(
                        "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 0), (2 1, 3 2, 3 1, 2 1)))",
                        String.valueOf(reader.read()));
                assertEquals(9210, reader.srsId());
                assertTrue(reader.hasZ());
            }
        }
    }

    @Test
    void collectionsKeepTheHighestKind() throws Exception {
        BlobReader reader = new BlobReader(
                blob("GEOMETRYCOLLECTION (POINT (1 1), POLYGON ((0 0, 1 0, 1 1, 0 0)), LINESTRING (0 0, 5 5))"));
        assertEquals("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))", String.valueOf(reader.read()));
        assertTrue(reader.isReduced());
    }

    @Test
    void emptyGeometriesAreNoShape() throws Exception {
        assertNull(new BlobReader(blob("POINT EMPTY")).read());
        assertNull(new BlobReader(blob("MULTIPOLYGON EMPTY")).read());
        byte[] flagged = blob("POINT (1 2)");
        flagged[3] |= 0x10;
        assertNull(new BlobReader(flagged).read());
    }

    /** A half circle from (0,0) over (5,5) to (10,0): every point 5 from (5,0), the three given ones among them. */
    @Test
    void anArcBecomesChords() throws Exception {
        ByteBuffer blob = ByteBuffer.allocate(8 + 9 + 48).order(ByteOrder.LITTLE_ENDIAN);
        blob.put(new byte[] {'G', 'P', 0, 1, 0, 0, 0, 0})
                .put((byte) 1)
                .putInt(8)
                .putInt(3);
        for (double each : new double[] {0, 0, 5, 5, 10, 0}) {
            blob.putDouble(each);
        }
        BlobReader reader = new BlobReader(blob.array());
        RawShape shape = reader.read();
        assertTrue(reader.isStroked());
        assertEquals(1 + 23 + 23, shape.pointCount());
        assertEquals(5, shape.x(23));
        assertEquals(5, shape.y(23));
        assertEquals(10, shape.x(46));
        for (int i = 0; i < shape.pointCount(); i++) {
            assertEquals(5, Math.hypot(shape.x(i) - 5, shape.y(i)), 1e-12);
            assertTrue(shape.y(i) > -1e-9);
        }
    }

    @Test
    void countsThatLieAreRefusedWithoutTakingMemory() throws Exception {
        byte[] blob = blob("LINESTRING (0 0, 1 1)");
        blob[8 + 5] = 0x7F;
        assertThrows(BlobReader.Unreadable.class, () -> new BlobReader(blob).read());
        assertThrows(BlobReader.Unreadable.class, () -> new BlobReader(new byte[] {'G', 'P', 0}).read());
        assertThrows(BlobReader.Unreadable.class, () -> new BlobReader(new byte[100]).read());
    }

    private static byte[] blob(String wkt) throws Exception {
        byte[] wkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN).write(new WKTReader(new GeometryFactory()).read(wkt));
        return ByteBuffer.allocate(8 + wkb.length)
                .put(new byte[] {'G', 'P', 0, 0, 0, 0, 0, 0})
                .put(wkb)
                .array();
    }
}
