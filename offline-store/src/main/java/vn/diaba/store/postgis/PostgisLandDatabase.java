package vn.diaba.store.postgis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.FieldWork;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.wire.Deflated;
import vn.diaba.store.wire.PackedLand;
import vn.diaba.store.wire.WireJson;

/**
 * The land database on PostgreSQL with PostGIS, over JDBC. It judges what is pushed itself: guards, references, numbers and
 * codes, frozen parcels, overlaps and holes. Safe.
 */
public final class PostgisLandDatabase implements LandDatabase {
    /** The form of what is said between workspace and land database. */
    public static final int PROTOCOL = 1;

    private static final String PUSH = "push(?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?::jsonb)";
    private static final String PULL = "SELECT sync_api.pull_packed(?, ?::uuid, ?, ?, ?)";
    private static final String STATUS = "SELECT * FROM sync_api.status(?::uuid[])";
    private static final int SNAPSHOT_ATTEMPTS = 3;

    private final PostgisCalls calls;

    /** Connects to an address when it is first asked something. */
    public PostgisLandDatabase(PostgisAddress address) {
        calls = new PostgisCalls(address);
    }

    /** What the server says, read by a step that may find it unreadable. */
    interface Reading<T> {
        T read() throws CodecException, RemoteException;
    }

    static <T> T read(Reading<T> reading) throws RemoteException {
        try {
            return reading.read();
        } catch (CodecException | IllegalArgumentException e) {
            throw new RemoteException("answer-unreadable", List.of(), e);
        }
    }

    @Override
    public Hello hello(UUID client) throws RemoteException {
        JsonObject said = calls.object("hello(?::uuid, ?)", client, PROTOCOL);
        return read(() -> WireJson.hello(said));
    }

    @Override
    public PushAnswer push(Push push) throws RemoteException {
        List<Object> guards = new ArrayList<>();
        for (ObjectVersion guard : push.guards()) {
            guards.add(List.of(guard.key().kind(), guard.key().object(), guard.version()));
        }
        JsonObject said = calls.object(
                PUSH,
                push.id(),
                push.client(),
                PROTOCOL,
                push.zone(),
                push.author(),
                text(push.payload().land()),
                text(push.payload().person()),
                text(Json.write(guards)));
        return read(() -> answer(said));
    }

    static PushAnswer answer(JsonObject said) throws CodecException {
        switch (said.text("status")) {
            case "accepted":
                return new PushAnswer.Accepted(said.number("seq"), versions(said));
            case "stale":
                List<ObjectKey> objects = new ArrayList<>();
                for (Object item : said.list("objects")) {
                    List<?> key = (List<?>) item;
                    objects.add(new ObjectKey(String.valueOf(key.get(0)), String.valueOf(key.get(1))));
                }
                return new PushAnswer.Stale(objects);
            case "refused":
                List<LandJudge.Refusal> refusals = new ArrayList<>();
                for (Object item : said.list("refusals")) {
                    refusals.add(refusal((JsonObject) item));
                }
                return new PushAnswer.Refused(refusals);
            case "proposed":
                return new PushAnswer.Proposed();
            case "declined":
                return new PushAnswer.Declined(said.text("by"), said.text("reason"));
            default:
                throw new CodecException("an answer of a newer kind", null);
        }
    }

    private static LandJudge.Refusal refusal(JsonObject said) throws CodecException {
        List<ParcelId> parcels = new ArrayList<>();
        for (Object parcel : said.list("parcels")) {
            parcels.add(ParcelId.of(JsonObject.id(parcel)));
        }
        return new LandJudge.Refusal(
                said.text("rule"), parcels, said.decimal("east"), said.decimal("north"), said.text("detail"));
    }

    /** Versions in the form [[kind, object, version], …]. */
    private static List<ObjectVersion> versions(JsonObject said) throws CodecException {
        List<ObjectVersion> versions = new ArrayList<>();
        for (Object item : said.list("versions")) {
            if (!(item instanceof List<?> entry) || !(entry.get(2) instanceof Long version)) {
                throw new CodecException("not a version", null);
            }
            ObjectKey key = new ObjectKey(String.valueOf(entry.get(0)), String.valueOf(entry.get(1)));
            versions.add(new ObjectVersion(key, version));
        }
        return versions;
    }

    private static List<ObjectVersion> versions(String list) throws CodecException {
        return versions(PostgisCalls.json("{\"versions\":" + list + "}"));
    }

    @Override
    public Map<UUID, PushAnswer.Accepted> status(List<UUID> ids) throws RemoteException {
        Map<UUID, PushAnswer.Accepted> answers = new LinkedHashMap<>();
        calls.rows(
                STATUS,
                row -> answers.put(
                        row.getObject("id", UUID.class),
                        new PushAnswer.Accepted(row.getLong("seq"), versions(row.getString("versions")))),
                (Object) ids.toArray(UUID[]::new));
        return answers;
    }

    @Override
    public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
        return calls.rows(
                        PULL,
                        row -> WireJson.delta(
                                Json.read(Deflated.read(row.getBytes(1))).list("rows")),
                        after.zone(),
                        after.epoch(),
                        after.seq(),
                        after.chainBytes(),
                        maxBytes)
                .get(0);
    }

    @Override
    public Snapshot snapshot(int zone) throws RemoteException {
        for (int attempt = 1; ; attempt++) {
            JsonObject begun = calls.object("snapshot_begin(?)", zone);
            try {
                return read(() -> snapshot(zone, begun));
            } catch (RemoteException e) {
                if (attempt == SNAPSHOT_ATTEMPTS || !e.code().equals("snapshot-gone")) {
                    throw e;
                }
            }
        }
    }

    private Snapshot snapshot(int zone, JsonObject begun) throws CodecException, RemoteException {
        PackedLand packed = PackedLand.of(new Payload(part(zone, begun, "land"), part(zone, begun, "person")));
        Checkpoint at = new Checkpoint(
                zone, (int) begun.number("srid"), begun.id("epoch"), begun.number("seq"), begun.text("chain"));
        ZoneSpec spec =
                new ZoneSpec(zone, begun.text("name"), (int) begun.number("srid"), (int) begun.number("province"));
        return new Snapshot(spec, packed.land(), at, packed.versions());
    }

    private byte[] part(int zone, JsonObject begun, String name) throws CodecException, RemoteException {
        return calls.part(zone, begun.id("token"), name, (int) begun.number(name));
    }

    @Override
    public Checkpoint load(ZoneSpec zone, Fabric land) throws RemoteException {
        calls.run("zone_begin(?, ?, ?, ?)", zone.zone(), zone.province(), zone.name(), zone.srid());
        LandPages.of(land, page -> {
            Payload payload = ChangeCodec.encode(ChangeSet.planned(UUID.randomUUID(), "load", page));
            calls.run("zone_page(?, ?, ?)", zone.zone(), text(payload.land()), text(payload.person()));
        });
        JsonObject made = calls.object("zone_done(?)", zone.zone());
        return read(() ->
                new Checkpoint(zone.zone(), zone.srid(), made.id("epoch"), made.number("seq"), made.text("chain")));
    }

    @Override
    public FieldWork fieldWork() {
        return new PostgisFieldWork(calls);
    }

    @Override
    public Contents contents() {
        return new PostgisContents(calls);
    }

    @Override
    public OfficeFiles officeFiles() {
        return new PostgisOfficeFiles(calls);
    }

    @Override
    public Proposals proposals() {
        return new PostgisProposals(calls);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        calls.close();
    }
}
