package vn.diaba.store.postgis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

/** Proposals on PostgreSQL; its functions ask who calls. Safe. */
final class PostgisProposals implements Proposals {
    private final PostgisCalls calls;

    PostgisProposals(PostgisCalls calls) {
        this.calls = calls;
    }

    @Override
    public void mode(int zone, boolean approval) throws RemoteException {
        calls.run("zone_mode(?, ?)", zone, approval ? "approval" : "direct");
    }

    @Override
    public List<Proposal> list(int zone, Collection<UUID> known) throws RemoteException {
        JsonObject said = calls.object("proposals(?, ?::uuid[])", zone, known.toArray(UUID[]::new));
        return PostgisLandDatabase.read(() -> {
            List<Proposal> all = new ArrayList<>();
            for (Object row : said.list("proposals")) {
                if (!(row instanceof JsonObject object)) {
                    throw new CodecException("not a proposal", null);
                }
                all.add(Proposal.of(object));
            }
            return all;
        });
    }

    @Override
    public PushAnswer approve(int zone, UUID id) throws RemoteException {
        JsonObject said = calls.object("proposal_approve(?, ?::uuid)", zone, id);
        return PostgisLandDatabase.read(() -> PostgisLandDatabase.answer(said));
    }

    @Override
    public void decline(int zone, UUID id, String reason) throws RemoteException {
        calls.run("proposal_decline(?, ?::uuid, ?)", zone, id, reason);
    }

    @Override
    public boolean withdraw(int zone, UUID id) throws RemoteException {
        JsonObject said = calls.object("proposal_withdraw(?, ?::uuid)", zone, id);
        return Boolean.TRUE.equals(said.fields().get("withdrawn"));
    }
}
