package vn.diaba.store.courier;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.disk.Channels;
import vn.diaba.store.office.Identity;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.wire.WireJson;

/**
 * A file between a workspace and its office: a mark, a head in the clear that says between whom and which number, the sealed
 * content, and a signature over all of it. Whoever finds it learns that and the size. Immutable.
 *
 * @param head between whom and which number
 * @param content what it says, unpacked
 * @param freightAt where contents begin in the file; its length when there are none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869: HKDF</a>
 */
record Envelope(Head head, JsonObject content, long freightAt) {
    private static final byte[] MARK = "DIABA FILE 1\n".getBytes(StandardCharsets.US_ASCII);
    /** Before the length of an envelope in eight bytes, the envelope, and contents. */
    private static final byte[] LOADED = "DIABA FILE 2\n".getBytes(StandardCharsets.US_ASCII);

    private static final int MAX_BYTES = 512 << 20;
    private static final int SIGNATURE_BYTES = 64;
    private static final int NONCE_BYTES = 12;

    /**
     * The part in the clear.
     *
     * @param kind {@code parcel} to the office, {@code receipt} back
     * @param central the land database
     * @param device the workspace
     * @param number of the parcel; a receipt has that of the parcel it answers
     * @param writer the keys of who wrote it
     */
    record Head(String kind, UUID central, UUID device, long number, Identity.Known writer) {}

    /** Writes a file beside the target and moves it into place. */
    static void write(Path file, Head head, Identity writer, PublicKey reader, Object content) throws RemoteException {
        try {
            Channels.REAL.write(file, bytes(head, writer, reader, content));
        } catch (IOException e) {
            throw new RemoteException("file-not-written", List.of(file.toString()), e);
        }
    }

    /** Writes contents. */
    interface Load<E extends Exception> {
        void to(DataOutputStream out) throws IOException, E;
    }

