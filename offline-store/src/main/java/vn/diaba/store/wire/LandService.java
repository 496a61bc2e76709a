package vn.diaba.store.wire;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.PartSize;

/** The answering half: takes a call by name and answers it from a land database as its user may see it. Safe. */
public final class LandService {
    private static final int MAX_PAGES = 5_000;
    private static final int MAX_IDS = 10_000;
    private static final double FARTHEST_METRES = 1_000;

    private final Clock clock;
    private final PageStore snapshots;
    private final Map<String, Load> loads = new ConcurrentHashMap<>();

    /**
     * Keeps what is needed between the calls of one transfer.
     *
     * @param transferBytes how much memory snapshots on their way may take
     */
    public LandService(Clock clock, long transferBytes) {
        this.clock = clock;
        snapshots = new PageStore(transferBytes);
    }

    /** A zone on its way, its pages by hash in the order they came. Guarded by itself. */
    private record Load(ZoneSpec zone, Map<String, Payload> pages) {}

    /**
     * Answers one call.
     *
     * @param function one of {@link Functions#WITH_TOKEN}
     * @return what {@link vn.diaba.store.codec.Json} can write, or an array of bytes to be sent as they are
     * @throws RemoteException what the land database declines; {@code function-unknown}, {@code request-wrong}
     */
    public Object answer(CentralOffice central, String function, JsonObject arguments) throws RemoteException {
        try {
            switch (function) {
                case Functions.HELLO:
                    return WireJson.hello(central.hello(arguments.id("p_client")), clock.instant());
                case Functions.PUSH:
                    protocol(arguments);
                    return WireJson.answer(central.push(bounded(WireJson.push(arguments))));
                case Functions.STATUS:
                    return status(central, arguments);
                case Functions.PULL:
                    return pull(central, arguments);
                case Functions.SNAPSHOT_BEGIN:
                    return snapshot(central, central.snapshot(WireJson.count(arguments, "p_zone")));
                case Functions.SNAPSHOT_PART:
                    return part(central, arguments);
                default:
                    return rare(central, function, arguments);
            }
        } catch (CodecException | IllegalArgumentException e) {
            throw new RemoteException("request-wrong", List.of(function), e);
        }
    }

    private Object rare(CentralOffice central, String function, JsonObject arguments)
            throws RemoteException, CodecException {
        switch (function) {
            case Functions.NEIGHBOURS:
                return neighbours(central, arguments);
            case Functions.REVEAL_PII:
                return reveal(central, arguments);
            case Functions.PART_BEGIN:
                return snapshot(
                        central,
                        central.part(WireJson.count(arguments, "p_zone"), Area.of(arguments.object("p_area"))));
            case Functions.PART_SIZE:
                PartSize size = central.size(WireJson.count(arguments, "p_zone"), Area.of(arguments.object("p_area")));
                return WireJson.fields("own", size.own(), "parcels", size.parcels(), "bytes", size.bytes());
            case Functions.LEASES:
            case Functions.LEASE:
            case Functions.NUMBERS_RESERVE:
                return WiredFieldWork.answer(central.fieldWork(), function, arguments);
            case Functions.OFFICE_FILES:
            case Functions.OFFICE_PART:
                return WiredOfficeFiles.answer(central.officeFiles(), function, arguments);
            case Functions.CONTENT_MISSING:
            case Functions.CONTENT_BRING:
            case Functions.CONTENT_SETTLE:
            case Functions.CONTENT_PART:
                return WiredContents.answer(central.contents(), function, arguments);
            case Functions.TOKEN_RENEW:
                return WireJson.fields("token", central.renewed());
            case Functions.ZONE_BEGIN:
                return zoneBegin(central, arguments);
            case Functions.ZONE_PAGE:
                return zonePage(central, arguments);
            case Functions.ZONE_DONE:
                return zoneDone(central, arguments);
            default:
                return WiredProposals.answer(central.proposals(), function, arguments);
        }
    }

    private static void protocol(JsonObject arguments) throws CodecException, RemoteException {
        long spoken = arguments.number("p_protocol");
        if (spoken != Functions.PROTOCOL) {
            throw new RemoteException(
                    "protocol-differs", List.of(spoken, Functions.PROTOCOL, Functions.PROTOCOL), null);
        }
    }

    private static Push bounded(Push push) throws RemoteException {
        if (push.payload().land().length + push.payload().person().length > Functions.MAX_PAYLOAD_BYTES) {
            throw new RemoteException("change-set-too-large", List.of(push.id()), null);
        }
        return push;
    }

    private static Object status(CentralOffice central, JsonObject arguments) throws RemoteException, CodecException {
        List<UUID> ids = new ArrayList<>();
        List<?> asked = arguments.list("p_ids");
        if (asked.size() > MAX_IDS) {
            throw new RemoteException("request-too-large", List.of(MAX_IDS), null);
        }
        for (Object id : asked) {
            ids.add(JsonObject.id(id));
        }
        List<Object> rows = new ArrayList<>();
        central.status(ids)
                .forEach((id, verdict) -> rows.add(WireJson.fields(
                        "id", id, "seq", verdict.seq(), "versions", WireJson.versionRows(verdict.versions()))));
        return rows;
    }

