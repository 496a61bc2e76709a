package vn.diaba.store.sync;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.NewerRecord;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.Right;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.LandPart;

/**
 * Works out what of others' changes concerns a workspace that holds only a part of a zone: what it holds, what comes into its
 * area, what shares a corner with its area. Confined to one thread, used once.
 */
final class Keeper {
    private final Area area;
    private final Fabric here;
    private final Predicate<ObjectKey> waits;
    private final Map<ObjectKey, @Nullable Object> latest = new LinkedHashMap<>();
    /** What changed objects were before, own ones too. */
    private final Map<ObjectKey, @Nullable Object> first = new LinkedHashMap<>();

    private final Set<ObjectKey> taken = new LinkedHashSet<>();
    private final Set<CornerId> coreCorners = new LinkedHashSet<>();
    private final Set<ParcelId> missingParcels = new LinkedHashSet<>();
    private final Set<Extent> missingPlaces = new LinkedHashSet<>();

    /**
     * Asks about a workspace.
     *
     * @param area what it works on
     * @param here its land
     * @param waits objects that its unsent work writes; it holds them though it may have removed them
     */
    Keeper(Area area, Fabric here, Predicate<ObjectKey> waits) {
        this.area = area;
        this.here = here;
        this.waits = waits;
    }

    /** Notes changes of the land database, in order; own ones are done here already. */
    void see(List<Change> changes, boolean own) {
        for (Change change : changes) {
            ObjectKey key = ObjectKey.of(change);
            if (!first.containsKey(key)) {
                first.put(key, change.before());
            }
            if (!own) {
                latest.put(key, change.after());
            }
        }
    }

    /** Whether a change of an object is to be taken over; after {@link #settle}. */
    boolean takes(ObjectKey key) {
        return taken.contains(key) || holds(key);
    }

    boolean holds(ObjectKey key) {
        return waits.test(key) || key.find(here) != null;
    }

