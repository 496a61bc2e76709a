package vn.diaba.store.fault;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.PassingLine;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

/** Writes down which verdicts a client was told. Safe when what it passes calls to is. */
class Witness extends PassingLine {
    private final Contents contents;
    private final Map<UUID, PushAnswer.Accepted> told = new ConcurrentHashMap<>();
    private final List<String> contradictions = new CopyOnWriteArrayList<>();

    Witness(LandDatabase remote) {
        super(remote);
        contents = remote.contents();
    }

    @Override
    public Contents contents() {
        return contents;
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
        PushAnswer answer = super.push(push);
        PushAnswer.Accepted before = told.get(push.id());
        if (before != null && !before.equals(answer)) {
            contradictions.add("I1 " + push.id() + " was " + before + " and is " + answer);
        }
        if (answer instanceof PushAnswer.Accepted accepted) {
            told.put(push.id(), accepted);
        }
        return answer;
    }
}
