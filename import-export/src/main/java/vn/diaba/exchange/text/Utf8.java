package vn.diaba.exchange.text;

/** The shape of UTF-8 byte sequences (RFC 3629). Safe. */
final class Utf8 {
    private Utf8() {}

    /** Length of the sequence a lead byte announces; 0 for a byte that leads none. */
    static int length(byte lead) {
        int value = lead & 0xFF;
        if (value < 0x80) {
            return 1;
        }
        return value >= 0xC2 && value <= 0xDF
                ? 2
                : value >= 0xE0 && value <= 0xEF ? 3 : value >= 0xF0 && value <= 0xF4 ? 4 : 0;
    }

    /** Bytes at the end that begin a character without finishing it; 0 when there are none. */
    static int unfinished(byte[] bytes, int from, int to) {
        for (int back = 1; back <= 3 && to - back >= from; back++) {
            byte each = bytes[to - back];
            if ((each & 0xC0) != 0x80) {
                return length(each) > back ? back : 0;
            }
        }
        return 0;
    }

    /** Whether all sequences are whole and well formed, disregarding an unfinished last one. */
    static boolean isValid(byte[] bytes, int from, int to) {
        int end = to - unfinished(bytes, from, to);
        int i = from;
        while (i < end) {
            int length = length(bytes[i]);
            if (length == 0 || i + length > end || !continues(bytes, i, length)) {
                return false;
            }
            i += length;
        }
        return true;
    }

    private static boolean continues(byte[] bytes, int at, int length) {
        for (int k = 1; k < length; k++) {
            if ((bytes[at + k] & 0xC0) != 0x80) {
                return false;
            }
        }
        int second = length > 2 ? bytes[at + 1] & 0xFF : 0x80;
        int lead = bytes[at] & 0xFF;
        return !(lead == 0xE0 && second < 0xA0)
                && !(lead == 0xED && second > 0x9F)
                && !(lead == 0xF0 && second < 0x90)
                && !(lead == 0xF4 && second > 0x8F);
    }
}
