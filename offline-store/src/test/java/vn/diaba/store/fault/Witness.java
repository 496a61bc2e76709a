package vn.diaba.store.fault;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** Writes down which verdicts a client was told. Safe when what it passes calls to is. */
class Witness implements LandDatabase {
    private final LandDatabase remote;
    private final Map<UUID, PushAnswer.Accepted> told = new ConcurrentHashMap<>();
    private final List<String> contradictions = new CopyOnWriteArrayList<>();

    Witness(LandDatabase remote) {
        this.remote = remote;
    }

    /** What was said to be accepted. */
    Map<UUID, PushAnswer.Accepted> told() {
        return told;
    }

    /** Verdicts that changed from one answer to the next. */
    List<String> contradictions() {
        return contradictions;
    }

    @Override
    public PushAnswer push(Push push) throws RemoteException {
        PushAnswer answer = remote.push(push);
        PushAnswer.Accepted before = told.get(push.id());
        if (before != null && !before.equals(answer)) {
            contradictions.add("I1 " + push.id() + " was " + before + " and is " + answer);
        }
        if (answer instanceof PushAnswer.Accepted accepted) {
            told.put(push.id(), accepted);
        }
        return answer;
    }

    @Override
    public Hello hello(UUID client) throws RemoteException {
        return remote.hello(client);
    }

    @Override
    public Map<UUID, PushAnswer.Accepted> status(List<UUID> ids) throws RemoteException {
        return remote.status(ids);
    }

    @Override
    public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
        return remote.pull(after, maxBytes);
    }

    @Override
    public Snapshot snapshot(int zone) throws RemoteException {
        return remote.snapshot(zone);
    }

    @Override
    public Checkpoint load(ZoneSpec zone, Fabric land) throws RemoteException {
        return remote.load(zone, land);
    }

    @Override
    public void close() throws RemoteException {
        remote.close();
    }
}
