package vn.diaba.store.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.FieldWork;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.PartSize;

/** The caller's half: a land database at the other end of a line. Safe if the line is. */
public final class WiredLandDatabase implements LandDatabase {
    private static final int SNAPSHOT_ATTEMPTS = 3;

    private final Line line;

    /** Works over a line, which is closed with this. */
    public WiredLandDatabase(Line line) {
        this.line = line;
    }

    /** Reads an answer. */
    private interface Reading<T> {
        T of(Object answer) throws CodecException, RemoteException;
    }

    private <T> T call(String function, Map<String, @Nullable Object> arguments, Reading<T> reading)
            throws RemoteException {
        Object answer = line.call(function, arguments);
        try {
            return reading.of(answer);
        } catch (CodecException | IllegalArgumentException e) {
            throw new RemoteException("land-database-answer-wrong", List.of(function), e);
        }
    }

    @Override
    public Hello hello(UUID asking) throws RemoteException {
        return call(Functions.HELLO, WireJson.fields("p_client", asking, "p_protocol", Functions.PROTOCOL), given -> {
            JsonObject answer = WireJson.object(given);
            long least = answer.number("protocolMin");
            long most = answer.number("protocolMax");
            if (Functions.PROTOCOL < least || Functions.PROTOCOL > most) {
                throw new RemoteException("protocol-differs", List.of(Functions.PROTOCOL, least, most), null);
            }
            return WireJson.hello(answer);
        });
    }

    @Override
    public PushAnswer push(Push push) throws RemoteException {
        int bytes = push.payload().land().length + push.payload().person().length;
        if (bytes > Functions.MAX_PAYLOAD_BYTES) {
            throw new RemoteException("change-set-too-large", List.of(push.id()), null);
        }
        return call(Functions.PUSH, WireJson.push(push), answer -> WireJson.answer(WireJson.object(answer)));
    }

    @Override
    public Map<UUID, PushAnswer.Accepted> status(List<UUID> ids) throws RemoteException {
        return call(Functions.STATUS, WireJson.fields("p_ids", ids), answer -> {
            Map<UUID, PushAnswer.Accepted> verdicts = new LinkedHashMap<>();
            for (Object item : WireJson.rows(answer)) {
                JsonObject row = WireJson.object(item);
                verdicts.put(
                        row.id("id"),
                        new PushAnswer.Accepted(row.number("seq"), WireJson.versions(row.list("versions"))));
            }
            return verdicts;
        });
    }

    @Override
    public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
        return call(
                Functions.PULL,
                WireJson.fields(
                        "p_zone",
                        after.zone(),
                        "p_epoch",
                        after.epoch(),
                        "p_after",
                        after.seq(),
                        "p_chain",
                        WireJson.hex(after.chainBytes()),
                        "p_max_bytes",
                        maxBytes),
                answer -> WireJson.delta(WireJson.rows(answer)));
    }

    /** How the land of a zone is announced. */
    private record Parts(ZoneSpec zone, Checkpoint at, UUID token, int land, int person) {
        static Parts of(Object answer) throws CodecException {
            JsonObject from = WireJson.object(answer);
            ZoneSpec zone = new ZoneSpec(WireJson.count(from, "zone"), from.text("name"), WireJson.count(from, "srid"));
            Checkpoint at = new Checkpoint(zone.zone(), zone.srid(), from.id("epoch"), 0, "")
                    .at(from.number("seq"), WireJson.bytes(from.text("chain")));
            return new Parts(zone, at, from.id("token"), WireJson.count(from, "land"), WireJson.count(from, "person"));
        }
    }

    @Override
    public Snapshot snapshot(int zone) throws RemoteException {
        return paged(Functions.SNAPSHOT_BEGIN, WireJson.fields("p_zone", zone));
    }

    @Override
    public Snapshot part(int zone, Area area) throws RemoteException {
        return paged(Functions.PART_BEGIN, WireJson.fields("p_zone", zone, "p_area", area.fields()));
    }

    @Override
    public PartSize size(int zone, Area area) throws RemoteException {
        return call(Functions.PART_SIZE, WireJson.fields("p_zone", zone, "p_area", area.fields()), answer -> {
            JsonObject size = WireJson.object(answer);
            return new PartSize(WireJson.count(size, "own"), WireJson.count(size, "parcels"), size.number("bytes"));
        });
    }

    private Snapshot paged(String begin, Map<String, @Nullable Object> arguments) throws RemoteException {
        for (int attempt = 1; ; attempt++) {
            Parts parts = call(begin, arguments, Parts::of);
            try {
                return snapshot(parts);
            } catch (RemoteException e) {
                if (attempt == SNAPSHOT_ATTEMPTS || !e.code().equals("snapshot-gone")) {
                    throw e;
                }
            }
        }
    }

    private Snapshot snapshot(Parts parts) throws RemoteException {
        Payload packed = new Payload(part(parts, "land", parts.land), part(parts, "person", parts.person));
        try {
            PackedLand land = PackedLand.of(packed);
            return new Snapshot(parts.zone, land.land(), parts.at, land.versions());
        } catch (CodecException e) {
            throw new RemoteException("land-database-answer-wrong", List.of(Functions.SNAPSHOT_PART), e);
        }
    }

    private byte[] part(Parts parts, String name, int length) throws RemoteException {
        return line.bytes(
                Functions.SNAPSHOT_PART,
                WireJson.fields("p_zone", parts.zone.zone(), "p_token", parts.token, "p_part", name),
                length);
    }

    @Override
    public Checkpoint load(ZoneSpec zone, Fabric land) throws RemoteException {
        line.call(
                Functions.ZONE_BEGIN,
                WireJson.fields(
                        "p_zone",
                        zone.zone(),
                        "p_province",
                        zone.province(),
                        "p_name",
                        zone.name(),
                        "p_srid",
                        zone.srid()));
        for (Payload page : LandPages.of(land)) {
            line.call(
                    Functions.ZONE_PAGE,
                    WireJson.fields(
                            "p_zone",
                            zone.zone(),
                            "p_land",
                            WireJson.text(page.land()),
                            "p_person",
                            WireJson.text(page.person())));
        }
        return call(
                Functions.ZONE_DONE,
                WireJson.fields("p_zone", zone.zone()),
                answer -> WireJson.checkpoint(WireJson.object(answer)));
    }

    @Override
    public FieldWork fieldWork() {
        return new WiredFieldWork(line);
    }

    @Override
    public Contents contents() {
        return new WiredContents(line);
    }

    @Override
    public OfficeFiles officeFiles() {
        return new WiredOfficeFiles(line);
    }

    /**
     * A token like the one this line shows, from now on.
     *
     * @throws RemoteException {@code function-unknown} from a gateway that gives none
     */
    public String renewed() throws RemoteException {
        return call(Functions.TOKEN_RENEW, WireJson.fields(), answer -> WireJson.object(answer)
                .text("token"));
    }

    @Override
    public Proposals proposals() {
        return new WiredProposals(line);
    }

    @Override
    public void close() throws RemoteException {
        line.close();
    }
}
