package vn.diaba.exchange.xlsx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Takes the clock out of a zip file, so that the same content gives the same bytes: every entry is dated 1 January 1980
 * in place, in the central directory and before its data. Safe. Source: PKWARE APPNOTE 4.3.7, 4.3.12 and 4.3.16.
 */
public final class SteadyZip {
    private static final int END = 0x06054B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int LOCAL = 0x04034B50;
    /** Midnight in the low half, the first day a zip can hold in the high half. */
    private static final int FIRST_DAY = 0x0021 << 16;

    private SteadyZip() {}

    /**
     * Dates all entries.
     *
     * @param file a zip without a comment at its end, smaller than 4 GiB
     * @throws IOException when it is none, or cannot be written
     */
    public static void undate(Path file) throws IOException {
        try (FileChannel zip = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer end = read(zip, zip.size() - 22, 22, END);
            int entries = end.getShort(10) & 0xFFFF;
            long at = end.getInt(16) & 0xFFFFFFFFL;
            for (int i = 0; i < entries; i++) {
                ByteBuffer central = read(zip, at, 46, CENTRAL);
                long local = central.getInt(42) & 0xFFFFFFFFL;
                read(zip, local, 30, LOCAL);
                write(zip, at + 12);
                write(zip, local + 10);
                at += 46L
                        + (central.getShort(28) & 0xFFFF)
                        + (central.getShort(30) & 0xFFFF)
                        + (central.getShort(32) & 0xFFFF);
            }
        }
    }

    private static ByteBuffer read(FileChannel zip, long at, int length, int signature) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (zip.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("not the zip it should be");
            }
        }
        if (bytes.getInt(0) != signature) {
            throw new IOException("not the zip it should be");
        }
        return bytes;
    }

    private static void write(FileChannel zip, long at) throws IOException {
        ByteBuffer date = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, FIRST_DAY);
        while (date.hasRemaining()) {
            zip.write(date, at + date.position());
        }
    }
}