    private static Object pull(CentralOffice central, JsonObject arguments) throws RemoteException, CodecException {
        Checkpoint after = new Checkpoint(WireJson.count(arguments, "p_zone"), 0, arguments.id("p_epoch"), 0, "")
                .at(arguments.number("p_after"), WireJson.bytes(arguments.text("p_chain")));
        int maxBytes = Math.min(WireJson.count(arguments, "p_max_bytes"), 1 << 20);
        return WireJson.delta(central.pull(after, maxBytes));
    }

    private Object snapshot(CentralOffice central, Snapshot snapshot) throws RemoteException {
        int zone = snapshot.zone().zone();
        UUID token = UUID.randomUUID();
        Payload packed = new PackedLand(LandPages.of(snapshot.land()), snapshot.versions()).packed();
        snapshots.put(token, owner(central, zone), packed);
        return WireJson.fields(
                "token",
                token,
                "zone",
                zone,
                "name",
                snapshot.zone().name(),
                "srid",
                snapshot.zone().srid(),
                "epoch",
                snapshot.at().epoch(),
                "seq",
                snapshot.at().seq(),
                "chain",
                snapshot.at().chain(),
                "land",
                packed.land().length,
                "person",
                packed.person().length);
    }

    private static String owner(CentralOffice central, int zone) {
        return zone + " " + central.user();
    }

    /** The rest of a snapshot's part, as much as fits one answer. */
    private Object part(CentralOffice central, JsonObject arguments) throws RemoteException, CodecException {
        int zone = WireJson.count(arguments, "p_zone");
        central.requireSight(zone);
        Payload packed = snapshots.find(arguments.id("p_token"), owner(central, zone));
        if (packed == null) {
            throw new RemoteException("snapshot-gone", List.of(zone), null);
        }
        byte[] part = arguments.text("p_part").equals("land") ? packed.land() : packed.person();
        int from = Math.min(WireJson.count(arguments, "p_from"), part.length);
        return Arrays.copyOfRange(part, from, Math.min(part.length, from + Functions.MAX_PART_BYTES));
    }

    private static Object neighbours(CentralOffice central, JsonObject arguments)
            throws RemoteException, CodecException {
        double metres = Math.min(arguments.decimal("p_metres"), FARTHEST_METRES);
        List<Object> rows = new ArrayList<>();
        for (CentralOffice.Neighbour one : central.neighbours(
                WireJson.count(arguments, "p_zone"), WireJson.bytes(arguments.text("p_shape")), metres)) {
            rows.add(WireJson.fields(
                    "zone",
                    one.zone(),
                    "parcel",
                    one.parcel(),
                    "version",
                    one.version(),
                    "label",
                    one.label(),
                    "shape",
                    WireJson.hex(one.shape())));
        }
        return rows;
    }

    private static Object reveal(CentralOffice central, JsonObject arguments) throws RemoteException, CodecException {
        List<Object> rows = new ArrayList<>();
        for (CentralOffice.Holder one : central.reveal(
                WireJson.count(arguments, "p_zone"), arguments.id("p_parcel"), arguments.text("p_reason"))) {
            rows.add(WireJson.fields(
                    "name",
                    one.name(),
                    "idNumber",
                    one.idNumber(),
                    "address",
                    one.address(),
                    "share",
                    List.of(one.numerator(), one.denominator())));
        }
        return WireJson.fields("holders", rows);
    }

    private Object zoneBegin(CentralOffice central, JsonObject arguments) throws RemoteException, CodecException {
        central.requireLoader();
        int zone = WireJson.count(arguments, "p_zone");
        ZoneSpec spec = new ZoneSpec(zone, arguments.text("p_name"), WireJson.count(arguments, "p_srid"));
        if (zone == 0) {
            throw new RemoteException("zone-unknown", List.of(zone), null);
        }
        loads.put(owner(central, zone), new Load(spec, new LinkedHashMap<>()));
        return WireJson.fields("zone", zone);
    }

    /** A page that comes again, because its answer was lost, is there once. */
    private Object zonePage(CentralOffice central, JsonObject arguments) throws RemoteException, CodecException {
        Load load = load(central, arguments);
        Payload page = new Payload(WireJson.utf8(arguments.text("p_land")), WireJson.utf8(arguments.text("p_person")));
        synchronized (load) {
            if (load.pages.size() >= MAX_PAGES) {
                throw new RemoteException("request-too-large", List.of(MAX_PAGES), null);
            }
            load.pages.put(WireJson.hex(page.landHash()), page);
        }
        return WireJson.fields("zone", load.zone.zone());
    }

    private Load load(CentralOffice central, JsonObject arguments) throws RemoteException, CodecException {
        central.requireLoader();
        int zone = WireJson.count(arguments, "p_zone");
        Load load = loads.get(owner(central, zone));
        if (load == null) {
            throw new RemoteException("load-incomplete", List.of(zone), null);
        }
        return load;
    }

    private Object zoneDone(CentralOffice central, JsonObject arguments) throws RemoteException, CodecException {
        Load load = load(central, arguments);
        List<Payload> pages;
        synchronized (load) {
            pages = List.copyOf(load.pages.values());
        }
        Checkpoint made = central.load(load.zone, LandPages.land(pages));
        loads.remove(owner(central, load.zone.zone()));
        return WireJson.checkpoint(made);
    }
}
