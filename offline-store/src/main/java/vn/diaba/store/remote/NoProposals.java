package vn.diaba.store.remote;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** There are none and there will be none. Immutable. */
final class NoProposals implements Proposals {
    @Override
    public void mode(int zone, boolean approval) throws RemoteException {
        if (approval) {
            throw new RemoteException("approval-unavailable", List.of(zone), null);
        }
    }

    @Override
    public List<Proposal> list(int zone, Collection<UUID> known) {
        return List.of();
    }

    @Override
    public PushAnswer approve(int zone, UUID id) throws RemoteException {
        throw unknown(id);
    }

    @Override
    public void decline(int zone, UUID id, String reason) throws RemoteException {
        throw unknown(id);
    }

    @Override
    public boolean withdraw(int zone, UUID id) {
        return true;
    }

    private static RemoteException unknown(UUID id) {
        return new RemoteException("proposal-unknown", List.of(id), null);
    }
}
