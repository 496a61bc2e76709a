package vn.diaba.exchange.text;

/**
 * Encodings of one byte a character. The upper halves are written out: TCVN 5712-1 as glibc's iconv has it (its lower
 * half holds twelve capitals among the control codes), Windows 1252 and 1258 as Unicode's mapping files have them.
 */
final class SingleByteTables {
    private static final String TCVN3_UPPER = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
            + "\u00A0ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
            + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";
    private static final String TCVN3_CONTROLS = "\0ÚỤ\3ỪỬỮ\7\b\t\n\13\f\r\16\17\20ỨỰỲỶỸÝỴ\30\31\32\33\34\35\36\37";
    private static final String CP1252_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
    private static final String CP1258_FROM =
            "\u00C3\u00CC\u00D0\u00D2\u00D5\u00DD\u00DE\u00E3\u00EC\u00F0\u00F2\u00F5\u00FD\u00FE";
    private static final String CP1258_TO =
            "\u0102\u0300\u0110\u0309\u01A0\u01AF\u0303\u0103\u0301\u0111\u0323\u01A1\u01B0\u20AB";

    private SingleByteTables() {}

    static String tcvn3(byte[] bytes) {
        char[] out = new char[bytes.length];
        for (int i = 0; i < out.length; i++) {
            int value = bytes[i] & 0xFF;
            out[i] = value >= 0x80
                    ? TCVN3_UPPER.charAt(value - 0x80)
                    : value < 0x20 ? TCVN3_CONTROLS.charAt(value) : (char) value;
        }
        return new String(out);
    }

    static String cp1252(byte[] bytes) {
        char[] out = new char[bytes.length];
        for (int i = 0; i < out.length; i++) {
            int value = bytes[i] & 0xFF;
            out[i] = value >= 0x80 && value < 0xA0 ? CP1252_80.charAt(value - 0x80) : (char) value;
        }
        return new String(out);
    }

    static String cp1258(byte[] bytes) {
        char[] out = cp1252(bytes).toCharArray();
        for (int i = 0; i < out.length; i++) {
            int at = CP1258_FROM.indexOf(out[i]);
            out[i] = at >= 0 ? CP1258_TO.charAt(at) : out[i];
        }
        return new String(out);
    }

    /** The byte that Windows 1252 (or Latin-1, for its unused codes) shows as this character; -1 when none. */
    static int cp1252Byte(char shown) {
        if (shown <= 0xFF) {
            return shown;
        }
        int at = CP1252_80.indexOf(shown);
        return at < 0 ? -1 : 0x80 + at;
    }
}
