package vn.diaba.app.survey;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.linework.PointNumbers;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

/** Where named points are: survey points of the land by number, else X and Y as typed. Immutable by use. */
final class KnownPlaces {
    /** Nothing is known. */
    static final KnownPlaces NONE = new KnownPlaces(Fabric.empty());

    private static final Pattern TWO = Pattern.compile("(-?\\d{4,8}(?:[.,]\\d*)?)[\\s;]+(-?\\d{4,8}(?:[.,]\\d*)?)");
    private static final double SAME_METRES = 0.001;

    private final Fabric land;
    private final PointNumbers numbers;

    KnownPlaces(Fabric land) {
        this.land = land;
        numbers = new PointNumbers(land);
    }

    /** The land they are of. */
    Fabric land() {
        return land;
    }

    /**
     * Where a point is.
     *
     * @param text its number, or X (north) and Y (east)
     * @throws ImpossibleEditException {@code chain-point-missing}, {@code chain-point-ambiguous}
     */
    EastNorth place(String text) throws ImpossibleEditException {
        Matcher two = TWO.matcher(text.strip());
        if (two.matches()) {
            try {
                return new EastNorth(DistanceText.signedMetres(two.group(2)), DistanceText.signedMetres(two.group(1)));
            } catch (CogoException neverOfThisForm) {
                throw new IllegalStateException(text, neverOfThisForm);
            }
        }
        return numbers.point(text.strip()).position();
    }

    /** Where a point is, if exactly one place is known for it. */
    Optional<EastNorth> find(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(place(text));
        } catch (ImpossibleEditException unknown) {
            return Optional.empty();
        }
    }

    /** What a place is called: the number of the survey point there, else X and Y. */
    String name(EastNorth place) {
        Optional<PlacedRecord> near = land.index().nearestObject(place, SAME_METRES);
        if (near.isPresent()
                && near.get() instanceof SurveyPoint point
                && find(point.number()).isPresent()) {
            return point.number();
        }
        return text(place);
    }

    /** X and Y of a place, as they are typed. */
    static String text(EastNorth place) {
        return String.format(Locale.ROOT, "%.4f %.4f", place.north(), place.east());
    }

    /** The number after the largest one that is a whole number; 1 when there is none. */
    long nextNumber() {
        long[] largest = {0};
        land.forEachObject(each -> {
            if (each instanceof SurveyPoint point && point.number().matches("\\d{1,9}")) {
                largest[0] = Math.max(largest[0], Long.parseLong(point.number()));
            }
        });
        return largest[0] + 1;
    }
}