    /**
     * Works it out.
     *
     * @return what must be fetched whole, because others' changes cite what is neither here nor among them
     */
    Area settle() {
        latest.forEach((key, value) -> {
            if (value instanceof Parcel parcel && isCore(parcel)) {
                note(key, parcel);
            }
        });
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Map.Entry<ObjectKey, @Nullable Object> entry : latest.entrySet()) {
                if (entry.getValue() instanceof Parcel parcel && !takes(entry.getKey()) && belongs(parcel)) {
                    grew |= taken.add(entry.getKey());
                }
            }
        }
        latest.forEach((key, value) -> {
            if (value instanceof Parcel parcel && takes(key)) {
                citedBy(parcel);
            }
        });
        latest.forEach(this::settleOther);
        latest.forEach(this::settlePersonal);
        latest.forEach(this::settleRest);
        findNewCore();
        return new Area(Set.of(), List.copyOf(missingPlaces), missingParcels, area.marginMetres());
    }

    private void note(ObjectKey key, Parcel parcel) {
        taken.add(key);
        parcel.rings().forEach(ring -> coreCorners.addAll(ring.corners()));
    }

    private boolean isCore(Parcel parcel) {
        return area.holds(parcel, extentOf(parcel));
    }

    private @Nullable Extent extentOf(Parcel parcel) {
        return extentOf(parcel, latest);
    }

    private @Nullable Extent extentOf(Parcel parcel, Map<ObjectKey, @Nullable Object> changed) {
        return parcel.isLive()
                ? parcel.rings()
                        .flatMap(ring -> ring.corners().stream())
                        .map(corner -> value(ObjectKey.of(corner), changed))
                        .filter(value -> value instanceof Corner)
                        .map(value -> Extent.of(((Corner) value).position()))
                        .reduce(Extent::union)
                        .orElse(null)
                : LandPart.extentOf(parcel);
    }

    private @Nullable Object value(ObjectKey key, Map<ObjectKey, @Nullable Object> changed) {
        return changed.containsKey(key) ? changed.get(key) : key.find(here);
    }

    /** Parcels that have come into the area: their neighbours may not be here, and are fetched with them. */
    private void findNewCore() {
        Set<ObjectKey> touched = new LinkedHashSet<>();
        for (ObjectKey key : first.keySet()) {
            if (key.kind().equals("parcel")) {
                touched.add(key);
            } else if (key.kind().equals("corner")) {
                here.parcelsAt(CornerId.of(key.id())).forEach(parcel -> touched.add(ObjectKey.of(parcel)));
            }
        }
        Set<CornerId> known = new LinkedHashSet<>();
        for (ObjectKey key : touched) {
            if (value(key, first) instanceof Parcel parcel && area.holds(parcel, extentOf(parcel, first))) {
                parcel.rings().forEach(ring -> known.addAll(ring.corners()));
            }
        }
        for (ObjectKey key : touched) {
            if (value(key, latest) instanceof Parcel parcel && parcel.isLive() && isCore(parcel)) {
                boolean isSurrounded = parcel.rings()
                        .flatMap(ring -> ring.corners().stream())
                        .allMatch(corner -> known.contains(corner)
                                || isFresh(corner)
                                || here.parcelsAt(corner).stream()
                                        .anyMatch(id -> !touched.contains(ObjectKey.of(id)) && isCoreHere(id)));
                if (!isSurrounded) {
                    missingParcels.add(parcel.id());
                }
            }
        }
    }

    private boolean isFresh(CornerId corner) {
        ObjectKey key = ObjectKey.of(corner);
        return first.containsKey(key) && first.get(key) == null;
    }

    /** Whether a live parcel shares a corner with the area, lies near it, or was made from a parcel that is here. */
    private boolean belongs(Parcel parcel) {
        if (!parcel.isLive()) {
            return false;
        }
        boolean touches = parcel.rings()
                .flatMap(ring -> ring.corners().stream())
                .anyMatch(corner -> coreCorners.contains(corner)
                        || here.slotOf(corner) >= 0
                                && here.parcelsAt(corner).stream().anyMatch(this::isCoreHere));
        return touches
                || parcel.parents().stream().anyMatch(parent -> takes(ObjectKey.of(parent)))
                || isNearCore(extentOf(parcel));
    }

    private boolean isCoreHere(ParcelId id) {
        return here.findParcel(id).filter(this::isCore).isPresent();
    }

    private boolean isNearCore(@Nullable Extent place) {
        return place != null
                && here.index().parcelsIn(place.grownBy(area.marginMetres())).stream()
                        .anyMatch(this::isCoreHere);
    }

    private void citedBy(Parcel parcel) {
        parcel.rings().flatMap(ring -> ring.corners().stream()).forEach(corner -> {
            ObjectKey key = ObjectKey.of(corner);
            if (latest.get(key) != null) {
                taken.add(key);
            } else if (!holds(key)) {
                missingParcels.add(parcel.id());
            }
        });
    }

    private void settleOther(ObjectKey key, @Nullable Object value) {
        if (value instanceof Right right && takes(ObjectKey.of(right.parcel()))) {
            taken.add(key);
            settleParty(right.party(), right.parcel());
        } else if (value instanceof CaseFile file) {
            settleAbout(key, file.parcels());
        } else if (value instanceof Paper paper && settleAbout(key, paper.parcels())) {
            ParcelId about = taken(paper.parcels()).orElseThrow();
            paper.holders().forEach(holder -> settleParty(holder, about));
        } else if (value instanceof PlacedRecord placed
                && (area.extents().stream().anyMatch(placed.extent()::intersects) || isNearCore(placed.extent()))) {
            if (comesFromElsewhere(key)) {
                missingPlaces.add(placed.extent());
            }
            taken.add(key);
        } else if (value instanceof NewerRecord newer && concerns(newer)) {
            taken.add(key);
        } else if (value instanceof Corner corner
                && !takes(key)
                && area.extents().stream().anyMatch(one -> one.contains(corner.position()))) {
            missingPlaces.add(Extent.of(corner.position()));
        }
    }

    private Optional<ParcelId> taken(List<ParcelId> parcels) {
        return parcels.stream().filter(parcel -> takes(ObjectKey.of(parcel))).findFirst();
    }

    /** Whether something about parcels is taken; what is attached to it may not be here when it was about others before. */
    private boolean settleAbout(ObjectKey key, List<ParcelId> parcels) {
        Optional<ParcelId> about = taken(parcels);
        if (about.isPresent() && comesFromElsewhere(key)) {
            missingParcels.add(about.get());
        }
        about.ifPresent(one -> taken.add(key));
        return about.isPresent();
    }

    private boolean comesFromElsewhere(ObjectKey key) {
        return first.get(key) != null && !holds(key);
    }

    /** A party that is taken with a parcel; what tells who it is may not be here when it had none before. */
    private void settleParty(UUID id, ParcelId with) {
        ObjectKey party = new ObjectKey("record", id.toString());
        if (latest.get(party) instanceof Party) {
            if (comesFromElsewhere(party)) {
                missingParcels.add(with);
            }
            taken.add(party);
        } else if (!holds(party)) {
            missingParcels.add(with);
        }
    }

    private void settlePersonal(ObjectKey key, @Nullable Object value) {
        if (value instanceof Paper paper
                && paper.parcels().isEmpty()
                && paper.holders().stream().anyMatch(holder -> takes(new ObjectKey("record", holder.toString())))) {
            taken.add(key);
        }
    }

    /** What is not understood stays with what it cites; what cites nothing is everybody's. */
    private boolean concerns(NewerRecord newer) {
        return newer.cited().isEmpty()
                || newer.cited().stream()
                        .anyMatch(id -> takes(ObjectKey.of(ParcelId.of(id)))
                                || takes(ObjectKey.of(CornerId.of(id)))
                                || takes(new ObjectKey("record", id.toString())));
    }

    private void settleRest(ObjectKey key, @Nullable Object value) {
        if (value instanceof Attachment file
                && (takes(ObjectKey.of(ParcelId.of(file.of())))
                        || takes(new ObjectKey("record", file.of().toString())))) {
            taken.add(key);
        }
        if (value != null && key.kind().equals("side")) {
            SideKey side = key.side();
            if (takes(ObjectKey.of(side.first())) && takes(ObjectKey.of(side.second()))) {
                taken.add(key);
            }
        }
    }
}
