package vn.diaba.store.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.SurveyPoint;

/** Map objects and survey points in bytes, positions as differences from the one before. Stateless. */
final class PlacedBytes {
    private static final int HOLE = 1;
    private static final int NO_FACTS = 0;
    private static final int FACTS = 1;
    private static final int FACTS_AND_MORE = 2;
    private static final int CORNER = 1;
    private static final int MORE = 2;
    private static final int PARTS = 1 << 24;

    private PlacedBytes() {}

    static void write(MapObject object, ByteSink out) {
        out.number(object.level());
        ObjectShape shape = object.shape();
        out.octet(shape.kind().ordinal()).number(shape.parts());
        long east = 0;
        long north = 0;
        for (int part = 0; part < shape.parts(); part++) {
            long[] grid = shape.grid(part);
            out.octet(shape.isShell(part) ? 0 : HOLE).number(grid.length / 2);
            for (int i = 0; i < grid.length; i += 2) {
                out.number(grid[i] - east).number(grid[i + 1] - north);
                east = grid[i];
                north = grid[i + 1];
            }
        }
        out.text(object.text());
        ObjectFacts facts = object.facts();
        if (facts.equals(ObjectFacts.NONE)) {
            out.octet(NO_FACTS);
            return;
        }
        boolean more = !facts.further().isEmpty();
        out.octet(more ? FACTS_AND_MORE : FACTS)
                .text(facts.kind())
                .text(facts.name())
                .text(facts.structure());
        out.number(facts.floors()).number(Double.doubleToLongBits(facts.turnDegrees()));
        Map<String, Object> secret = new LinkedHashMap<>();
        ExtraCodec.write(facts.extras(), secret);
        out.text(facts.remark()).block(secret.isEmpty() ? new byte[0] : Json.write(secret));
        if (more) {
            FurtherCodec.write(facts.further(), out);
        }
    }

    static MapObject object(UUID id, ByteSource in) throws CodecException {
        int level = in.count(MapObject.LEVELS);
        ObjectShape.Kind kind = ObjectShape.Kind.values()[Math.min(in.octet(), 2)];
        List<long[]> parts = new ArrayList<>();
        List<Boolean> shells = new ArrayList<>();
        long east = 0;
        long north = 0;
        for (int left = in.count(PARTS); left > 0; left--) {
            shells.add(in.octet() != HOLE);
            long[] grid = new long[2 * in.count(in.left())];
            for (int i = 0; i < grid.length; i += 2) {
                east += in.number();
                north += in.number();
                grid[i] = east;
                grid[i + 1] = north;
            }
            parts.add(grid);
        }
        return new MapObject(id, level, ObjectShape.of(kind, parts, shells), in.text(), facts(in));
    }

    private static ObjectFacts facts(ByteSource in) throws CodecException {
        int has = in.octet();
        if (has == NO_FACTS) {
            return ObjectFacts.NONE;
        }
        String kind = in.text();
        String name = in.text();
        String structure = in.text();
        int floors = in.count(Integer.MAX_VALUE);
        double turn = Double.longBitsToDouble(in.number());
        String remark = in.text();
        byte[] extras = in.block();
        return new ObjectFacts(
                kind,
                name,
                structure,
                floors,
                turn,
                remark,
                extras.length == 0
                        ? Map.of()
                        : ExtraCodec.read(Json.read(extras), new FurtherCodec(JsonObject.empty())),
                has == FACTS_AND_MORE ? FurtherCodec.read(in) : Further.NONE);
    }

    static void write(SurveyPoint point, ByteSink out) {
        out.octet(point.role().ordinal()).text(point.number());
        out.number(point.position().gridEast()).number(point.position().gridNorth());
        out.number(Double.doubleToLongBits(point.heightMetres())).text(point.code());
        Map<String, Object> seen = new LinkedHashMap<>();
        PlacedCodec.observation(point.observation(), seen);
        out.block(seen.isEmpty() ? new byte[0] : Json.write(seen)).text(point.raw());
        CornerId corner = point.corner();
        boolean more = !point.further().isEmpty();
        out.octet((corner == null ? 0 : CORNER) | (more ? MORE : 0));
        if (corner != null) {
            out.number(corner.high()).number(corner.low());
        }
        if (more) {
            FurtherCodec.write(point.further(), out);
        }
    }

    static SurveyPoint point(UUID id, ByteSource in) throws CodecException {
        SurveyPoint.Role role = SurveyPoint.Role.values()[Math.min(in.octet(), SurveyPoint.Role.values().length - 1)];
        String number = in.text();
        EastNorth place = EastNorth.ofGrid(in.number(), in.number());
        double height = Double.longBitsToDouble(in.number());
        String code = in.text();
        byte[] seen = in.block();
        Observation observation = seen.length == 0 ? Observation.UNKNOWN : PlacedCodec.observation(Json.read(seen));
        String raw = in.text();
        int has = in.octet();
        CornerId corner = (has & CORNER) == 0 ? null : new CornerId(in.number(), in.number());
        Further further = (has & MORE) == 0 ? Further.NONE : FurtherCodec.read(in);
        return new SurveyPoint(id, role, number, place, height, code, observation, raw, corner, further);
    }
}
