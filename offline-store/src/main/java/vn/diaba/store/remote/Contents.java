package vn.diaba.store.remote;

import java.util.List;
import vn.diaba.store.content.Content;

/**
 * The contents of files that belong to the land of a zone. One that was brought in parts is there when it was settled, not
 * before; parts that nobody settles go after a day. Calls may be repeated. Every call fails with {@code zone-unknown} for a zone
 * that this user may not see. Implementations are safe.
 */
public interface Contents {
    /** Of a land database that keeps none. */
    Contents NONE = new NoContents();

    /**
     * Those that are not there, in the order asked.
     *
     * @throws RemoteException {@code content-hidden} for one who may neither write there nor see persons
     */
    List<Content> missing(int zone, List<Content> asked) throws RemoteException;

    /**
     * Brings a part; one that is there already stays as it is.
     *
     * @param content what it is a part of
     * @param part from 0 to below {@link Content#parts}
     * @param bytes all of it
     * @throws RemoteException {@code land-database-denied} for one who may not write there; {@code request-wrong} for another
     *     number of bytes
     */
    void bring(int zone, Content content, int part, byte[] bytes) throws RemoteException;

    /**
     * Makes a content count of which all parts have come, when its hash is right; parts of another hash are thrown away, and
     * missing again.
     *
     * @return parts that are still to be brought, ascending; none when it is there from now on, or was already
     * @throws RemoteException {@code land-database-denied} for one who may not write there; {@code request-wrong} for a length
     *     of 0 and a hash of something
     */
    List<Integer> settle(int zone, Content content) throws RemoteException;

    /**
     * The bytes of a part. That somebody reads a content is written down before the first is given.
     *
     * @throws RemoteException {@code content-hidden} for one who may not see persons there; {@code content-gone} when it is not
     *     there; {@code content-broken} when it is not as it was brought
     */
    byte[] part(int zone, Content content, int part) throws RemoteException;
}
