package vn.diaba.store.courier;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.RemoteException;

/**
 * Contents where a land database is reached by files: what a change set names went with it in the parcel, and what was asked for
 * came back with the receipt. Immutable.
 */
final class CarriedContents implements Contents {
    private final Path file;
    private final long freightAt;
    private final @Nullable Freight freight;
    private final Cargo cargo;
    private final Map<Content, Freight.Place> places = new HashMap<>();

    /** Of a receipt that was read from a file. */
    CarriedContents(Path file, Envelope envelope, Cargo cargo) throws CodecException {
        this.file = file;
        this.cargo = cargo;
        freightAt = envelope.freightAt();
        freight = cargo.given().isEmpty() ? null : Freight.of(envelope.content().text(Letter.FREIGHT));
        Freight.Place place = Freight.Place.FIRST;
        for (Content content : cargo.given()) {
            places.put(content, place);
            place = place.after(content);
        }
    }

    @Override
    public List<Content> missing(int zone, List<Content> asked) {
        return List.of();
    }

    @Override
    public void bring(int zone, Content content, int part, byte[] bytes) {
        // It went with the parcel.
    }

    @Override
    public List<Integer> settle(int zone, Content content) {
        return List.of();
    }

    @Override
    public byte[] part(int zone, Content content, int part) throws RemoteException {
        Freight.Place place = places.get(content);
        if (place == null || freight == null) {
            throw new RemoteException(whyNot(content), List.of(content.sha256()), null);
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            return freight.read(in, freightAt, place, content, part);
        } catch (EOFException e) {
            throw new RemoteException("file-altered", List.of(file.toString()), e);
        } catch (IOException e) {
            throw new RemoteException("file-unreadable", List.of(file.toString()), e);
        }
    }

    private String whyNot(Content content) {
        if (!cargo.withheld().contains(content)) {
            return "file-cannot-fetch";
        }
        return cargo.why().isEmpty() ? "content-gone" : cargo.why();
    }
}
