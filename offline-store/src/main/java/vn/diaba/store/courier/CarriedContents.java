package vn.diaba.store.courier;

import java.util.List;
import vn.diaba.store.content.Content;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.RemoteException;

/** Contents where a land database is reached by files: what a change set names went with it in the parcel. Stateless. */
final class CarriedContents implements Contents {
    static final Contents IN_PARCEL = new CarriedContents();

    private CarriedContents() {}

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
        throw new RemoteException("file-cannot-fetch", List.of(content.sha256()), null);
    }
}
