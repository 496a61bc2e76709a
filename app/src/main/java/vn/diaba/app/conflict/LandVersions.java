package vn.diaba.app.conflict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.sync.Conflict;

/** The land about a conflict in its three versions; what is not in conflict is as it is here. Confined to one thread. */
final class LandVersions {
    private final Fabric land;
    private final Map<ObjectKey, Conflict> members = new LinkedHashMap<>();

    LandVersions(Fabric land, List<Conflict> together) {
        this.land = land;
        together.forEach(conflict -> members.put(conflict.key(), conflict));
    }

    /** An object in a version; what is edited here after the conflict was found is shown as it is now. */
    @Nullable
    Object value(ObjectKey key, Version version) {
        Conflict conflict = members.get(key);
        if (conflict == null) {
            return key.find(land);
        }
        if (version == Version.BASE) {
            return conflict.base();
        }
        if (version == Version.THEIRS) {
            return conflict.theirs();
        }
        Object now = key.find(land);
        return conflict.isOfLand() && Objects.equals(now, conflict.theirs()) ? conflict.mine() : now;
    }

    /** The parcels in conflict and those that use a corner in conflict. */
    Set<ParcelId> parcels() {
        Set<ParcelId> parcels = new LinkedHashSet<>();
        for (ObjectKey key : members.keySet()) {
            if (key.kind().equals("parcel")) {
                parcels.add(ParcelId.of(key.id()));
            } else if (key.kind().equals("corner")) {
                parcels.addAll(land.parcelsAt(CornerId.of(key.id())));
            } else if (key.kind().equals("side")) {
                parcels.addAll(land.parcelsAt(key.side().first()));
                parcels.retainAll(land.parcelsAt(key.side().second()));
            }
        }
        return parcels;
    }

    /** The drawing. */
    ConflictSketch sketch(@Nullable EastNorth place) {
        Map<Version, List<Segment>> lines = new HashMap<>();
        Set<Segment> base = lines(Version.BASE);
        for (Version version : Version.values()) {
            Set<Segment> own = lines(version);
            if (version != Version.BASE) {
                own.removeAll(base);
            }
            lines.put(version, List.copyOf(own));
        }
        return new ConflictSketch(lines, nodes(), place);
    }

    private Set<Segment> lines(Version version) {
        Set<Segment> lines = new LinkedHashSet<>();
        for (ParcelId id : parcels()) {
            if (value(ObjectKey.of(id), version) instanceof Parcel parcel) {
                parcel.rings().forEach(ring -> trace(places(ring, version), true, lines));
            }
        }
        for (ObjectKey key : members.keySet()) {
            if (key.kind().equals("side")) {
                trace(places(List.of(key.side().first(), key.side().second()), version), false, lines);
            } else if (value(key, version) instanceof PlacedRecord object) {
                ObjectShape shape = object.shape();
                for (int part = 0; part < shape.parts(); part++) {
                    trace(shape.part(part), shape.kind() == ObjectShape.Kind.AREA, lines);
                }
            }
        }
        return lines;
    }

    private static void trace(List<EastNorth> places, boolean isClosed, Set<Segment> lines) {
        for (int i = isClosed ? 0 : 1; i < places.size(); i++) {
            EastNorth from = places.get(i == 0 ? places.size() - 1 : i - 1);
            if (!from.equals(places.get(i))) {
                lines.add(Segment.between(from, places.get(i)));
            }
        }
    }

    private List<EastNorth> places(Ring ring, Version version) {
        return places(ring.corners(), version);
    }

    private List<EastNorth> places(List<CornerId> corners, Version version) {
        List<EastNorth> places = new ArrayList<>();
        for (CornerId corner : corners) {
            EastNorth place = place(corner, version);
            if (place != null) {
                places.add(place);
            }
        }
        return places;
    }

    private @Nullable EastNorth place(CornerId id, Version version) {
        return value(ObjectKey.of(id), version) instanceof Corner corner ? corner.position() : null;
    }

    /** Corners of which the versions differ, of parcels and by themselves, and points. */
    private List<NodeShift> nodes() {
        Set<ObjectKey> candidates = new LinkedHashSet<>(members.keySet());
        for (ParcelId id : parcels()) {
            for (Version version : Version.values()) {
                corners(id, version).forEach(corner -> candidates.add(ObjectKey.of(corner)));
            }
        }
        List<NodeShift> nodes = new ArrayList<>();
        for (ObjectKey key : candidates) {
            EastNorth base = node(key, Version.BASE);
            EastNorth mine = node(key, Version.MINE);
            EastNorth theirs = node(key, Version.THEIRS);
            if (!Objects.equals(base, mine) || !Objects.equals(base, theirs)) {
                nodes.add(new NodeShift(Integer.toString(nodes.size() + 1), base, mine, theirs));
            }
        }
        return nodes;
    }

    private Set<CornerId> corners(ParcelId id, Version version) {
        Set<CornerId> corners = new LinkedHashSet<>();
        if (value(ObjectKey.of(id), version) instanceof Parcel parcel) {
            parcel.rings().forEach(ring -> corners.addAll(ring.corners()));
        }
        return corners;
    }

    /** Where a point is in a version; a corner is there while a parcel concerned goes through it, or it is itself in conflict. */
    private @Nullable EastNorth node(ObjectKey key, Version version) {
        if (key.kind().equals("corner")) {
            CornerId corner = CornerId.of(key.id());
            boolean isUsed = members.containsKey(key)
                    || parcels().stream().anyMatch(id -> corners(id, version).contains(corner));
            return isUsed ? place(corner, version) : null;
        }
        boolean isPoint = value(key, version) instanceof PlacedRecord object
                && object.shape().kind() == ObjectShape.Kind.POINT;
        return isPoint && value(key, version) instanceof PlacedRecord object
                ? object.shape().first()
                : null;
    }
}
