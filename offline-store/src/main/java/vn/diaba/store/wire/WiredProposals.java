package vn.diaba.store.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;

/** Proposals at the other end of a line, and the answering half for them. Safe if the line is. */
final class WiredProposals implements Proposals {
    private final Line line;

    WiredProposals(Line line) {
        this.line = line;
    }

    /** Answers a call about proposals. */
    static Object answer(Proposals there, String function, JsonObject arguments)
            throws RemoteException, CodecException {
        int zone = WireJson.count(arguments, "p_zone");
        switch (function) {
            case Functions.PROPOSALS:
                Set<UUID> known = new HashSet<>();
                for (Object id : arguments.list("p_known")) {
                    known.add(JsonObject.id(id));
                }
                List<Object> rows = new ArrayList<>();
                there.list(zone, known).forEach(one -> rows.add(one.row()));
                return WireJson.fields("proposals", rows);
            case Functions.PROPOSAL_APPROVE:
                return WireJson.answer(there.approve(zone, arguments.id("p_id")));
            case Functions.PROPOSAL_DECLINE:
                there.decline(zone, arguments.id("p_id"), arguments.text("p_reason"));
                return WireJson.fields("status", "declined");
            case Functions.PROPOSAL_WITHDRAW:
                return WireJson.fields("withdrawn", there.withdraw(zone, arguments.id("p_id")));
            case Functions.ZONE_MODE:
                there.mode(zone, arguments.text("p_mode").equals("approval"));
                return WireJson.fields("zone", zone);
            default:
                throw new RemoteException("function-unknown", List.of(function), null);
        }
    }

    private JsonObject call(String function, @Nullable Object... namesAndValues) throws RemoteException {
        Map<String, @Nullable Object> arguments = WireJson.fields(namesAndValues);
        try {
            return WireJson.object(line.call(function, arguments));
        } catch (CodecException e) {
            throw wrong(function, e);
        }
    }

    private static RemoteException wrong(String function, CodecException e) {
        return new RemoteException("land-database-answer-wrong", List.of(function), e);
    }

    @Override
    public void mode(int zone, boolean approval) throws RemoteException {
        call(Functions.ZONE_MODE, "p_zone", zone, "p_mode", approval ? "approval" : "direct");
    }

    @Override
    public List<Proposal> list(int zone, Collection<UUID> known) throws RemoteException {
        JsonObject answer = call(Functions.PROPOSALS, "p_zone", zone, "p_known", List.copyOf(known));
        try {
            List<Proposal> all = new ArrayList<>();
            for (Object row : answer.list("proposals")) {
                all.add(Proposal.of(WireJson.object(row)));
            }
            return all;
        } catch (CodecException e) {
            throw wrong(Functions.PROPOSALS, e);
        }
    }

    @Override
    public PushAnswer approve(int zone, UUID id) throws RemoteException {
        try {
            return WireJson.answer(call(Functions.PROPOSAL_APPROVE, "p_zone", zone, "p_id", id));
        } catch (CodecException e) {
            throw wrong(Functions.PROPOSAL_APPROVE, e);
        }
    }

    @Override
    public void decline(int zone, UUID id, String reason) throws RemoteException {
        call(Functions.PROPOSAL_DECLINE, "p_zone", zone, "p_id", id, "p_reason", reason);
    }

    @Override
    public boolean withdraw(int zone, UUID id) throws RemoteException {
        return Boolean.TRUE.equals(call(Functions.PROPOSAL_WITHDRAW, "p_zone", zone, "p_id", id)
                .fields()
                .get("withdrawn"));
    }
}
