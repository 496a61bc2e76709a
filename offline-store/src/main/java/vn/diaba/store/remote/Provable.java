package vn.diaba.store.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Logs that prove themselves, each a chain of hashes. The log of a zone goes by the zone's number. Whoever can make all hashes
 * anew is found by heads that were kept elsewhere before. Implementations are safe.
 */
public interface Provable {
    /** The last entry of each log, as to be kept where nobody of this land database can write. */
    List<Head> heads() throws RemoteException;

    /** The first entry of each log that is not what it was; none when all hold. About 5 s for 100,000 entries. */
    List<Fault> verify() throws RemoteException;

    /** The hash of a log after a sequence, hexadecimal; null when it never came there. */
    @Nullable
    String hashAt(String log, long seq) throws RemoteException;

    /** Where the logs are not what they were when these heads were kept: cut off at the end, or made anew. */
    default List<Fault> verify(List<Head> kept) throws RemoteException {
        List<Fault> faults = new ArrayList<>();
        for (Head head : kept) {
            if (!head.hash.equals(hashAt(head.log, head.seq))) {
                faults.add(new Fault(head.log, head.seq, "not-as-kept"));
            }
        }
        return faults;
    }

    /**
     * Reads every content that is there and proves its hash, and looks whether that of every attachment of the land is there.
     * About 10 s for a gigabyte; others are served in between.
     */
    Holding contents() throws RemoteException;

    /**
     * The contents of a land database. Immutable.
     *
     * @param count how many are there
     * @param bytes how long they are together
     * @param broken those that are not as they were brought
     * @param gone attachments of the land whose contents are not there. A content goes before what names it, so each is damage,
     *     or came with land that was loaded without it. What was removed from the land is not asked for: whoever brings it back
     *     brings its content first
     */
    record Holding(long count, long bytes, List<Broken> broken, List<Gone> gone) {
        /** Copies the lists. */
        public Holding {
            broken = List.copyOf(broken);
            gone = List.copyOf(gone);
        }
    }

    /** An attachment of a zone, by its id since its name is personal, whose content is not there at all. */
    record Gone(int zone, UUID attachment, String sha256) {}

    /** A content of a zone whose bytes are not those of its hash. */
    record Broken(int zone, String sha256) {}

    /**
     * The end of a log. Immutable.
     *
     * @param log a zone's number, or the name of a log of what was done
     * @param seq sequence of the last entry, 0 for none
     * @param hash after it, hexadecimal
     */
    record Head(String log, long seq, String hash) {}

    /**
     * An entry that is not what it was. Immutable.
     *
     * @param log a zone's number, or the name of a log of what was done
     * @param seq its sequence
     * @param what {@code missing}, {@code altered}, {@code inserted} or {@code not-as-kept}
     */
    record Fault(String log, long seq, String what) {}
}
