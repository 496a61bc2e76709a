package vn.diaba.store.codec;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Map objects and survey points in JSON. Place, text and measures are for all; remarks, further columns and the lines of
 * the field book are personal. Without the personal part the rest still gives a record. Stateless.
 */
final class PlacedCodec {
    static final String OBJECT = "object";
    static final String POINT = "point";

    private PlacedCodec() {}

    static void write(MapObject object, Map<String, Object> open, Map<String, Object> secret) {
        ObjectShape shape = object.shape();
        open.put("t", OBJECT);
        open.put("level", object.level());
        open.put("shape", shape.kind());
        List<Object> parts = new ArrayList<>();
        List<Object> holes = new ArrayList<>();
        for (int part = 0; part < shape.parts(); part++) {
            List<Object> steps = new ArrayList<>();
            for (long step : shape.grid(part)) {
                steps.add(step);
            }
            parts.add(steps);
            if (!shape.isShell(part)) {
                holes.add((long) part);
            }
        }
        open.put("parts", parts);
        if (!holes.isEmpty()) {
            open.put("holes", holes);
        }
        ValueCodec.text(open, "text", object.text());
        ObjectFacts facts = object.facts();
        ValueCodec.text(open, "kind", facts.kind());
        ValueCodec.text(open, "name", facts.name());
        ValueCodec.text(open, "structure", facts.structure());
        if (facts.floors() != 0) {
            open.put("floors", facts.floors());
        }
        if (facts.turnDegrees() != 0) {
            open.put("turn", facts.turnDegrees());
        }
        ValueCodec.text(secret, "remark", facts.remark());
        ExtraCodec.write(facts.extras(), secret);
        FurtherCodec.write(facts.further(), open, secret);
    }

    static MapObject object(UUID id, JsonObject open, JsonObject secret) throws CodecException {
        List<?> holes = open.list("holes");
        List<long[]> parts = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        for (Object part : open.list("parts")) {
            List<?> steps = ParcelCodec.list(part);
            long[] grid = new long[steps.size()];
            for (int i = 0; i < grid.length; i++) {
                grid[i] = ParcelCodec.number(steps.get(i));
            }
            shells.add(!holes.contains((long) parts.size()));
            parts.add(grid);
        }
        double turn = open.decimal("turn");
        FurtherCodec more = new FurtherCodec(open);
        Map<String, Object> extras = ExtraCodec.read(secret, more);
        ObjectFacts facts = new ObjectFacts(
                open.textOr("kind"),
                open.textOr("name"),
                open.textOr("structure"),
                open.fields().containsKey("floors") ? Math.toIntExact(open.number("floors")) : 0,
                Double.isNaN(turn) ? 0 : turn,
                secret.textOr("remark"),
                extras,
                more.rest(FurtherCodec.OBJECT, secret, FurtherCodec.OBJECT_SECRET));
        ObjectShape.Kind kind = ObjectShape.Kind.valueOf(open.text("shape"));
        return new MapObject(
                id,
                Math.toIntExact(open.number("level")),
                ObjectShape.of(kind, parts, shells),
                open.textOr("text"),
                facts.equals(ObjectFacts.NONE) ? ObjectFacts.NONE : facts);
    }

    static void write(SurveyPoint point, Map<String, Object> open, Map<String, Object> secret) {
        open.put("t", POINT);
        open.put("role", point.role());
        ValueCodec.text(open, "number", point.number());
        open.put("e", point.position().gridEast());
        open.put("n", point.position().gridNorth());
        if (!Double.isNaN(point.heightMetres())) {
            open.put("height", point.heightMetres());
        }
        ValueCodec.text(open, "code", point.code());
        observation(point.observation(), open);
        if (point.corner() != null) {
            open.put("corner", point.corner());
        }
        ValueCodec.text(secret, "raw", point.raw());
        FurtherCodec.write(point.further(), open, secret);
    }

    static SurveyPoint point(UUID id, JsonObject open, JsonObject secret) throws CodecException {
        UUID corner = open.findId("corner");
        FurtherCodec more = new FurtherCodec(open);
        SurveyPoint.Role role = more.constant("role", SurveyPoint.Role.DETAIL);
        return new SurveyPoint(
                id,
                role,
                open.textOr("number"),
                EastNorth.ofGrid(open.number("e"), open.number("n")),
                open.decimal("height"),
                open.textOr("code"),
                observation(open),
                secret.textOr("raw"),
                corner == null ? null : CornerId.of(corner),
                more.rest(FurtherCodec.POINT, secret, FurtherCodec.POINT_SECRET));
    }

    static void observation(Observation seen, Map<String, Object> open) {
        ValueCodec.text(open, "method", seen.method());
        if (!Double.isNaN(seen.sigmaMetres())) {
            open.put("sigma", seen.sigmaMetres());
        }
        @Nullable LocalDate date = seen.date();
        if (date != null) {
            open.put("date", date);
        }
        ValueCodec.text(open, "surveyor", seen.surveyor());
        ValueCodec.text(open, "instrument", seen.instrument());
    }

    static Observation observation(JsonObject open) throws CodecException {
        String date = open.textOr("date");
        return new Observation(
                open.textOr("method"),
                open.decimal("sigma"),
                date.isEmpty() ? null : LocalDate.parse(date),
                open.textOr("surveyor"),
                open.textOr("instrument"));
    }
}
