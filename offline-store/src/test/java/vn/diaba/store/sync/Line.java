package vn.diaba.store.sync;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;

/** A land database behind a line on which tests do what they like. */
class Line implements LandDatabase {
    private final LandDatabase whole;

    Line(LandDatabase whole) {
        this.whole = whole;
    }

    @Override
    public Hello hello(UUID client) throws RemoteException {
        return whole.hello(client);
    }

    @Override
    public PushAnswer push(Push push) throws RemoteException {
        return whole.push(push);
    }

    @Override
    public Map<UUID, PushAnswer.Accepted> status(List<UUID> ids) throws RemoteException {
        return whole.status(ids);
    }

    @Override
    public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
        return whole.pull(after, maxBytes);
    }

    @Override
    public Snapshot snapshot(int zone) throws RemoteException {
        return whole.snapshot(zone);
    }

    @Override
    public Checkpoint load(ZoneSpec zone, Fabric land) throws RemoteException {
        return whole.load(zone, land);
    }

    @Override
    public void close() throws RemoteException {
        whole.close();
    }
}