    /** Writes a file with contents behind the envelope, beside the target, and moves it into place. */
    static <E extends Exception> void write(Path file, byte[] envelope, Load<E> load) throws RemoteException, E {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileOutputStream whole = new FileOutputStream(beside.toFile());
                    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(whole))) {
                out.write(LOADED);
                out.writeLong(envelope.length);
                out.write(envelope);
                load.to(out);
                out.flush();
                whole.getFD().sync();
            }
            Channels.REAL.move(beside, file);
        } catch (IOException e) {
            throw new RemoteException("file-not-written", List.of(file.toString()), e);
        } finally {
            beside.toFile().delete();
        }
    }

    /** An envelope. */
    static byte[] bytes(Head head, Identity writer, PublicKey reader, Object content) throws IOException {
        try {
            KeyPair once = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            byte[] nonce = new byte[NONCE_BYTES];
            new SecureRandom().nextBytes(nonce);
            byte[] json = Json.write(WireJson.fields(
                    "kind",
                    head.kind,
                    "central",
                    head.central,
                    "device",
                    head.device,
                    "number",
                    head.number,
                    "sign",
                    writer.known().signText(),
                    "agree",
                    writer.known().agreeText(),
                    "once",
                    WireJson.hex(once.getPublic().getEncoded()),
                    "nonce",
                    WireJson.hex(nonce)));
            byte[] start = ByteBuffer.allocate(MARK.length + 4 + json.length)
                    .put(MARK)
                    .putInt(json.length)
                    .put(json)
                    .array();
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, secret(once.getPrivate(), reader), nonce, start)
                    .doFinal(packed(Json.write(content)));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(writer.sign());
            signature.update(start);
            signature.update(sealed);
            return joined(start, sealed, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("these curves and ciphers are in every Java", e);
        }
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    /**
     * Reads a file: proves the signature of the writer it names, opens it with the reader's key.
     *
     * @throws RemoteException {@code file-not-ours} when it is no such file; {@code file-altered}; {@code file-for-other}
     *     when it was written to somebody else
     */
    static Envelope read(Path file, Identity reader) throws RemoteException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            byte[] mark = in.readNBytes(LOADED.length);
            boolean loaded = Arrays.equals(mark, LOADED);
            long start = loaded ? LOADED.length + Long.BYTES : 0;
            long length = loaded ? in.readLong() : Files.size(file);
            if (length < mark.length || length > MAX_BYTES || start + length > Files.size(file)) {
                throw new RemoteException("file-not-ours", List.of(file.toString()), null);
            }
            byte[] bytes = new byte[(int) length];
            int have = loaded ? 0 : mark.length;
            System.arraycopy(mark, 0, bytes, 0, have);
            in.readFully(bytes, have, bytes.length - have);
            return open(file, bytes, reader, start + length);
        } catch (EOFException e) {
            throw new RemoteException("file-not-ours", List.of(file.toString()), e);
        } catch (IOException e) {
            throw new RemoteException("file-unreadable", List.of(file.toString()), e);
        }
    }

    private static Envelope open(Path file, byte[] bytes, Identity reader, long freightAt) throws RemoteException {
        JsonObject fields;
        Head head;
        int start;
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            byte[] mark = new byte[MARK.length];
            in.get(mark);
            byte[] json = new byte[length(in)];
            in.get(json);
            start = in.position();
            fields = Json.read(json);
            head = new Head(
                    fields.text("kind"),
                    fields.id("central"),
                    fields.id("device"),
                    fields.number("number"),
                    Identity.Known.of(fields.text("sign"), fields.text("agree")));
            if (!Arrays.equals(mark, MARK) || bytes.length < start + SIGNATURE_BYTES) {
                throw new RemoteException("file-not-ours", List.of(file.toString()), null);
            }
        } catch (BufferUnderflowException | CodecException e) {
            throw new RemoteException("file-not-ours", List.of(file.toString()), e);
        }
        int end = bytes.length - SIGNATURE_BYTES;
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(head.writer.sign());
            signature.update(bytes, 0, end);
            if (!signature.verify(bytes, end, SIGNATURE_BYTES)) {
                throw new RemoteException("file-altered", List.of(file.toString()), null);
            }
        } catch (GeneralSecurityException e) {
            throw new RemoteException("file-altered", List.of(file.toString()), e);
        }
        try {
            PublicKey once = Identity.agreeKey(fields.text("once"));
            byte[] nonce = WireJson.bytes(fields.text("nonce"));
            byte[] packed = cipher(
                            Cipher.DECRYPT_MODE, secret(reader.agree(), once), nonce, Arrays.copyOf(bytes, start))
                    .doFinal(bytes, start, end - start);
            return new Envelope(head, Json.read(unpacked(packed)), freightAt);
        } catch (GeneralSecurityException | CodecException | IOException e) {
            throw new RemoteException("file-for-other", List.of(file.toString()), e);
        }
    }

    private static int length(ByteBuffer in) throws CodecException {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new CodecException("not a head", null);
        }
        return length;
    }

    /** What two agree on is no key yet: HKDF with one block makes it one. */
    private static byte[] secret(PrivateKey mine, PublicKey theirs) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(mine);
        agreement.doPhase(theirs, true);
        return agreement.generateSecret();
    }

    private static Cipher cipher(int mode, byte[] agreed, byte[] nonce, byte[] start) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(nonce, "HmacSHA256"));
        byte[] extracted = mac.doFinal(agreed);
        mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
        mac.update("diaba file".getBytes(StandardCharsets.US_ASCII));
        mac.update(Payload.sha256().digest(start));
        byte[] key = mac.doFinal(new byte[] {1});
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(start);
        return cipher;
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 100);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] plain = in.readNBytes(MAX_BYTES);
            if (plain.length == MAX_BYTES) {
                throw new IOException("larger than any file of ours");
            }
            return plain;
        }
    }
}
