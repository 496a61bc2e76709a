package vn.diaba.store.take;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Extent;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.JsonObject;

/**
 * A part of a zone that somebody works on: map sheets, rectangles, single parcels, the parcels of cases, all together. Around it lie its neighbours:
 * the parcels that share a corner with it or whose extent is nearer than a margin. Immutable.
 *
 * @param sheets numbers of map sheets, in the form of {@link ParcelNumber#canonical}
 * @param extents rectangles in the CRS of the zone, east and north in metres; a parcel belongs to one that its extent meets
 * @param parcels single parcels
 * @param cases cases by number or id, as {@link CaseNames} finds them; they stand for parcels only once {@link #settled}
 * @param marginMetres how far neighbours are taken, 0 or more
 */
public record Area(
        Set<String> sheets, List<Extent> extents, Set<ParcelId> parcels, Set<String> cases, double marginMetres) {
    /** How far neighbours are taken when nothing else is asked for. */
    public static final double USUAL_MARGIN_METRES = 10;
    /** Nothing. */
    public static final Area NONE = new Area(Set.of(), List.of(), Set.of(), 0);

    private static final double MOST_METRES = 1_000;

    /** Brings sheet numbers to one form and rejects a margin below 0 or beyond a kilometre. */
    public Area {
        sheets = sheets.stream().map(ParcelNumber::canonical).collect(Collectors.toUnmodifiableSet());
        extents = List.copyOf(extents);
        parcels = Set.copyOf(parcels);
        cases = Set.copyOf(cases);
        if (!(marginMetres >= 0 && marginMetres <= MOST_METRES)) {
            throw new IllegalArgumentException("margin " + marginMetres);
        }
    }

    /** An area without cases. */
    public Area(Set<String> sheets, List<Extent> extents, Set<ParcelId> parcels, double marginMetres) {
        this(sheets, extents, parcels, Set.of(), marginMetres);
    }

    /**
     * The same with the parcels of its cases in place of these: those they cite, and of one that is retired the live ones it
     * became.
     *
     * @param land where the cases are; one that is not there stands for nothing
     */
    public Area settled(Fabric land) {
        Set<ParcelId> all = new LinkedHashSet<>(parcels);
        Deque<ParcelId> cited = new ArrayDeque<>();
        for (String name : cases) {
            CaseNames.all(land, name).forEach(one -> cited.addAll(one.parcels()));
        }
        while (!cited.isEmpty()) {
            ParcelId next = cited.remove();
            if (all.add(next)
                    && land.findParcel(next).filter(one -> !one.isLive()).isPresent()) {
                cited.addAll(land.childrenOf(next));
            }
        }
        return new Area(sheets, extents, all, marginMetres);
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return sheets.isEmpty() && extents.isEmpty() && parcels.isEmpty() && cases.isEmpty();
    }

    /** This and the other together, with the larger margin. */
    public Area with(Area other) {
        Set<String> allSheets = new LinkedHashSet<>(sheets);
        allSheets.addAll(other.sheets);
        Set<Extent> allExtents = new LinkedHashSet<>(extents);
        allExtents.addAll(other.extents);
        Set<ParcelId> allParcels = new LinkedHashSet<>(parcels);
        allParcels.addAll(other.parcels);
        Set<String> allCases = new LinkedHashSet<>(cases);
        allCases.addAll(other.cases);
        double margin = Math.max(marginMetres, other.marginMetres);
        return new Area(allSheets, List.copyOf(allExtents), allParcels, allCases, margin);
    }

    /** Whether a parcel belongs to the area itself; null for the extent of a parcel without land. */
    public boolean holds(ParcelId parcel, String sheet, @Nullable Extent extent) {
        return parcels.contains(parcel)
                || !sheets.isEmpty() && sheets.contains(ParcelNumber.canonical(sheet))
                || extent != null && extents.stream().anyMatch(extent::intersects);
    }

    /** The same of a parcel with the extent of its land. */
    public boolean holds(Parcel parcel, @Nullable Extent extent) {
        return holds(parcel.id(), parcel.number().sheet(), extent);
    }

    /** Its fields as JSON values. */
    public Map<String, Object> fields() {
        List<Object> boxes = new ArrayList<>();
        extents.forEach(one -> boxes.add(List.of(one.west(), one.south(), one.east(), one.north())));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sheets", sheets.stream().sorted().toList());
        fields.put("extents", boxes);
        fields.put("parcels", parcels.stream().map(ParcelId::toString).sorted().toList());
        if (!cases.isEmpty()) {
            fields.put("cases", cases.stream().sorted().toList());
        }
        fields.put("margin", marginMetres);
        return fields;
    }

    /**
     * The reverse of {@link #fields}.
     *
     * @throws CodecException if they are not those of an area
     */
    public static Area of(JsonObject fields) throws CodecException {
        Set<String> sheets = new LinkedHashSet<>();
        for (Object sheet : fields.list("sheets")) {
            sheets.add(String.valueOf(sheet));
        }
        Set<String> cases = new LinkedHashSet<>();
        for (Object one : fields.list("cases")) {
            cases.add(String.valueOf(one));
        }
        Set<ParcelId> parcels = new LinkedHashSet<>();
        for (Object parcel : fields.list("parcels")) {
            parcels.add(ParcelId.of(JsonObject.id(parcel)));
        }
        try {
            List<Extent> extents = new ArrayList<>();
            for (Object box : fields.list("extents")) {
                double[] sides = numbers(box);
                extents.add(new Extent(sides[0], sides[1], sides[2], sides[3]));
            }
            return new Area(sheets, extents, parcels, cases, fields.decimal("margin"));
        } catch (IllegalArgumentException e) {
            throw new CodecException("not an area", e);
        }
    }

    private static double[] numbers(@Nullable Object box) throws CodecException {
        if (!(box instanceof List<?> list) || list.size() != 4) {
            throw new CodecException("not a rectangle", null);
        }
        double[] numbers = new double[4];
        for (int i = 0; i < 4; i++) {
            if (!(list.get(i) instanceof Number number)) {
                throw new CodecException("not a rectangle", null);
            }
            numbers[i] = number.doubleValue();
        }
        return numbers;
    }
}
