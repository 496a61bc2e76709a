package vn.diaba.cadastre.object;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/** Attributes of map objects and survey points by the names that files and the command line use. Stateless. */
public final class ObjectAttributes {
    /** Names that map objects have, in the order tables show them. */
    public static final List<String> OF_OBJECT =
            List.of("level", "text", "name", "kind", "structure", "floors", "turn", "remark");

    /** Names that survey points have. */
    public static final List<String> OF_POINT =
            List.of("role", "number", "height", "code", "method", "sigma", "date", "surveyor", "instrument", "raw");

    /** All names. */
    public static final List<String> NAMES = java.util.stream.Stream.concat(OF_OBJECT.stream(), OF_POINT.stream())
            .toList();

    private ObjectAttributes() {}

    /** An attribute as text, decimal point, "" when unknown or not of such a record. */
    public static String text(PlacedRecord placed, String name) {
        if (name.equals("level")) {
            return placed.level() == 0 ? "" : Integer.toString(placed.level());
        }
        return placed instanceof SurveyPoint point ? text(point, name) : text((MapObject) placed, name);
    }

    private static String text(MapObject object, String name) {
        ObjectFacts facts = object.facts();
        switch (name) {
            case "text":
                return object.text();
            case "name":
                return facts.name();
            case "kind":
                return facts.kind();
            case "structure":
                return facts.structure();
            case "floors":
                return facts.floors() == 0 ? "" : Integer.toString(facts.floors());
            case "turn":
                return facts.turnDegrees() == 0 ? "" : plain(facts.turnDegrees());
            case "remark":
                return facts.remark();
            default:
                Object extra = facts.extras().get(name);
                return extra == null ? "" : extra.toString();
        }
    }

    private static String text(SurveyPoint point, String name) {
        Observation seen = point.observation();
        switch (name) {
            case "role":
                return point.role().name().toLowerCase(Locale.ROOT);
            case "number":
                return point.number();
            case "height":
                return plain(point.heightMetres());
            case "code":
                return point.code();
            case "method":
                return seen.method();
            case "sigma":
                return plain(seen.sigmaMetres());
            case "date":
                return seen.date() == null ? "" : seen.date().toString();
            case "surveyor":
                return seen.surveyor();
            case "instrument":
                return seen.instrument();
            case "raw":
                return point.raw();
            default:
                return "";
        }
    }

    private static String plain(double value) {
        return Double.isNaN(value)
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A copy with an attribute set from text. */
    static PlacedRecord with(PlacedRecord placed, String name, String value) throws ImpossibleEditException {
        return placed instanceof SurveyPoint point ? with(point, name, value) : with((MapObject) placed, name, value);
    }

    private static MapObject with(MapObject object, String name, String value) throws ImpossibleEditException {
        ObjectFacts f = object.facts();
        try {
            switch (name) {
                case "level":
                    int level = Integer.parseInt(value);
                    return new MapObject(object.id(), level, object.shape(), object.text(), f);
                case "text":
                    return new MapObject(object.id(), object.level(), object.shape(), value, f);
                case "house":
                    Optional<ObjectFacts> house = ObjectFacts.house(value);
                    if (house.isEmpty()) {
                        throw new ImpossibleEditException("attribute-not-valid", name, value);
                    }
                    return with(
                            with(object, "structure", house.get().structure()),
                            "floors",
                            "" + house.get().floors());
                default:
                    return object.withFacts(with(f, name, value));
            }
        } catch (IllegalArgumentException e) {
            throw new ImpossibleEditException("attribute-not-valid", name, value);
        }
    }

    private static ObjectFacts with(ObjectFacts f, String name, String value) throws ImpossibleEditException {
        boolean extra = f.extras().containsKey(name);
        if (!extra && !OF_OBJECT.contains(name)) {
            throw new ImpossibleEditException("attribute-unknown", name);
        }
        Map<String, Object> extras = f.extras();
        if (extra) {
            extras = new java.util.LinkedHashMap<>(extras);
            extras.put(name, value);
        }
        return new ObjectFacts(
                name.equals("kind") ? value : f.kind(),
                name.equals("name") ? value : f.name(),
                name.equals("structure") ? value.toLowerCase(Locale.ROOT) : f.structure(),
                name.equals("floors") ? value.isEmpty() ? 0 : Integer.parseInt(value) : f.floors(),
                name.equals("turn") ? value.isEmpty() ? 0 : number(value) : f.turnDegrees(),
                name.equals("remark") ? value : f.remark(),
                extras,
                f.further());
    }

    private static SurveyPoint with(SurveyPoint p, String name, String value) throws ImpossibleEditException {
        Observation o = p.observation();
        try {
            switch (name) {
                case "role":
                    return point(p, SurveyPoint.Role.valueOf(value.toUpperCase(Locale.ROOT)), p.number(), o);
                case "number":
                    return point(p, p.role(), value, o);
                case "height":
                    return new SurveyPoint(
                            p.id(),
                            p.role(),
                            p.number(),
                            p.position(),
                            numberOrNaN(value),
                            p.code(),
                            o,
                            p.raw(),
                            p.corner(),
                            p.further());
                case "code":
                    return new SurveyPoint(
                            p.id(),
                            p.role(),
                            p.number(),
                            p.position(),
                            p.heightMetres(),
                            value,
                            o,
                            p.raw(),
                            p.corner(),
                            p.further());
                case "method":
                case "sigma":
                case "date":
                case "surveyor":
                case "instrument":
                    return point(p, p.role(), p.number(), with(o, name, value));
                default:
                    throw new ImpossibleEditException("attribute-unknown", name);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ImpossibleEditException("attribute-not-valid", name, value);
        }
    }

    private static SurveyPoint point(SurveyPoint p, SurveyPoint.Role role, String number, Observation seen) {
        return new SurveyPoint(
                p.id(), role, number, p.position(), p.heightMetres(), p.code(), seen, p.raw(), p.corner(), p.further());
    }

    private static Observation with(Observation o, String name, String value) {
        return new Observation(
                name.equals("method") ? value : o.method(),
                name.equals("sigma") ? numberOrNaN(value) : o.sigmaMetres(),
                name.equals("date") ? value.isEmpty() ? null : LocalDate.parse(value) : o.date(),
                name.equals("surveyor") ? value : o.surveyor(),
                name.equals("instrument") ? value : o.instrument());
    }

    private static double numberOrNaN(String value) {
        return value.isEmpty() ? Double.NaN : number(value);
    }

    private static double number(String value) {
        double number = Double.parseDouble(value.replace(',', '.'));
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(value);
        }
        return number;
    }
}
