package vn.diaba.store.courier;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.content.Content;
import vn.diaba.store.office.Identity;
import vn.diaba.store.remote.RemoteException;

/**
 * A file that is written, with or without contents behind its envelope.
 *
 * @param content what it says; the key of the contents is added
 */
record Letter(Path file, Envelope.Head head, Identity writer, PublicKey reader, Map<String, @Nullable Object> content) {
    /** The key of the contents behind an envelope. */
    static final String FREIGHT = "freight";

    /** Writes it; none of the contents stands whole in memory. */
    <E extends Exception> void write(List<Content> contents, FilePost.Parts<E> parts) throws RemoteException, E {
        if (contents.isEmpty()) {
            Envelope.write(file, head, writer, reader, content);
            return;
        }
        Freight freight = Freight.fresh();
        content.put(FREIGHT, freight.text());
        byte[] envelope;
        try {
            envelope = Envelope.bytes(head, writer, reader, content);
        } catch (IOException e) {
            throw new RemoteException("file-not-written", List.of(file.toString()), e);
        }
        Envelope.<E>write(file, envelope, out -> freight.write(out, contents, parts));
    }
}
