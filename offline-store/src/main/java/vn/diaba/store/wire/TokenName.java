package vn.diaba.store.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import vn.diaba.store.codec.Payload;

/**
 * A short name for a token that the server has seen: 128 bits of its SHA-256, as secret as the token and of no use elsewhere.
 * A server that knows such names says so in a header of the answer to a whole token; one that does not, never gets one.
 */
public final class TokenName {
    /** What a name begins with; no token does. */
    public static final String MARK = "~";
    /** The header that says names are known. */
    public static final String HEADER = "X-Token-Name";

    private static final int BYTES = 16;

    private TokenName() {}

    /** The name of a token. */
    public static String of(String token) {
        byte[] hash = Payload.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }
}
