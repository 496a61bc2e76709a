package vn.diaba.app.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.cogo.Polar;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.traverse.GridScale;
import vn.diaba.cadastre.traverse.Network;
import vn.diaba.cadastre.traverse.NetworkAdjustment;
import vn.diaba.cadastre.traverse.NetworkResult;
import vn.diaba.cadastre.traverse.Traverse;
import vn.diaba.cadastre.traverse.TraverseAdjustment;
import vn.diaba.cadastre.traverse.TraverseException;
import vn.diaba.cadastre.traverse.TraverseLeg;
import vn.diaba.cadastre.traverse.TraverseResult;
import vn.diaba.exchange.points.FieldBook;

/** Reads what was typed and has it computed; used once, by one thread. */
final class TraverseWork {
    private final TraverseDraft draft;
    private final KnownPlaces places;
    private final AngleText angles;
    private final List<TraverseLeg> legs = new ArrayList<>();
    private final List<Integer> rows = new ArrayList<>();
    private final Map<Integer, Refusal> refusals = new LinkedHashMap<>();
    private final Map<String, Network.Point> known = new LinkedHashMap<>();
    private @Nullable EastNorth startAt;
    private @Nullable EastNorth closeAt;
    private String backName = "";
    private String onwardName = "";

    private TraverseWork(TraverseDraft draft, KnownPlaces places) {
        this.draft = draft;
        this.places = places;
        angles = new AngleText(draft.unit());
    }

    /** Computes a traverse as far as it goes. */
    static TraverseSketch of(TraverseDraft draft, KnownPlaces places) {
        return new TraverseWork(draft, places).sketch();
    }

    private TraverseSketch sketch() {
        TraverseResult result = null;
        NetworkResult network = null;
        try {
            EastNorth start = draft.start().isBlank() ? null : places.place(draft.start());
            startAt = start;
            if (start != null) {
                hold(draft.start(), start);
                Bearing back = direction(draft.back(), start, true);
                readLegs(back);
                if (!legs.isEmpty()) {
                    Traverse traverse = new Traverse(draft.start().strip(), start, back, legs, close());
                    result = TraverseAdjustment.adjust(
                            traverse, draft.adjustment().method(), draft.limits());
                    network = network(traverse);
                }
            }
        } catch (ImpossibleEditException e) {
            refusals.put(-1, new Refusal(e.code(), e.arguments()));
        } catch (CogoException e) {
            refusals.put(-1, new Refusal(e.code(), e.arguments()));
        } catch (TraverseException e) {
            refusals.put(-1, new Refusal(e.code(), e.arguments()));
        }
        return new TraverseSketch(draft, startAt, closeAt, result, network, rows, refusals);
    }

    private @Nullable NetworkResult network(Traverse traverse) throws TraverseException {
        if (draft.adjustment() != Adjustment.LEAST_SQUARES) {
            return null;
        }
        FieldBook book = new FieldBook(
                List.copyOf(known.values()),
                List.of(new FieldBook.Course(traverse, backName, onwardName)),
                List.of(),
                GridScale.NONE,
                draft.sigmas().metres(),
                draft.sigmas().seconds());
        return NetworkAdjustment.adjust(book.network());
    }

    private void hold(String name, EastNorth place) {
        known.putIfAbsent(name.strip(), Network.Point.held(name.strip(), place));
    }

    /** A direction from a point: to another point, or as a bearing. */
    private @Nullable Bearing direction(String text, EastNorth from, boolean isBack)
            throws CogoException, ImpossibleEditException {
        if (text.isBlank()) {
            return null;
        }
        var there = places.find(text);
        if (there.isPresent() && !there.get().equals(from)) {
            hold(text, there.get());
            if (isBack) {
                backName = text.strip();
            } else {
                onwardName = text.strip();
            }
            return Bearing.of(from, there.get());
        }
        if (text.chars().noneMatch(Character::isDigit)) {
            // No number in it: a name was meant, and it is not known.
            places.place(text);
        }
        return angles.bearing(text, null);
    }

    private void readLegs(@Nullable Bearing back) {
        Bearing last = back == null ? null : Polar.back(back);
        String from = draft.start().strip();
        for (int i = 0; i < draft.legs().size(); i++) {
            LegText text = draft.legs().get(i);
            if (text.isBlank()) {
                continue;
            }
            try {
                TraverseLeg leg = leg(text, last, from, i);
                last = leg.bearing() != null
                        ? leg.bearing()
                        : last == null ? null : Polar.turned(Polar.back(last), leg.angleDegrees());
                legs.add(leg);
                rows.add(i);
                from = leg.to();
            } catch (CogoException e) {
                refusals.put(i, new Refusal(e.code(), e.arguments()));
                return;
            }
        }
    }

    private TraverseLeg leg(LegText text, @Nullable Bearing last, String from, int row) throws CogoException {
        String to = text.to().isBlank() ? "#" + (row + 1) : text.to().strip();
        if (to.equals(from)) {
            throw new CogoException("points-same-name", to);
        }
        if (text.angle().isBlank()) {
            throw new CogoException("angle-not-read", "", "");
        }
        double metres = DistanceText.metres(text.distance());
        if (metres == 0) {
            throw new CogoException("distance-not-positive", metres);
        }
        boolean quadrant = text.angle().strip().matches("(?i)[NS].*[EW]");
        TraverseLeg leg = text.isBearing() || quadrant
                ? TraverseLeg.ofBearing(to, angles.bearing(text.angle(), last), metres)
                : TraverseLeg.ofAngle(to, angles.degrees(text.angle()), metres);
        if (text.radius().isBlank()) {
            return leg;
        }
        double radius = DistanceText.signedMetres(text.radius());
        if (radius == 0 || metres > Math.PI * Math.abs(radius)) {
            throw new CogoException("chord-too-long", metres, Math.abs(radius));
        }
        return leg.along(radius);
    }

    /** A traverse whose rows stop early is open until the rest is read. */
    private Traverse.Close close() throws CogoException, ImpossibleEditException {
        if (refusals.keySet().stream().anyMatch(row -> row >= 0)) {
            return Traverse.Close.NONE;
        }
        String end = legs.get(legs.size() - 1).to();
        EastNorth at = draft.close().isBlank() ? null : places.place(draft.close());
        if (at == null && end.equals(draft.start().strip())) {
            at = startAt;
        }
        if (at == null) {
            at = places.find(end).orElse(null);
        }
        closeAt = at;
        if (at == null) {
            return Traverse.Close.NONE;
        }
        hold(end, at);
        Bearing onward = direction(draft.onward(), at, false);
        double angle = draft.closeAngle().isBlank() || onward == null ? Double.NaN : angles.degrees(draft.closeAngle());
        return new Traverse.Close(at, angle, Double.isNaN(angle) ? null : onward);
    }
}
