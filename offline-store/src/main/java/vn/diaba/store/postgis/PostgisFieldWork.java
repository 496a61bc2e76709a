package vn.diaba.store.postgis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.remote.FieldWork;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.Reservation;

/** Leases and reserved numbers of a land database on PostgreSQL. Safe if its calls are. */
final class PostgisFieldWork implements FieldWork {
    private final PostgisCalls calls;

    PostgisFieldWork(PostgisCalls calls) {
        this.calls = calls;
    }

    private static List<Lease> read(JsonObject said) throws RemoteException {
        return PostgisLandDatabase.read(() -> {
            List<Lease> leases = new ArrayList<>();
            for (Object row : said.list("leases")) {
                if (!(row instanceof JsonObject lease)) {
                    throw new CodecException("not a lease", null);
                }
                leases.add(Lease.of(lease));
            }
            return leases;
        });
    }

    @Override
    public List<Lease> leases(int zone) throws RemoteException {
        return read(calls.object("leases(?)", zone));
    }

    @Override
    public List<Lease> lease(int zone, UUID client, String user, Area area) throws RemoteException {
        String text = new String(Json.write(area.fields()), StandardCharsets.UTF_8);
        return read(calls.object("lease(?, ?::uuid, ?::jsonb)", zone, client, text));
    }

    @Override
    public NumberReserve.Run reserve(int zone, Reservation asked) throws RemoteException {
        JsonObject said = calls.object(
                "numbers_reserve(?, ?::uuid, ?::uuid, ?, ?, ?)",
                zone,
                asked.id(),
                asked.client(),
                asked.commune(),
                asked.sheet(),
                asked.count());
        return PostgisLandDatabase.read(() -> new NumberReserve.Run(
                said.text("commune"), said.text("sheet"), said.number("first"), said.number("last")));
    }
}
