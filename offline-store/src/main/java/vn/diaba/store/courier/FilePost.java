package vn.diaba.store.courier;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.content.Content;
import vn.diaba.store.office.Identity;
import vn.diaba.store.office.Pass;
import vn.diaba.store.remote.RemoteException;

/** The workspace's end of the way by files. Stateless. */
public final class FilePost {
    static final String PARCEL = "parcel";
    static final String RECEIPT = "receipt";

    private FilePost() {}

    /**
     * The pass with the number of the next file, and with keys when it had none; to be kept before the file is written, so
     * that a number is never used twice.
     */
    public static Pass next(Pass pass, Instant now) {
        Identity own = pass.own();
        return pass.withFile(own == null ? Identity.fresh() : own, Math.max(pass.files() + 1, now.toEpochMilli()));
    }

    /**
     * Writes what waits, for the office alone to read.
     *
     * @param pass as {@link #next} gave it
     * @throws RemoteException {@code file-not-written}
     */
    public static void write(Path file, Pass pass, Outgoing outgoing) throws RemoteException {
        Identity own = own(pass, file);
        Envelope.write(file, head(pass, outgoing, own), own, pass.keys().agree(), outgoing.content());
    }

    private static Envelope.Head head(Pass pass, Outgoing outgoing, Identity own) {
        return new Envelope.Head(PARCEL, pass.central(), outgoing.device(), pass.files(), own.known());
    }

    /**
     * Gives the bytes of a part of a content.
     *
     * @param <E> what may go wrong there
     */
    @FunctionalInterface
    public interface Parts<E extends Exception> {
        /** All bytes of it. */
        byte[] part(Content content, int part) throws E;
    }

    /** The same with the contents it names behind it; none of them stands whole in memory. */
    public static <E extends Exception> void write(Path file, Pass pass, Outgoing outgoing, Parts<E> parts)
            throws RemoteException, E {
        Identity own = own(pass, file);
        new Letter(file, head(pass, outgoing, own), own, pass.keys().agree(), outgoing.content())
                .write(outgoing.contents(), parts);
    }

    /**
     * Reads the office's answer.
     *
     * @param device the workspace
     * @throws RemoteException {@code file-not-ours}, {@code file-altered}, {@code file-for-other}, {@code file-kind-wrong}
     */
    public static Receipt read(Path file, Pass pass, UUID device) throws RemoteException {
        return open(file, pass, device).receipt();
    }

    /** The same with the contents it brings, which are read from the file when they are asked for. */
    public static CarriedDatabase open(Path file, Pass pass, UUID device) throws RemoteException {
        Envelope envelope = Envelope.read(file, own(pass, file));
        if (!envelope.head().kind().equals(RECEIPT)) {
            throw new RemoteException("file-kind-wrong", List.of(file.toString()), null);
        }
        boolean ours = envelope.head().central().equals(pass.central())
                && envelope.head().device().equals(device)
                && envelope.head().writer().sign().equals(pass.keys().sign());
        if (!ours) {
            throw new RemoteException("file-for-other", List.of(file.toString()), null);
        }
        try {
            Receipt receipt = Receipt.of(envelope.content());
            return new CarriedDatabase(receipt, new CarriedContents(file, envelope, receipt.cargo()));
        } catch (CodecException | IllegalArgumentException e) {
            throw new RemoteException("file-not-ours", List.of(file.toString()), e);
        }
    }

    private static Identity own(Pass pass, Path file) throws RemoteException {
        @Nullable Identity own = pass.own();
        if (own == null) {
            throw new RemoteException("file-for-other", List.of(file.toString()), null);
        }
        return own;
    }
}
