package vn.diaba.exchange.shp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import vn.diaba.exchange.table.ImportException;

/**
 * Where each record's content lies in the .shp: all of them are checked against the file's size before the first is
 * read. Immutable. Source: Shapefile Technical Description, "Organization of the Index File".
 */
final class ShxIndex {
    private static final int HEADER = 100;
    private static final int FILE_CODE = 9994;

    private final int[] offsetWords;
    private final int[] lengthWords;

    /**
     * Reads the whole index.
     *
     * @throws ImportException {@code file-truncated} with the first record that is not wholly there
     */
    ShxIndex(FileWindow shx, FileWindow shp) throws ImportException {
        ByteBuffer header = header(shx);
        long stated = 2L * header.order(ByteOrder.BIG_ENDIAN).getInt(24);
        if (stated > shx.size()) {
            throw new ImportException("file-truncated", shx.name(), (shx.size() - HEADER) / 8 + 1);
        }
        long count = ((stated >= HEADER ? stated : shx.size()) - HEADER) / 8;
        if (count > (shp.size() - HEADER) / 8) {
            throw new ImportException("file-truncated", shp.name(), (shp.size() - HEADER) / 8 + 1);
        }
        offsetWords = new int[(int) count];
        lengthWords = new int[(int) count];
        for (int i = 0; i < count; i++) {
            ByteBuffer entry = shx.at(HEADER + 8L * i, 8).order(ByteOrder.BIG_ENDIAN);
            offsetWords[i] = entry.getInt();
            lengthWords[i] = entry.getInt();
            if (offset(i) < HEADER || lengthWords[i] < 0 || !shp.contains(offset(i) + 8, length(i))) {
                throw new ImportException("file-truncated", shp.name(), i + 1L);
            }
        }
    }

    /** The 100 bytes both files begin with, when they do. */
    static ByteBuffer header(FileWindow file) throws ImportException {
        if (file.size() < HEADER) {
            throw new ImportException("file-truncated", file.name(), 0L);
        }
        ByteBuffer header = file.at(0, HEADER);
        if (header.order(ByteOrder.BIG_ENDIAN).getInt(0) != FILE_CODE) {
            throw new ImportException("not-a-shapefile", file.name());
        }
        return header;
    }

    int count() {
        return offsetWords.length;
    }

    /** Byte where a record's own 8 byte header begins; the content follows it. */
    long offset(int index) {
        return 2L * offsetWords[index];
    }

    /** Bytes of content. */
    long length(int index) {
        return 2L * lengthWords[index];
    }
}
