package vn.diaba.store.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.store.codec.CodecException;
import vn.diaba.store.codec.Json;
import vn.diaba.store.codec.JsonObject;
import vn.diaba.store.codec.ObjectVersion;
import vn.diaba.store.codec.Payload;

/**
 * All land of a zone in the form of a snapshot: two texts of JSON, one of them about persons, both deflated. The land is
 * {@code {"c": {"id", "e", "n", "more"}, "p": {"id", "f", "a"}, "x": […], "v": [[kind, object, version], …]}}: corners in
 * columns (0.1 mm, east and north), parcels with rings of corner numbers counted from 0, all others as changes, versions
 * other than 1. Numbers in columns are differences from the one before; an id whose first 12 bytes are those of the one
 * before is the difference of its last 4. The persons are {@code {"persons": [[i, …], …]}}, i counting corners, parcels and others from 0.
 * The land database on PostgreSQL writes the same form in SQL. Immutable.
 *
 * @param pages the land as {@link LandPages}
 * @param versions of objects that have one other than 1
 */
public record PackedLand(List<Payload> pages, List<ObjectVersion> versions) {
    /** Copies the lists. */
    public PackedLand {
        pages = List.copyOf(pages);
        versions = List.copyOf(versions);
    }

    /**
     * The land of the pages.
     *
     * @throws CodecException if they do not fit together
     */
    public Fabric land() throws CodecException {
        return LandPages.land(pages);
    }

    /**
     * Both texts, deflated; the first is of the land.
     *
     * @throws IllegalArgumentException if the pages are not of land
     */
    public Payload packed() {
        Packer packer = new Packer();
        try {
            for (Payload page : pages) {
                packer.page(page);
            }
        } catch (CodecException e) {
            throw new IllegalArgumentException("not pages of land", e);
        }
        Map<String, Object> land = packer.land();
        land.put("v", WireJson.versionRows(versions));
        return new Payload(
                Deflated.of(Json.write(land)), Deflated.of(Json.write(WireJson.fields("persons", packer.persons))));
    }

    /**
     * Reads what {@link #packed} or the land database on PostgreSQL wrote.
     *
     * @param packed its person part empty for one who may not see persons
     * @throws CodecException if it is of another form
     */
    public static PackedLand of(Payload packed) throws CodecException {
        JsonObject land = Json.read(Deflated.read(packed.land()));
        Unpacker unpacker = new Unpacker(
                packed.person().length == 0
                        ? List.of()
                        : Json.read(Deflated.read(packed.person())).list("persons"));
        unpacker.corners(land.object("c"));
        unpacker.parcels(land.object("p"));
        for (Object other : land.list("x")) {
            unpacker.add(WireJson.object(other).fields());
        }
        unpacker.flush();
        return new PackedLand(unpacker.pages, WireJson.versions(land.list("v")));
    }

    /** Ids as differences. Confined to one call. */
    private static final class IdColumn {
        private static final long LAST = 0xffff_ffffL;
        private UUID before = new UUID(0, 0);
        private boolean empty = true;

        Object shorten(UUID id) {
            boolean near = !empty
                    && id.getMostSignificantBits() == before.getMostSignificantBits()
                    && (id.getLeastSignificantBits() & ~LAST) == (before.getLeastSignificantBits() & ~LAST);
            Object shortened = near ? id.getLeastSignificantBits() - before.getLeastSignificantBits() : (Object) id;
            before = id;
            empty = false;
            return shortened;
        }

        String lengthen(@Nullable Object shortened) throws CodecException {
            before = shortened instanceof Long step
                    ? new UUID(before.getMostSignificantBits(), before.getLeastSignificantBits() + step)
                    : JsonObject.id(shortened);
            return before.toString();
        }
    }

    /** Numbers as differences. Confined to one call. */
    private static final class NumberColumn {
        private long before;

        long shorten(long number) {
            long step = number - before;
            before = number;
            return step;
        }

        long lengthen(@Nullable Object step) throws CodecException {
            before += whole(step);
            return before;
        }
    }

    private static long whole(@Nullable Object value) throws CodecException {
        if (value instanceof Long number) {
            return number;
        }
        throw new CodecException("not a whole number", null);
    }

    /** Pages to columns. Confined to one call. */
    private static final class Packer {
        private final List<Object> ids = new ArrayList<>();
        private final List<Object> east = new ArrayList<>();
        private final List<Object> north = new ArrayList<>();
        private final List<Object> more = new ArrayList<>();
        private final List<Object> parcels = new ArrayList<>();
        private final List<Object> faces = new ArrayList<>();
        private final List<Object> bodies = new ArrayList<>();
        private final List<Object> others = new ArrayList<>();
        private final List<Object> persons = new ArrayList<>();
        private final IdColumn idColumn = new IdColumn();
        private final IdColumn parcelColumn = new IdColumn();
        private final NumberColumn eastColumn = new NumberColumn();
        private final NumberColumn northColumn = new NumberColumn();
        private final NumberColumn cited = new NumberColumn();
        private final Map<Object, Integer> numbers = new HashMap<>();
        private long count;

        void page(Payload page) throws CodecException {
            for (Object item : WireJson.array(WireJson.text(page.person()))) {
                JsonObject person = WireJson.object(item);
                persons.add(List.of(count + person.number("i"), person.object("a")));
            }
            for (Object item : WireJson.array(WireJson.text(page.land()))) {
                JsonObject change = WireJson.object(item);
                switch (change.text("k")) {
                    case "corner":
                        corner(change);
                        break;
                    case "parcel":
                        parcel(change);
                        break;
                    default:
                        others.add(change);
                }
                count++;
            }
        }

