package vn.diaba.cadastre.fabric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.model.LandRecord;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.PlacedRecord;
import vn.diaba.cadastre.model.Right;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;

/** Facts of sides, parties, rights and other records of a fabric. Immutable. */
final class Records {
    static final Records EMPTY =
            new Records(ChunkedMap.empty(), ChunkedMap.empty(), ChunkedMap.empty(), PlacedTable.EMPTY);

    final ChunkedMap<SideKey, SideFacts> sides;
    final ChunkedMap<UUID, LandRecord> byId;
    final PlacedTable placed;
    private final ChunkedMap<ParcelId, List<UUID>> rights;

    private Records(
            ChunkedMap<SideKey, SideFacts> sides,
            ChunkedMap<UUID, LandRecord> byId,
            ChunkedMap<ParcelId, List<UUID>> rights,
            PlacedTable placed) {
        this.sides = sides;
        this.byId = byId;
        this.rights = rights;
        this.placed = placed;
    }

    List<Right> rightsOf(ParcelId parcel) {
        List<UUID> ids = rights.find(parcel);
        List<Right> found = new ArrayList<>();
        for (UUID id : ids == null ? List.<UUID>of() : ids) {
            if (byId.find(id) instanceof Right right) {
                found.add(right);
            }
        }
        return found;
    }

    Records apply(List<Change> changes) {
        if (changes instanceof AddedLand added) {
            return this == EMPTY ? added.land().records() : merged(added.land().records());
        }
        Map<SideKey, @Nullable SideFacts> newSides = new HashMap<>();
        Map<UUID, @Nullable LandRecord> newRecords = new HashMap<>();
        Map<ParcelId, @Nullable List<UUID>> newRights = new HashMap<>();
        List<Change.RecordChange> newPlaces = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.SideChange side) {
                newSides.put(side.id(), side.after());
            } else if (change instanceof Change.RecordChange entry) {
                newRecords.put(entry.id(), entry.after());
                unlink(newRights, entry.before());
                link(newRights, entry.after());
                if (entry.before() instanceof PlacedRecord || entry.after() instanceof PlacedRecord) {
                    newPlaces.add(entry);
                }
            }
        }
        return newSides.isEmpty() && newRecords.isEmpty() ? this : with(newSides, newRecords, newRights, newPlaces);
    }

    private Records with(
            Map<SideKey, @Nullable SideFacts> newSides,
            Map<UUID, @Nullable LandRecord> newRecords,
            Map<ParcelId, @Nullable List<UUID>> newRights,
            List<Change.RecordChange> newPlaces) {
        ChunkedMap<UUID, LandRecord> all = byId.with(newRecords);
        return new Records(
                sides.with(newSides),
                all,
                rights.with(newRights),
                newPlaces.isEmpty() ? placed : placed.with(newPlaces, all));
    }

    private Records merged(Records more) {
        Map<SideKey, @Nullable SideFacts> newSides = new HashMap<>();
        Map<UUID, @Nullable LandRecord> newRecords = new HashMap<>();
        Map<ParcelId, @Nullable List<UUID>> newRights = new HashMap<>();
        List<Change.RecordChange> newPlaces = new ArrayList<>();
        more.sides.forEach(newSides::put);
        more.byId.forEach((id, entry) -> {
            newRecords.put(id, entry);
            link(newRights, entry);
            if (entry instanceof PlacedRecord) {
                newPlaces.add(new Change.RecordChange(id, null, entry));
            }
        });
        return with(newSides, newRecords, newRights, newPlaces);
    }

    private void unlink(Map<ParcelId, @Nullable List<UUID>> newRights, @Nullable LandRecord before) {
        if (before instanceof Right right) {
            List<UUID> ids = new ArrayList<>(ids(newRights, right.parcel()));
            ids.remove(right.id());
            newRights.put(right.parcel(), ids.isEmpty() ? null : List.copyOf(ids));
        }
    }

    private void link(Map<ParcelId, @Nullable List<UUID>> newRights, @Nullable LandRecord after) {
        if (after instanceof Right right) {
            List<UUID> ids = new ArrayList<>(ids(newRights, right.parcel()));
            ids.add(right.id());
            newRights.put(right.parcel(), List.copyOf(ids));
        }
    }

    private List<UUID> ids(Map<ParcelId, @Nullable List<UUID>> newRights, ParcelId parcel) {
        List<UUID> ids = newRights.containsKey(parcel) ? newRights.get(parcel) : rights.find(parcel);
        return ids == null ? List.of() : ids;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Records same && sides.equals(same.sides) && byId.equals(same.byId);
    }

    @Override
    public int hashCode() {
        return byId.size();
    }
}
