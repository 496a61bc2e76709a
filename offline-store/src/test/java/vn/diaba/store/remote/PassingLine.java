package vn.diaba.store.remote;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;

/** A land database behind a line on which tests do what they like. */
public class PassingLine implements LandDatabase {
    private final LandDatabase whole;

    /** In front of {@code whole}. */
    public PassingLine(LandDatabase whole) {
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
