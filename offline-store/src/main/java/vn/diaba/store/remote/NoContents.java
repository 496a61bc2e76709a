package vn.diaba.store.remote;

import java.util.List;
import vn.diaba.store.content.Content;

/** A land database that keeps no contents. Stateless. */
final class NoContents implements Contents {
    @Override
    public List<Content> missing(int zone, List<Content> asked) throws RemoteException {
        throw new RemoteException("contents-not-kept", List.of(), null);
    }

    @Override
    public void bring(int zone, Content content, int part, byte[] bytes) throws RemoteException {
        throw new RemoteException("contents-not-kept", List.of(), null);
    }

    @Override
    public List<Integer> settle(int zone, Content content) throws RemoteException {
        throw new RemoteException("contents-not-kept", List.of(), null);
    }

    @Override
    public byte[] part(int zone, Content content, int part) throws RemoteException {
        throw new RemoteException("contents-not-kept", List.of(), null);
    }
}
