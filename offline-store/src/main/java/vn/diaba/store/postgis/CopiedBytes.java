package vn.diaba.store.postgis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Rows of one column of bytes from a COPY in PostgreSQL's binary format (manual, COPY, "Binary Format"). Stateless. */
final class CopiedBytes {
    private static final int SIGNATURE_BYTES = 11;
    private static final int END = -1;

    private CopiedBytes() {}

    /** Takes in each row as it comes, so that a cut line loses only the one it cuts. */
    static void keep(PGConnection connection, String copy, ByteArrayOutputStream kept)
            throws SQLException, IOException {
        CopyOut rows = connection.getCopyAPI().copyOut(copy);
        boolean first = true;
        try {
            for (byte[] bytes = rows.readFromCopy(); bytes != null; bytes = rows.readFromCopy()) {
                ByteBuffer row = ByteBuffer.wrap(bytes);
                if (first) {
                    row.position(SIGNATURE_BYTES + Integer.BYTES);
                    int extension = row.getInt();
                    row.position(row.position() + extension);
                    first = false;
                }
                if (row.hasRemaining() && row.getShort() != END) {
                    int length = row.getInt();
                    kept.write(bytes, row.position(), length);
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("not the binary format", e);
        } finally {
            if (rows.isActive()) {
                rows.cancelCopy();
            }
        }
    }
}
