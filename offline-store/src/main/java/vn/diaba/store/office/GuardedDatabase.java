package vn.diaba.store.office;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;
import vn.diaba.store.remote.Contents;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.FieldWork;
import vn.diaba.store.remote.Hello;
import vn.diaba.store.remote.OfficeFiles;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.Push;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.remote.Snapshot;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.take.Area;
import vn.diaba.store.wire.CentralOffice;
import vn.diaba.store.wire.LandPages;

/**
 * An embedded land database as one caller may see it: zones out of scope are not there, persons are left out where they may
 * not be seen, change sets are signed with the account's name. Safe.
 */
public final class GuardedDatabase implements CentralOffice {
    private static final int LEAST_REASON = 10;
    private static final int MOST_NEIGHBOURS = 5_000;
    private static final double FARTHEST_METRES = 1_000;

    private final LocalAuthority inner;
    private final Register register;
    private final Account account;
    private final UUID device;
    private final boolean closes;

    /**
     * What a caller sees.
     *
     * @param inner all of it; not closed with this
     * @param register where looks at persons are written down
     * @param caller who asks
     * @param device the workspace it asks from
     */
    public GuardedDatabase(LocalAuthority inner, Register register, Register.Caller caller, UUID device) {
        this(inner, register, caller, device, false);
    }

    private GuardedDatabase(
            LocalAuthority inner, Register register, Register.Caller caller, UUID device, boolean closes) {
        this.inner = inner;
        this.register = register;
        this.account = caller.account();
        this.device = device;
        this.closes = closes;
    }

    /** What the only caller sees: the land database is closed with this. */
    public static GuardedDatabase closing(
            LocalAuthority inner, Register register, Register.Caller caller, UUID device) {
        return new GuardedDatabase(inner, register, caller, device, true);
    }

    private RemoteException denied() {
        return new RemoteException("land-database-denied", List.of(account.name()), null);
    }

    @Override
    public void requireSight(int zone) throws RemoteException {
        if (account.sight(zone).isEmpty()) {
            throw new RemoteException("zone-unknown", List.of(zone), null);
        }
    }

    @Override
    public void requireLoader() throws RemoteException {
        if (account.role() != Role.ADMIN) {
            throw denied();
        }
    }

    private void requireDevice(UUID client) throws RemoteException {
        if (!client.equals(device)) {
            throw denied();
        }
    }

    @Override
    public String user() {
        return account.name();
    }

    @Override
    public Hello hello(UUID client) throws RemoteException {
        requireDevice(client);
        Hello all = inner.hello(client);
        List<Hello.Zone> mine = all.zones().stream()
                .filter(zone -> account.sight(zone.zone()).isPresent())
                .toList();
        return new Hello(all.epoch(), all.maxChanges(), mine, all.files(), register.grant(account, mine));
    }

    /** Persons that were not shown stay as they are. */
    @Override
    public PushAnswer push(Push push) throws RemoteException {
        requireDevice(push.client());
        requireSight(push.zone());
        if (!account.mayWrite(push.zone())) {
            throw denied();
        }
        Push signed = new Push(push.id(), push.client(), account.name(), push.zone(), push.payload(), push.guards());
        return inner.push(signed, account::mayWrite, account.seesPersons(push.zone()));
    }

    @Override
    public Map<UUID, PushAnswer.Accepted> status(List<UUID> ids) throws RemoteException {
        return inner.status(ids, account.name()::equals);
    }

    @Override
    public Delta pull(Checkpoint after, int maxBytes) throws RemoteException {
        requireSight(after.zone());
        Delta all = inner.pull(after, maxBytes);
        if (account.seesPersons(after.zone())) {
            return all;
        }
        List<Delta.Entry> masked = new ArrayList<>();
        for (Delta.Entry entry : all.entries()) {
            masked.add(new Delta.Entry(
                    entry.seq(),
                    entry.id(),
                    entry.author(),
                    entry.acceptedAt(),
                    new Payload(entry.payload().land(), new byte[0]),
                    entry.personHash(),
                    entry.hash(),
                    entry.versions()));
        }
        return new Delta(masked, all.headSeq());
    }

    @Override
    public Snapshot snapshot(int zone) throws RemoteException {
        requireSight(zone);
        return seen(zone, inner.snapshot(zone));
    }

    @Override
    public Snapshot part(int zone, Area area) throws RemoteException {
        requireSight(zone);
        return seen(zone, inner.part(zone, area));
    }

