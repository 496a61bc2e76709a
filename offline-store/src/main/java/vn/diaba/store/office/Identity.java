package vn.diaba.store.office;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.wire.WireJson;

/**
 * The keys by which a land database or a workspace is known: one pair to sign with (Ed25519), one to be written to (X25519).
 * Immutable.
 *
 * @param sign signs
 * @param agree opens what was written to it
 * @param known what others know of it
 */
public record Identity(PrivateKey sign, PrivateKey agree, Known known) {
    private static final HexFormat HEX = HexFormat.of();
    private static final String SIGNING = "Ed25519";
    private static final String AGREEING = "X25519";

    /**
     * The public half. Immutable.
     *
     * @param sign proves what was signed
     * @param agree to write to
     */
    public record Known(PublicKey sign, PublicKey agree) {
        /** The signing key as text. */
        public String signText() {
            return HEX.formatHex(sign.getEncoded());
        }

        /** The other key as text. */
        public String agreeText() {
            return HEX.formatHex(agree.getEncoded());
        }

        /**
         * The reverse of {@link #signText} and {@link #agreeText}.
         *
         * @throws CodecException if they are not keys of these kinds
         */
        public static Known of(String signText, String agreeText) throws CodecException {
            return new Known(publicKey(SIGNING, signText), publicKey(AGREEING, agreeText));
        }
    }

    /** New keys. */
    public static Identity fresh() {
        try {
            KeyPair signing = KeyPairGenerator.getInstance(SIGNING).generateKeyPair();
            KeyPair agreeing = KeyPairGenerator.getInstance(AGREEING).generateKeyPair();
            return new Identity(
                    signing.getPrivate(), agreeing.getPrivate(), new Known(signing.getPublic(), agreeing.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("these curves are in every Java", e);
        }
    }

    /**
     * A key to agree with, of its X.509 form as PostgreSQL writes bytes.
     *
     * @throws CodecException if it is none
     */
    public static PublicKey agreeKey(String text) throws CodecException {
        return publicKey(AGREEING, HEX.formatHex(WireJson.bytes(text)));
    }

    /** A public key of a text. */
    static PublicKey publicKey(String algorithm, String text) throws CodecException {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(HEX.parseHex(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CodecException("not a public key", e);
        }
    }

    private static PrivateKey privateKey(String algorithm, String text) throws CodecException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(HEX.parseHex(text)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CodecException("not a private key", e);
        }
    }

    /** All four keys; to be kept sealed. */
    public Object row() {
        return WireJson.fields(
                "sign",
                HEX.formatHex(sign.getEncoded()),
                "agree",
                HEX.formatHex(agree.getEncoded()),
                "signKnown",
                known.signText(),
                "agreeKnown",
                known.agreeText());
    }

    /** The reverse of {@link #row}. */
    public static Identity of(JsonObject row) throws CodecException {
        return new Identity(
                privateKey(SIGNING, row.text("sign")),
                privateKey(AGREEING, row.text("agree")),
                Known.of(row.text("signKnown"), row.text("agreeKnown")));
    }

    @Override
    public String toString() {
        return "Identity";
    }
}
