package vn.diaba.app.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.edit.Refusal;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.cogo.AngleUnit;
import vn.diaba.cadastre.cogo.Arc;
import vn.diaba.cadastre.cogo.Baseline;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.cogo.Intersections;
import vn.diaba.cadastre.cogo.Polar;
import vn.diaba.cadastre.cogo.StationOffset;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;

/**
 * A construction as far as it is known, and what comes of it. Immutable.
 *
 * @param kind what is constructed
 * @param bases where the points picked are, in order
 * @param solutions each a list of new points, one or of an arc many; empty while something lacks
 * @param refusal why there is none; null while it is only not complete, or when there is one
 */
record Construction(
        ConstructionKind kind,
        List<EastNorth> bases,
        List<List<EastNorth>> solutions,
        @Nullable Refusal refusal) {
    /** Copies the lists. */
    Construction {
        bases = List.copyOf(bases);
        solutions = List.copyOf(solutions);
    }

    /**
     * Constructs.
     *
     * @param values as typed, as many as the kind asks for
     * @param unit of bare numbers that are angles
     */
    static Construction of(ConstructionKind kind, List<EastNorth> bases, List<String> values, AngleUnit unit) {
        boolean lacks = bases.size() < kind.bases().size();
        for (int i = 0; i < kind.measures().size(); i++) {
            lacks |= values.get(i).isBlank();
        }
        if (lacks) {
            return new Construction(kind, bases, List.of(), null);
        }
        try {
            return new Construction(kind, bases, solve(kind, bases, new Reader(values, new AngleText(unit))), null);
        } catch (CogoException e) {
            return new Construction(kind, bases, List.of(), new Refusal(e.code(), e.arguments()));
        }
    }

    /** Reads the values by their places. */
    private record Reader(List<String> values, AngleText angles) {
        double metres(int i) throws CogoException {
            return DistanceText.metres(values.get(i));
        }

        double signed(int i) throws CogoException {
            return DistanceText.signedMetres(values.get(i));
        }

        Bearing bearing(int i) throws CogoException {
            return angles.bearing(values.get(i), null);
        }

        double degrees(int i) throws CogoException {
            return angles.degrees(values.get(i));
        }

        double chordError(int i) throws CogoException {
            double metres = metres(i);
            if (metres == 0) {
                throw new CogoException("distance-not-positive", metres);
            }
            return metres;
        }
    }

    private static List<List<EastNorth>> solve(ConstructionKind kind, List<EastNorth> bases, Reader in)
            throws CogoException {
        EastNorth a = bases.get(0);
        EastNorth b = bases.get(bases.size() > 1 ? 1 : 0);
        switch (kind) {
            case POLAR:
                return one(Polar.point(a, in.bearing(0), in.metres(1)));
            case ANGLE:
                Baseline back = Baseline.between(a, b);
                Bearing way = Polar.turned(Bearing.of(back.from(), back.to()), in.degrees(0));
                return one(Polar.point(a, way, in.metres(1)));
            case DISTANCES:
                return each(Intersections.distances(a, in.metres(0), b, in.metres(1)));
            case FORWARD:
                return one(Intersections.angles(a, in.degrees(0), b, in.degrees(1)));
            case BEARINGS:
                return one(Intersections.bearings(a, in.bearing(0), b, in.bearing(1)));
            case BEARING_DISTANCE:
                return each(Intersections.bearingDistance(a, in.bearing(0), b, in.metres(1)));
            case OFFSET:
                return one(Baseline.between(a, b).point(new StationOffset(in.signed(0), in.signed(1))));
            case FOOT:
                return one(Baseline.between(a, b).foot(bases.get(2)));
            case LINES:
                return one(Baseline.between(a, b).meets(Baseline.between(bases.get(2), bases.get(3))));
            case ARC_RADIUS:
                return arc(Arc.ofRadius(a, b, in.signed(0), false), in.chordError(1));
            case ARC_THROUGH:
                return arc(Arc.through(a, b, bases.get(2)), in.chordError(0));
        }
        throw new IllegalArgumentException(kind.toString());
    }

    private static List<List<EastNorth>> one(EastNorth point) {
        return List.of(List.of(point));
    }

    private static List<List<EastNorth>> each(List<EastNorth> points) {
        return points.stream().map(List::of).toList();
    }

    /** The points between the ends, which are there already. */
    private static List<List<EastNorth>> arc(Arc arc, double chordErrorMetres) {
        List<EastNorth> all = arc.stroked(chordErrorMetres);
        return List.of(all.subList(1, all.size() - 1));
    }
}
