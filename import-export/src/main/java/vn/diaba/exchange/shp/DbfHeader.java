package vn.diaba.exchange.shp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vn.diaba.exchange.table.ImportException;

/**
 * The head of a dBase table, checked against the file's size: all records it announces are there. Immutable.
 *
 * @param records announced, deleted ones included
 * @param headerBytes where the first record begins
 * @param recordBytes of each record, the deletion mark included
 * @param languageId byte 29: a code page by dBase's own numbers, 0 for none
 * @param fields in order
 */
record DbfHeader(long records, int headerBytes, int recordBytes, int languageId, List<Field> fields) {
    private static final int DESCRIPTOR = 32;
    private static final byte END_OF_FIELDS = 0x0D;

    /**
     * One field.
     *
     * @param name bytes as in the file, in the table's encoding
     * @param type letter: C N F L D M I O B T and others
     * @param offset of its first byte in the record
     * @param length in bytes
     * @param decimals announced digits after the point
     */
    record Field(byte[] name, char type, int offset, int length, int decimals) {}

    /**
     * Reads and checks the head.
     *
     * @throws ImportException {@code file-truncated} with the first record missing, {@code not-a-dbf}
     */
    static DbfHeader read(FileWindow file) throws ImportException {
        if (file.size() < DESCRIPTOR + 1) {
            throw new ImportException("file-truncated", file.name(), 0L);
        }
        ByteBuffer head = file.at(0, DESCRIPTOR);
        long records = head.getInt(4) & 0xFFFFFFFFL;
        int headerBytes = head.getShort(8) & 0xFFFF;
        int recordBytes = head.getShort(10) & 0xFFFF;
        int languageId = head.get(29) & 0xFF;
        if (headerBytes == 0 && file.at(DESCRIPTOR, 1).get(0) == END_OF_FIELDS) {
            headerBytes = DESCRIPTOR + 1;
        }
        if (headerBytes < DESCRIPTOR + 1 || recordBytes < 1) {
            throw new ImportException("not-a-dbf", file.name());
        }
        if (!file.contains(0, headerBytes)) {
            throw new ImportException("file-truncated", file.name(), 0L);
        }
        List<Field> fields = fields(file, headerBytes, recordBytes);
        long whole = (file.size() - headerBytes) / recordBytes;
        if (records > whole) {
            throw new ImportException("file-truncated", file.name(), whole + 1);
        }
        return new DbfHeader(records, headerBytes, recordBytes, languageId, List.copyOf(fields));
    }

    private static List<Field> fields(FileWindow file, int headerBytes, int recordBytes) throws ImportException {
        ByteBuffer all = file.at(0, headerBytes);
        List<Field> fields = new ArrayList<>();
        int offset = 1;
        for (int at = DESCRIPTOR; at + DESCRIPTOR <= headerBytes && all.get(at) != END_OF_FIELDS; at += DESCRIPTOR) {
            int nameLength = 0;
            while (nameLength < 11 && all.get(at + nameLength) != 0) {
                nameLength++;
            }
            byte[] name = new byte[nameLength];
            all.get(at, name);
            int length = all.get(at + 16) & 0xFF;
            int decimals = all.get(at + 17) & 0xFF;
            fields.add(new Field(name, (char) (all.get(at + 11) & 0xFF), offset, length, decimals));
            offset += length;
        }
        if (offset > recordBytes) {
            throw new ImportException("not-a-dbf", file.name());
        }
        return fields;
    }

    /** Byte where a record begins; the first has index 0. */
    long offset(long index) {
        return headerBytes + index * recordBytes;
    }
}
