package vn.diaba.store.sync;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.NumberReserve;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.remote.FieldWork;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;
import vn.diaba.store.take.Reservation;

/**
 * What a workspace of a part of a zone has of its own in the land database: a lease that tells others where it works, and
 * numbers that only it gives. Confined to one thread.
 */
public final class FieldKit {
    private static final int RENEWED_BELOW = 4;

    private final FieldWork remote;
    private final Replica here;
    private final String user;

    /** Connects a workspace, in the name of its user. */
    public FieldKit(LandDatabase remote, Replica here, String user) {
        this.remote = remote.fieldWork();
        this.here = here;
        this.user = user;
    }

    /**
     * Takes the lease and reserves numbers on every sheet of the area; asked again it does what is missing.
     *
     * @param numbers how many on each sheet, 0 for none
     * @return who else works in the zone
     */
    public List<Lease> begin(int numbers) throws RemoteException, StoreException {
        here.store().setNumbersPerSheet(numbers);
        return renew();
    }

    /**
     * Renews the lease and the numbers of sheets that have few left; others' leases. A workspace of a whole zone has neither
     * and only hears of the others. Over a line that carries neither, such as files, all stays as it was.
     */
    public List<Lease> renew() throws RemoteException, StoreException {
        Optional<Area> area = here.store().area();
        Optional<Checkpoint> at = here.store().checkpoint();
        if (at.isEmpty()) {
            return List.of();
        }
        if (remote == FieldWork.NONE) {
            return here.store().leases();
        }
        int zone = at.get().zone();
        if (area.isEmpty()) {
            return others(remote.leases(zone));
        }
        for (Reservation asked : here.store().askedNumbers(here.workspace())) {
            here.store().reserved(asked.id(), remote.reserve(zone, asked));
        }
        int numbers = here.store().numbersPerSheet();
        NumberReserve reserve = new NumberReserve();
        reserve.renew(here.store().reservedNumbers(), true);
        for (ParcelNumber sheet : numbers > 0 ? sheets(area.get()) : Set.<ParcelNumber>of()) {
            long left = reserve.left(here.desk().fabric(), sheet.commune(), sheet.sheet());
            if (left < Math.max(1, numbers / RENEWED_BELOW)) {
                Reservation asked =
                        new Reservation(UUID.randomUUID(), here.workspace(), sheet.commune(), sheet.sheet(), numbers);
                here.store().askNumbers(asked);
                here.store().reserved(asked.id(), remote.reserve(zone, asked));
            }
        }
        return others(remote.lease(zone, here.workspace(), user, area.get()));
    }

    /** Ends the lease; the land and the numbers stay. */
    public List<Lease> end() throws RemoteException, StoreException {
        Optional<Checkpoint> at = here.store().checkpoint();
        return at.isEmpty() ? List.of() : others(remote.lease(at.get().zone(), here.workspace(), user, Area.NONE));
    }

    private List<Lease> others(List<Lease> all) throws StoreException {
        List<Lease> others = new ArrayList<>(all);
        others.removeIf(lease -> lease.client().equals(here.workspace()));
        here.store().setLeases(others);
        return others;
    }

    /** The sheets that parcels of the area are on. */
    private Set<ParcelNumber> sheets(Area area) {
        Set<ParcelNumber> sheets = new LinkedHashSet<>();
        Fabric land = here.desk().fabric();
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot)
                    && !cursor.sheet().isEmpty()
                    && area.holds(cursor.id(), cursor.sheet(), cursor.extent())) {
                sheets.add(new ParcelNumber(cursor.commune(), ParcelNumber.canonical(cursor.sheet()), ""));
            }
        }
        return sheets;
    }
}
