package vn.diaba.store.courier;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.RemoteException;

/** Brings the contents of a file to the land database, before the change sets that name them. Immutable. */
record Unloading(Path file, Envelope envelope, Outgoing brought) {
    /** What only the one means who sent it: his change sets get the same answer. */
    private static final Set<String> NOT_HIS = Set.of("zone-unknown", "land-database-denied", "content-hidden");

    /**
     * Brings those that are not there.
     *
     * @throws RemoteException {@code file-altered} when one is not what it was; those before it are there
     */
    void into(Contents there) throws RemoteException {
        Checkpoint at = brought.at();
        if (at == null || brought.contents().isEmpty()) {
            return;
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            Freight freight = Freight.of(envelope.content().text(Letter.FREIGHT));
            Set<Content> missing = new HashSet<>(there.missing(at.zone(), brought.contents()));
            Freight.Place place = Freight.Place.FIRST;
            for (Content content : brought.contents()) {
                if (missing.remove(content)) {
                    for (int part : there.settle(at.zone(), content)) {
                        byte[] bytes = freight.read(in, envelope.freightAt(), place, content, part);
                        there.bring(at.zone(), content, part, bytes);
                    }
                    if (!there.settle(at.zone(), content).isEmpty()) {
                        throw new EOFException("another content");
                    }
                }
                place = place.after(content);
            }
        } catch (EOFException | CodecException e) {
            throw altered(e);
        } catch (IOException e) {
            throw new RemoteException("file-unreadable", List.of(file.toString()), e);
        } catch (RemoteException e) {
            if (!NOT_HIS.contains(e.code())) {
                throw e;
            }
        }
    }

    private RemoteException altered(Exception cause) {
        return new RemoteException("file-altered", List.of(file.toString()), cause);
    }
}
