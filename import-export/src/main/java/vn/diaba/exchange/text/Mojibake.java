package vn.diaba.exchange.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 that was once read as Windows 1252 or Latin-1 and saved again: {@code Ä áº¥t} for {@code Đất}. Safe. */
public final class Mojibake {
    private Mojibake() {}

    /**
     * What the text was before it was misread.
     *
     * @return composed; empty when the text is sound: misread bytes are well-formed UTF-8 by chance only
     */
    public static Optional<String> repaired(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return Optional.empty();
        }
        byte[] bytes = bytesShownAs(text);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            String right = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(TextEncoding.compose(right));
        } catch (CharacterCodingException expected) {
            return Optional.empty();
        }
    }

    /** The bytes that Windows 1252 (Latin-1 for codes it does not use) shows as this text; none when it cannot. */
    static byte[] bytesShownAs(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            int value = SingleByteTables.cp1252Byte(text.charAt(i));
            if (value < 0) {
                return new byte[0];
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }
}
