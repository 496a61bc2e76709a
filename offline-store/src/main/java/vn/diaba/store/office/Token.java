package vn.diaba.store.office;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.CentralOffice.Sight;
import vn.diaba.store.wire.WireJson;

/**
 * What an account may do, signed by its land database, to be shown there and to be believed without a line until it ends. A
 * JSON web token with EdDSA (RFC 7519, RFC 8037). Immutable.
 *
 * @param central the land database that gave it
 * @param user the account
 * @param role what the account is for
 * @param device the workspace it was given to; null for one that the first file will bring
 * @param sights the zones and what may be done there
 * @param issued when it was given
 * @param expires when it ends
 */
public record Token(
        UUID central,
        String user,
        Role role,
        @Nullable UUID device,
        List<Sight> sights,
        Instant issued,
        Instant expires) {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encoded(Json.write(WireJson.fields("alg", "EdDSA", "typ", "JWT")));
    private static final int MAX_LENGTH = 16_384;

    /** Copies the list. */
    public Token {
        sights = List.copyOf(sights);
    }

    /** Whether it has ended. */
    public boolean isOver(Instant now) {
        return !now.isBefore(expires);
    }

    /** Whether it allows change sets in a zone. */
    public boolean mayWrite(int zone) {
        return role.isWriting() && sight(zone).filter(Sight::write).isPresent();
    }

    /** Whether it shows the persons of a zone. */
    public boolean seesPersons(int zone) {
        return sight(zone).filter(Sight::persons).isPresent();
    }

    private Optional<Sight> sight(int zone) {
        return sights.stream().filter(one -> one.zone() == zone).findFirst();
    }

    private static String encoded(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /** What it says. */
    Map<String, @Nullable Object> claims() {
        Map<String, @Nullable Object> claims = WireJson.fields(
                "iss",
                central,
                "sub",
                user,
                "role",
                role.word(),
                "zones",
                Account.rows(sights),
                "iat",
                issued.getEpochSecond(),
                "exp",
                expires.getEpochSecond());
        if (device != null) {
            claims.put("device", device);
        }
        return claims;
    }

    /** The reverse of {@link #claims}. */
    static Token of(JsonObject claims) throws CodecException, RemoteException {
        return new Token(
                claims.id("iss"),
                claims.text("sub"),
                Role.of(claims.text("role")),
                claims.findId("device"),
                Account.sights(claims.list("zones")),
                Instant.ofEpochSecond(claims.number("iat")),
                Instant.ofEpochSecond(claims.number("exp")));
    }

    /** As text, signed. */
    public String signed(PrivateKey key) {
        String text = HEADER + "." + encoded(Json.write(claims()));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is in every Java", e);
        }
    }

    /**
     * Reads a token and proves its signature; whether it has ended is not asked.
     *
     * @throws RemoteException {@code token-wrong}
     */
    public static Token of(String text, PublicKey key) throws RemoteException {
        String[] parts = text.split("\\.", -1);
        try {
            if (text.length() > MAX_LENGTH || parts.length != 3 || !parts[0].equals(HEADER)) {
                throw new RemoteException("token-wrong", List.of(), null);
            }
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new RemoteException("token-wrong", List.of(), null);
            }
            return of(Json.read(Base64.getUrlDecoder().decode(parts[1])));
        } catch (GeneralSecurityException | CodecException | IllegalArgumentException e) {
            throw new RemoteException("token-wrong", List.of(), e);
        }
    }
}