        private void corner(JsonObject change) throws CodecException {
            Map<String, @Nullable Object> body =
                    new LinkedHashMap<>(change.object("a").fields());
            numbers.put(change.text("id"), ids.size());
            east.add(eastColumn.shorten(whole(body.remove("e"))));
            north.add(northColumn.shorten(whole(body.remove("n"))));
            if (!body.isEmpty()) {
                more.add(List.of(ids.size(), body));
            }
            ids.add(idColumn.shorten(change.id("id")));
        }

        private void parcel(JsonObject change) throws CodecException {
            Map<String, @Nullable Object> body =
                    new LinkedHashMap<>(change.object("a").fields());
            Object rings = body.remove("faces");
            faces.add(rings == null ? List.of() : refer(rings));
            bodies.add(body);
            parcels.add(parcelColumn.shorten(change.id("id")));
        }

        private Object refer(Object citing) throws CodecException {
            if (citing instanceof List<?> items) {
                List<Object> referred = new ArrayList<>(items.size());
                for (Object item : items) {
                    referred.add(refer(item));
                }
                return referred;
            }
            Integer number = numbers.get(citing);
            if (number == null) {
                throw new CodecException("a ring of corners that are not there", null);
            }
            return cited.shorten(number);
        }

        Map<String, Object> land() {
            Map<String, Object> land = new LinkedHashMap<>();
            land.put("c", WireJson.fields("id", ids, "e", east, "n", north, "more", more));
            land.put("p", WireJson.fields("id", parcels, "f", faces, "a", bodies));
            land.put("x", others);
            return land;
        }
    }

    /** Columns to pages. Confined to one call. */
    private static final class Unpacker {
        private final List<Payload> pages = new ArrayList<>();
        private final Map<Long, Object> persons = new HashMap<>();
        private final List<String> corners = new ArrayList<>();
        private final NumberColumn cited = new NumberColumn();
        private List<Object> land = new ArrayList<>();
        private List<Object> secret = new ArrayList<>();
        private long count;

        Unpacker(List<?> persons) throws CodecException {
            for (Object item : persons) {
                if (!(item instanceof List<?> pair) || pair.size() != 2) {
                    throw new CodecException("not a person", null);
                }
                this.persons.put(whole(pair.get(0)), WireJson.object(pair.get(1)));
            }
        }

        void corners(JsonObject columns) throws CodecException {
            Map<Long, Map<String, @Nullable Object>> more = new HashMap<>();
            for (Object item : columns.list("more")) {
                if (!(item instanceof List<?> pair) || pair.size() != 2) {
                    throw new CodecException("not a corner", null);
                }
                more.put(whole(pair.get(0)), WireJson.object(pair.get(1)).fields());
            }
            IdColumn ids = new IdColumn();
            NumberColumn east = new NumberColumn();
            NumberColumn north = new NumberColumn();
            int all = sameLength(columns, "id", "e", "n");
            for (int i = 0; i < all; i++) {
                Map<String, @Nullable Object> body = WireJson.fields(
                        "e", east.lengthen(columns.list("e").get(i)),
                        "n", north.lengthen(columns.list("n").get(i)));
                body.putAll(more.getOrDefault((long) i, Map.of()));
                String id = ids.lengthen(columns.list("id").get(i));
                corners.add(id);
                add(WireJson.fields("k", "corner", "id", id, "a", body));
            }
        }

        private static int sameLength(JsonObject columns, String first, String... others) throws CodecException {
            int length = columns.list(first).size();
            for (String other : others) {
                if (columns.list(other).size() != length) {
                    throw new CodecException("columns of different length", null);
                }
            }
            return length;
        }

        void parcels(JsonObject columns) throws CodecException {
            IdColumn ids = new IdColumn();
            int all = sameLength(columns, "id", "f", "a");
            for (int i = 0; i < all; i++) {
                Map<String, @Nullable Object> body = new LinkedHashMap<>(
                        WireJson.object(columns.list("a").get(i)).fields());
                List<?> faces = columns.list("f").get(i) instanceof List<?> list ? list : List.of();
                if (!faces.isEmpty()) {
                    body.put("faces", citing(faces));
                }
                String id = ids.lengthen(columns.list("id").get(i));
                add(WireJson.fields("k", "parcel", "id", id, "a", body));
            }
        }

        private Object citing(@Nullable Object referred) throws CodecException {
            if (referred instanceof List<?> items) {
                List<Object> citing = new ArrayList<>(items.size());
                for (Object item : items) {
                    citing.add(citing(item));
                }
                return citing;
            }
            long number = cited.lengthen(referred);
            if (number < 0 || number >= corners.size()) {
                throw new CodecException("a ring of corners that are not there", null);
            }
            return corners.get((int) number);
        }

        void add(Map<String, @Nullable Object> change) {
            Object person = persons.get(count++);
            if (person != null) {
                secret.add(WireJson.fields("i", land.size(), "a", person));
            }
            land.add(change);
            if (land.size() == LandPages.PAGE_OBJECTS) {
                flush();
            }
        }

        void flush() {
            pages.add(new Payload(Json.write(land), Json.write(secret)));
            land = new ArrayList<>();
            secret = new ArrayList<>();
        }
    }
}
