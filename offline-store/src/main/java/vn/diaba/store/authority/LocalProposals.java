package vn.diaba.store.authority;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.authority.ProposalTables.Row;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.ZoneVersions;

/** The proposals of an embedded land database, as one person decides them. Safe. */
final class LocalProposals implements Proposals {
    private final LocalAuthority authority;
    private final String caller;
    private final IntPredicate mayWrite;
    private final FourEyes rule;

    LocalProposals(LocalAuthority authority, String caller, IntPredicate mayWrite, FourEyes rule) {
        this.authority = authority;
        this.caller = caller;
        this.mayWrite = mayWrite;
        this.rule = rule;
    }

    @Override
    public void mode(int zone, boolean approval) throws RemoteException {
        authority.call(true, tables -> {
            LocalAuthority.zone(tables, zone);
            tables.proposals().setMode(zone, approval);
            return true;
        });
    }

    @Override
    public List<Proposal> list(int zone, Collection<UUID> known) throws RemoteException {
        Set<UUID> there = new HashSet<>(known);
        return authority.call(false, tables -> {
            Fabric land = authority.land(tables, LocalAuthority.zone(tables, zone));
            List<Proposal> all = new ArrayList<>();
            for (Row row : tables.proposals().rows(zone)) {
                Proposal one = row.proposal();
                boolean current = one.state() == State.OPEN;
                for (ObjectVersion guard : row.guards()) {
                    boolean exists = ZoneVersions.exists(land, guard.key());
                    current &= tables.version(zone, guard.key(), exists) == guard.version();
                }
                Proposal said = new Proposal(
                        one.id(),
                        one.author(),
                        one.offeredAt(),
                        one.payload(),
                        one.state(),
                        one.by(),
                        one.reason(),
                        current);
                all.add(there.contains(one.id()) ? said.bare() : said);
            }
            return all;
        });
    }

    @Override
    public PushAnswer approve(int zone, UUID id) throws RemoteException {
        return authority.push(
                tables -> {
                    Row row = row(tables, zone, id);
                    State state = row.proposal().state();
                    if (state != State.OPEN && state != State.ACCEPTED) {
                        throw unknown(id);
                    }
                    if (!rule.allows(row.proposal().author(), caller)) {
                        throw new RemoteException(
                                "four-eyes", List.of(row.proposal().author()), null);
                    }
                    return row.push();
                },
                mayWrite,
                caller,
                true);
    }

    @Override
    public void decline(int zone, UUID id, String reason) throws RemoteException {
        if (reason.strip().length() < LEAST_REASON) {
            throw new RemoteException("decline-needs-reason", List.of(LEAST_REASON), null);
        }
        authority.call(true, tables -> {
            State state = row(tables, zone, id).proposal().state();
            if (state != State.OPEN && state != State.DECLINED) {
                throw unknown(id);
            }
            if (state == State.OPEN) {
                tables.proposals().decide(id, State.DECLINED, caller, reason.strip(), authority.now());
            }
            return true;
        });
    }

    @Override
    public boolean withdraw(int zone, UUID id) throws RemoteException {
        return authority.call(true, tables -> {
            LocalAuthority.zone(tables, zone);
            Row row = tables.proposals().find(id);
            boolean here = row != null && row.zone() == zone;
            if (here && !caller.isEmpty() && !row.proposal().author().equals(caller)) {
                throw new RemoteException("land-database-denied", List.of(caller), null);
            }
            AuthorityTables.PushedRow pushed = tables.findPushed(id);
            if (pushed != null && (caller.isEmpty() || pushed.author().equals(caller))) {
                return false;
            }
            if (here && row.proposal().state() == State.OPEN) {
                tables.proposals().decide(id, State.WITHDRAWN, row.proposal().author(), "", authority.now());
            }
            return true;
        });
    }

    private static Row row(AuthorityTables tables, int zone, UUID id)
            throws RemoteException, java.sql.SQLException, vn.diaba.store.db.StoreException {
        LocalAuthority.zone(tables, zone);
        Row row = tables.proposals().find(id);
        if (row == null || row.zone() != zone) {
            throw unknown(id);
        }
        return row;
    }

    private static RemoteException unknown(UUID id) {
        return new RemoteException("proposal-unknown", List.of(id), null);
    }
}
