package vn.diaba.app.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.diaba.app.conflict.Segment;
import vn.diaba.app.look.Tongue;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.store.take.Area;
import vn.diaba.store.take.Lease;

/**
 * Where somebody else works, as of the last sync. Immutable.
 *
 * @param who who works there
 * @param where what was taken
 * @param until when it ends if it is not renewed
 * @param outline its rectangles and the outer sides of those of its sheets and parcels that are here
 */
public record FieldPlace(String who, Where where, Instant until, List<Segment> outline) {
    /** Sheets in the order of their numbers, how many rectangles and how many single parcels. */
    public record Where(List<String> sheets, int rectangles, int parcels) {
        /** What an area names. */
        static Where of(Area area) {
            return new Where(
                    area.sheets().stream().sorted(FieldPlace::byNumber).toList(),
                    area.extents().size(),
                    area.parcels().size());
        }
    }

    /** Copies the list. */
    public FieldPlace {
        outline = List.copyOf(outline);
    }

    /** The place of a lease on the land here. */
    static FieldPlace of(Lease lease, Fabric land) {
        List<Segment> outline = new ArrayList<>();
        for (Extent box : lease.area().extents()) {
            List<EastNorth> corners = List.of(
                    new EastNorth(box.west(), box.south()),
                    new EastNorth(box.east(), box.south()),
                    new EastNorth(box.east(), box.north()),
                    new EastNorth(box.west(), box.north()));
            for (int i = 0; i < corners.size(); i++) {
                outline.add(Segment.between(corners.get(i), corners.get((i + 1) % corners.size())));
            }
        }
        Area area = lease.area();
        Area named = new Area(area.sheets(), List.of(), area.parcels(), 0);
        if (!named.isEmpty()) {
            outline.addAll(around(land, named));
        }
        return new FieldPlace(lease.user(), Where.of(area), lease.until(), outline);
    }

    /** The sides that only one parcel of an area has. */
    private static List<Segment> around(Fabric land, Area area) {
        Map<SideKey, Integer> uses = new LinkedHashMap<>();
        ParcelCursor cursor = land.cursor();
        for (int slot = 0; slot < land.parcelSlots(); slot++) {
            if (cursor.at(slot) && area.holds(cursor.id(), cursor.sheet(), null)) {
                count(land, cursor.id(), uses);
            }
        }
        Map<CornerId, EastNorth> places = new HashMap<>();
        List<Segment> outer = new ArrayList<>();
        uses.forEach((side, times) -> {
            if (times == 1) {
                outer.add(Segment.between(place(land, side.first(), places), place(land, side.second(), places)));
            }
        });
        return outer;
    }

    private static void count(Fabric land, ParcelId id, Map<SideKey, Integer> uses) {
        land.parcel(id).rings().forEach(ring -> {
            for (int i = 0; i < ring.size(); i++) {
                uses.merge(new SideKey(ring.at(i), ring.at(i + 1)), 1, Integer::sum);
            }
        });
    }

    private static EastNorth place(Fabric land, CornerId id, Map<CornerId, EastNorth> known) {
        return known.computeIfAbsent(
                id, corner -> land.findCorner(corner).map(Corner::position).orElseThrow());
    }

    /** What a map is to show of it; nothing when none of it is here. */
    public Optional<Extent> extent() {
        return outline.stream()
                .map(piece -> Extent.of(piece.from()).union(Extent.of(piece.to())))
                .reduce(Extent::union);
    }

    /** A line for people: who, where, until when. */
    String words(Tongue tongue) {
        return words(who, where, until, tongue.messages());
    }

    /** The same of a lease that is not looked up on the land here. */
    public static String words(Lease lease, Messages messages) {
        return words(lease.user(), Where.of(lease.area()), lease.until(), messages);
    }

    private static String words(String who, Where where, Instant until, Messages messages) {
        List<String> parts = new ArrayList<>();
        if (!where.sheets().isEmpty()) {
            parts.add(messages.sentence("field-sheets", String.join(", ", where.sheets())));
        }
        if (where.rectangles() > 0) {
            parts.add(messages.sentence("field-rectangles", where.rectangles()));
        }
        if (where.parcels() > 0) {
            parts.add(messages.sentence("field-parcels", where.parcels()));
        }
        return messages.sentence("field-place", who, String.join(", ", parts), until);
    }

    private static int byNumber(String one, String other) {
        int byLength = Integer.compare(one.length(), other.length());
        return byLength == 0 ? one.compareTo(other) : byLength;
    }
}
