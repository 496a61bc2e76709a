package vn.diaba.store.codec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Face;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;
import vn.diaba.cadastre.model.Ring;

/** A parcel to JSON and back. Stateless. */
final class ParcelCodec {
    private ParcelCodec() {}

    static void write(Parcel parcel, Map<String, Object> open, Map<String, Object> secret) {
        ParcelFacts facts = parcel.facts();
        open.put("set", parcel.set());
        ValueCodec.text(open, "commune", parcel.number().commune());
        ValueCodec.text(open, "sheet", parcel.number().sheet());
        ValueCodec.text(open, "number", parcel.number().number());
        ValueCodec.text(open, "code", facts.code());
        ValueCodec.text(open, "sourceId", facts.sourceId());
        uses(open, "landUse", facts.landUses());
        uses(open, "legalLandUse", facts.legalLandUses());
        LegalArea legal = facts.legalArea();
        if (legal != null) {
            open.put("legalTenths", legal.tenths());
        }
        open.put("state", facts.state());
        ValueCodec.text(open, "oldSheet", facts.oldSheet());
        ValueCodec.text(open, "oldNumber", facts.oldNumber());
        day(open, "from", parcel.lifespan().from());
        day(open, "to", parcel.lifespan().to());
        if (!parcel.parents().isEmpty()) {
            open.put("parents", parcel.parents());
        }
        if (!parcel.faces().isEmpty()) {
            open.put(
                    "faces",
                    parcel.faces().stream()
                            .map(face -> face.rings().map(Ring::corners).toList())
                            .toList());
        }
        FrozenShape frozen = parcel.frozen();
        if (frozen != null) {
            List<Object> rings = new ArrayList<>();
            for (int r = 0; r < frozen.rings().size(); r++) {
                List<Object> steps = new ArrayList<>();
                for (long step : frozen.rings().get(r)) {
                    steps.add(step);
                }
                rings.add(List.of(frozen.shells().get(r), steps));
            }
            open.put("frozen", rings);
        }
        ValueCodec.text(secret, "address", facts.address());
        ExtraCodec.write(facts.extras(), secret);
        FurtherCodec.write(facts.further(), open, secret);
    }

    private static void uses(Map<String, Object> open, String name, List<LandUse> uses) {
        if (!uses.isEmpty()) {
            List<Object> list = new ArrayList<>();
            for (LandUse use : uses) {
                LegalArea area = use.area();
                list.add(area == null ? List.of(use.code()) : List.of(use.code(), area.tenths()));
            }
            open.put(name, list);
        }
    }

    private static void day(Map<String, Object> open, String name, @Nullable LocalDate day) {
        if (day != null) {
            open.put(name, day);
        }
    }

    static @Nullable Parcel read(ParcelId id, @Nullable JsonObject open, JsonObject secret) throws CodecException {
        if (open == null) {
            return null;
        }
        ParcelNumber number = new ParcelNumber(open.textOr("commune"), open.textOr("sheet"), open.textOr("number"));
        FurtherCodec more = new FurtherCodec(open);
        ParcelState state = more.constant("state", ParcelState.NORMAL);
        Map<String, Object> extras = ExtraCodec.read(secret, more);
        ParcelFacts facts = new ParcelFacts(
                open.textOr("code"),
                open.textOr("sourceId"),
                uses(open.list("landUse")),
                uses(open.list("legalLandUse")),
                open.fields().containsKey("legalTenths") ? new LegalArea(open.number("legalTenths")) : null,
                state,
                open.textOr("oldSheet"),
                open.textOr("oldNumber"),
                secret.textOr("address"),
                extras,
                more.rest(FurtherCodec.PARCEL, secret, FurtherCodec.PARCEL_SECRET));
        List<Face> faces = new ArrayList<>();
        for (Object face : open.list("faces")) {
            List<Ring> rings = new ArrayList<>();
            for (Object ring : list(face)) {
                List<CornerId> corners = new ArrayList<>();
                for (Object corner : list(ring)) {
                    corners.add(CornerId.of(JsonObject.id(corner)));
                }
                rings.add(new Ring(corners));
            }
            faces.add(new Face(rings.get(0), rings.subList(1, rings.size())));
        }
        List<ParcelId> parents = new ArrayList<>();
        for (Object parent : open.list("parents")) {
            parents.add(ParcelId.of(JsonObject.id(parent)));
        }
        return new Parcel(
                id,
                ParcelSet.valueOf(open.text("set")),
                number,
                facts,
                faces,
                new Lifespan(day(open, "from"), day(open, "to")),
                parents,
                open.fields().containsKey("frozen") ? frozen(open.list("frozen")) : null);
    }

    private static @Nullable LocalDate day(JsonObject open, String name) throws CodecException {
        String text = open.textOr(name);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static List<LandUse> uses(List<?> list) throws CodecException {
        List<LandUse> uses = new ArrayList<>();
        for (Object item : list) {
            List<?> use = list(item);
            LegalArea area = use.size() > 1 ? new LegalArea(number(use.get(1))) : null;
            uses.add(new LandUse(String.valueOf(use.get(0)), area));
        }
        return uses;
    }

    private static FrozenShape frozen(List<?> list) throws CodecException {
        List<long[]> rings = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (Object item : list) {
            List<?> ring = list(item);
            shells.add(Boolean.TRUE.equals(ring.get(0)));
            List<?> steps = list(ring.get(1));
            long[] values = new long[steps.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = number(steps.get(i));
            }
            rings.add(values);
        }
        return new FrozenShape(rings, shells);
    }

    static List<?> list(@Nullable Object value) throws CodecException {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw new CodecException("not a list", null);
    }

    static long number(@Nullable Object value) throws CodecException {
        return JsonObject.whole(value);
    }
}
