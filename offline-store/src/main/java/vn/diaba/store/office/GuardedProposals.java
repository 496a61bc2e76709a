package vn.diaba.store.office;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

/** Proposals as an account may see and decide them; every decision is written down. Safe. */
final class GuardedProposals implements Proposals {
    private final Proposals inner;
    private final Register register;
    private final Account account;

    GuardedProposals(LocalAuthority authority, Register register, Account account) {
        inner = authority.proposals(account.name(), account::mayWrite);
        this.register = register;
        this.account = account;
    }

    private void requireSight(int zone) throws RemoteException {
        if (account.sight(zone).isEmpty()) {
            throw new RemoteException("zone-unknown", List.of(zone), null);
        }
    }

    private void require(boolean right) throws RemoteException {
        if (!right) {
            throw new RemoteException("land-database-denied", List.of(account.name()), null);
        }
    }

    @Override
    public void mode(int zone, boolean approval) throws RemoteException {
        requireSight(zone);
        require(account.role() == Role.ADMIN);
        inner.mode(zone, approval);
        register.note(account.name(), "zone-mode", zone + (approval ? " approval" : " direct"), "");
    }

    @Override
    public List<Proposal> list(int zone, Collection<UUID> known) throws RemoteException {
        requireSight(zone);
        List<Proposal> mine = new ArrayList<>();
        for (Proposal one : inner.list(zone, known)) {
            if (one.state() == State.OPEN || one.author().equals(account.name())) {
                mine.add(account.seesPersons(zone) ? one : one.masked());
            }
        }
        return mine;
    }

    @Override
    public PushAnswer approve(int zone, UUID id) throws RemoteException {
        requireSight(zone);
        require(account.mayApprove(zone));
        PushAnswer answer = inner.approve(zone, id);
        String what = answer instanceof PushAnswer.Accepted ? "proposal-approved" : "proposal-not-approved";
        register.note(account.name(), what, zone + " " + id, "");
        return answer;
    }

    @Override
    public void decline(int zone, UUID id, String reason) throws RemoteException {
        requireSight(zone);
        require(account.mayApprove(zone));
        inner.decline(zone, id, reason);
        register.note(account.name(), "proposal-declined", zone + " " + id, "");
    }

    @Override
    public boolean withdraw(int zone, UUID id) throws RemoteException {
        requireSight(zone);
        return inner.withdraw(zone, id);
    }
}
