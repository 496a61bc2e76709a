package vn.diaba.exchange.points;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.diaba.exchange.table.ImportException;
import vn.diaba.exchange.table.ReadOptions;
import vn.diaba.exchange.text.EncodingSniffer;
import vn.diaba.exchange.text.TextEncoding;

/**
 * A text file's lines, and the encoding they were read by. Immutable.
 *
 * @param encoding id of the encoding
 * @param lines without line ends
 */
record FileText(String encoding, List<String> lines) {
    private static final long LARGEST_BYTES = 512L << 20;

    /**
     * Reads a file whole.
     *
     * @param name "auto" or an encoding a person named
     * @throws ImportException {@code file-unreadable}; {@code encoding-unknown}; {@code points-file-too-large}
     */
    static FileText read(Path file, String name) throws ImportException {
        String label = String.valueOf(file.getFileName());
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw new ImportException("points-file-too-large", label, LARGEST_BYTES >> 20);
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ImportException("file-unreadable", List.of(label), e);
        }
        int from =
                bytes.length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF
                        ? 3
                        : 0;
        TextEncoding encoding = encoding(bytes, from, name, label);
        String text = encoding.decode(bytes, from, bytes.length);
        return new FileText(encoding.id(), text.lines().toList());
    }

    private static TextEncoding encoding(byte[] bytes, int from, String name, String label) throws ImportException {
        if (!name.equalsIgnoreCase(ReadOptions.AUTO)) {
            return TextEncoding.named(name).orElseThrow(() -> new ImportException("encoding-unknown", label, name));
        }
        if (from > 0) {
            return TextEncoding.UTF_8;
        }
        EncodingSniffer sniffer = new EncodingSniffer();
        int start = 0;
        boolean plain = true;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] >= 0 && bytes[i] < 0x40) {
                if (!plain) {
                    sniffer.add(bytes, start, i);
                }
                start = i + 1;
                plain = true;
            } else if (bytes[i] < 0) {
                plain = false;
            }
        }
        if (!plain) {
            sniffer.add(bytes, start, bytes.length);
        }
        return sniffer.verdict(TextEncoding.CP1252).isSpeaking()
                ? sniffer.verdict(TextEncoding.CP1252).encoding()
                : TextEncoding.UTF_8;
    }
}