    private Snapshot seen(int zone, Snapshot all) throws RemoteException {
        if (account.seesPersons(zone)) {
            return all;
        }
        try {
            Fabric masked = LandPages.land(LandPages.masked(LandPages.of(all.land())));
            return new Snapshot(all.zone(), masked, all.at(), all.versions());
        } catch (CodecException e) {
            throw new RemoteException(
                    "land-database-failed", List.of(inner.folder().toString()), e);
        }
    }

    @Override
    public Checkpoint load(ZoneSpec zone, Fabric land) throws RemoteException {
        requireLoader();
        Checkpoint made = inner.load(zone, land);
        register.scope(account.name(), account.name(), new Sight(zone.zone(), true, true), false);
        return made;
    }

    @Override
    public List<Holder> reveal(int zone, UUID parcel, String reason) throws RemoteException {
        requireSight(zone);
        String why = reason.strip();
        if (!account.seesPersons(zone) || why.length() < LEAST_REASON) {
            throw denied();
        }
        byte[] sealed = inner.cipher().seal(why.getBytes(StandardCharsets.UTF_8), "reveal", parcel);
        register.note(
                account.name(),
                "persons-shown",
                zone + " " + parcel,
                HexFormat.of().formatHex(sealed));
        Fabric land = inner.snapshot(zone).land();
        List<Holder> holders = new ArrayList<>();
        for (Right right : land.rightsOf(ParcelId.of(parcel))) {
            if (land.findRecord(right.party()).orElse(null) instanceof Party party) {
                holders.add(new Holder(
                        party.name(), party.idNumber(), party.address(), right.numerator(), right.denominator()));
            }
        }
        return holders;
    }

    @Override
    public List<Neighbour> neighbours(int zone, byte[] shape, double metres) throws RemoteException {
        requireSight(zone);
        if (!(metres >= 0)) {
            throw new RemoteException("request-wrong", List.of("neighbours"), null);
        }
        double reach = Math.min(metres, FARTHEST_METRES);
        Geometry place = place(shape);
        List<Neighbour> near = new ArrayList<>();
        Hello all = inner.hello(device);
        int srid = all.zones().stream()
                .filter(one -> one.zone() == zone)
                .mapToInt(Hello.Zone::srid)
                .findFirst()
                .orElse(0);
        for (Hello.Zone other : all.zones()) {
            if (other.zone() != zone && other.srid() == srid) {
                collect(other.zone(), place, reach, near);
            }
        }
        return near;
    }

    private static Geometry place(byte[] shape) throws RemoteException {
        try {
            return new WKBReader().read(shape);
        } catch (ParseException | RuntimeException e) {
            throw new RemoteException("request-wrong", List.of("neighbours"), e);
        }
    }

    private void collect(int zone, Geometry place, double reach, List<Neighbour> into) throws RemoteException {
        Snapshot there = inner.snapshot(zone);
        Fabric land = there.land();
        org.locationtech.jts.geom.Envelope box = place.getEnvelopeInternal();
        box.expandBy(reach);
        for (int slot = 0; slot < land.parcelSlots() && into.size() < MOST_NEIGHBOURS; slot++) {
            Parcel parcel = land.findParcelAt(slot).filter(Parcel::isLive).orElse(null);
            if (parcel == null) {
                continue;
            }
            Geometry outline = land.shapeOf(parcel.id());
            if (outline.getEnvelopeInternal().intersects(box) && outline.isWithinDistance(place, reach)) {
                long version = there.versions().stream()
                        .filter(one -> one.key().equals(ObjectKey.of(parcel.id())))
                        .mapToLong(ObjectVersion::version)
                        .findFirst()
                        .orElse(1);
                into.add(new Neighbour(
                        zone,
                        UUID.fromString(parcel.id().toString()),
                        version,
                        parcel.number().sheet() + "/" + parcel.number().number(),
                        new WKBWriter().write(outline)));
            }
        }
    }

    @Override
    public FieldWork fieldWork() {
        return new GuardedFieldWork(inner.fieldWork(), account, device);
    }

    @Override
    public Contents contents() {
        return new GuardedContents(inner.contents(), register, account);
    }

    @Override
    public OfficeFiles officeFiles() {
        return inner.officeFiles();
    }

    @Override
    public String renewed() throws RemoteException {
        return register.renewed(account, device);
    }

    @Override
    public Proposals proposals() {
        return new GuardedProposals(inner, register, account);
    }

    /** Ends nothing while the land database goes on for others. */
    @Override
    public void close() throws RemoteException {
        if (closes) {
            inner.close();
        }
    }
}
