package vn.diaba.store.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.FieldWork;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.Reservation;

/** Leases and reserved numbers at the other end of a line, and the answering half for them. Safe if the line is. */
final class WiredFieldWork implements FieldWork {
    private final Line line;

    WiredFieldWork(Line line) {
        this.line = line;
    }

    /** Answers a call about leases and numbers. */
    static Object answer(FieldWork there, String function, JsonObject arguments)
            throws RemoteException, CodecException {
        int zone = WireJson.count(arguments, "p_zone");
        switch (function) {
            case Functions.LEASES:
                return rows(there.leases(zone));
            case Functions.LEASE:
                return rows(there.lease(zone, arguments.id("p_client"), "", Area.of(arguments.object("p_area"))));
            default:
                NumberReserve.Run run = there.reserve(
                        zone,
                        new Reservation(
                                arguments.id("p_id"),
                                arguments.id("p_client"),
                                arguments.text("p_commune"),
                                arguments.text("p_sheet"),
                                WireJson.count(arguments, "p_count")));
                return WireJson.fields(
                        "commune", run.commune(), "sheet", run.sheet(), "first", run.first(), "last", run.last());
        }
    }

    private static Object rows(List<Lease> leases) {
        List<Object> rows = new ArrayList<>();
        leases.forEach(one -> rows.add(one.fields()));
        return WireJson.fields("leases", rows);
    }

    private List<Lease> leases(String function, @Nullable Object... namesAndValues) throws RemoteException {
        Object answer = line.call(function, WireJson.fields(namesAndValues));
        try {
            List<Lease> leases = new ArrayList<>();
            for (Object row : WireJson.object(answer).list("leases")) {
                leases.add(Lease.of(WireJson.object(row)));
            }
            return leases;
        } catch (CodecException e) {
            throw new RemoteException("land-database-answer-wrong", List.of(function), e);
        }
    }

    @Override
    public List<Lease> leases(int zone) throws RemoteException {
        return leases(Functions.LEASES, "p_zone", zone);
    }

    @Override
    public List<Lease> lease(int zone, UUID client, String user, Area area) throws RemoteException {
        return leases(Functions.LEASE, "p_zone", zone, "p_client", client, "p_area", area.fields());
    }

    @Override
    public NumberReserve.Run reserve(int zone, Reservation asked) throws RemoteException {
        Object answer = line.call(
                Functions.NUMBERS_RESERVE,
                WireJson.fields(
                        "p_zone",
                        zone,
                        "p_id",
                        asked.id(),
                        "p_client",
                        asked.client(),
                        "p_commune",
                        asked.commune(),
                        "p_sheet",
                        asked.sheet(),
                        "p_count",
                        asked.count()));
        try {
            JsonObject run = WireJson.object(answer);
            return new NumberReserve.Run(
                    run.text("commune"), run.text("sheet"), run.number("first"), run.number("last"));
        } catch (CodecException | IllegalArgumentException e) {
            throw new RemoteException("land-database-answer-wrong", List.of(Functions.NUMBERS_RESERVE), e);
        }
    }
}
