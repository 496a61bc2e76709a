package vn.diaba.app.vertex;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.cogo.Polar;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Bearing;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.SurveyPoint;

/**
 * Reads where a corner is to go, as surveyors type it: {@code dN dE} (north before east, as on papers), {@code N;E}, or
 * {@code bearing distance}, from the corner itself or {@code from} another ({@code 45-30-15 12,34 @3}; {@code từ 3} is the
 * same): 3 is that corner's number in the reference parcel, else the number of a survey point. Two plain numbers without
 * {@code @} are always differences; a bearing has marks between its parts, a unit, or its quadrant. Immutable.
 *
 * @param fabric the land
 * @param corner the corner that moves
 * @param reference the parcel whose corner numbers are meant; null when there is none
 */
public record CornerEntry(
        Fabric fabric, Corner corner, @Nullable ParcelId reference) {
    private static final Pattern FROM = Pattern.compile(
            "^(.*\\S)\\s*(?:@|\\s(?:từ|tu|from))\\s*(\\S+)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?(?:\\d+(?:[.,]\\d*)?|[.,]\\d+)(?:mm|cm|dm|m)?");

    /**
     * Where the corner is to go.
     *
     * @throws CogoException {@code vertex-entry-not-read} with the text; {@code vertex-point-unknown} or {@code
     *     vertex-point-ambiguous} with the number after {@code @}; {@code place-beyond-range} with the text; or what {@link
     *     AngleText} and {@link DistanceText} throw
     */
    public EastNorth place(String text) throws CogoException {
        String plain = text.strip();
        try {
            if (plain.indexOf(';') >= 0) {
                return absolute(plain);
            }
            Matcher from = FROM.matcher(plain);
            if (from.matches()) {
                return polar(named(from.group(2)), from.group(1).strip());
            }
            String[] parts = plain.split("\\s+");
            if (parts.length == 2 && isNumber(parts[0]) && isNumber(parts[1])) {
                return new EastNorth(
                        corner.position().east() + DistanceText.signedMetres(parts[1]),
                        corner.position().north() + DistanceText.signedMetres(parts[0]));
            }
            return polar(corner.position(), plain);
        } catch (IllegalArgumentException beyondAllCoordinates) {
            throw new CogoException("place-beyond-range", plain);
        }
    }

    private static boolean isNumber(String part) {
        return PLAIN_NUMBER.matcher(part).matches();
    }

    private static EastNorth absolute(String text) throws CogoException {
        String[] parts = text.split(";", -1);
        if (parts.length != 2) {
            throw new CogoException("vertex-entry-not-read", text);
        }
        return new EastNorth(DistanceText.signedMetres(parts[1]), DistanceText.signedMetres(parts[0]));
    }

    /** The last word is the distance, all before it the bearing. */
    private static EastNorth polar(EastNorth from, String text) throws CogoException {
        int gap = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
        if (gap < 0) {
            throw new CogoException("vertex-entry-not-read", text);
        }
        Bearing bearing = AngleText.DEGREES.bearing(text.substring(0, gap), null);
        return Polar.point(from, bearing, DistanceText.metres(text.substring(gap + 1)));
    }

    private EastNorth named(String name) throws CogoException {
        if (reference != null && name.chars().allMatch(Character::isDigit) && name.length() < 7) {
            List<CornerId> corners = CornerNumbers.of(fabric, reference);
            int number = Integer.parseInt(name);
            if (number >= 1 && number <= corners.size()) {
                return fabric.corner(corners.get(number - 1)).position();
            }
        }
        List<EastNorth> points = new ArrayList<>();
        fabric.forEachObject(placed -> {
            if (placed instanceof SurveyPoint point && point.number().equalsIgnoreCase(name)) {
                points.add(point.position());
            }
        });
        if (points.size() != 1) {
            throw new CogoException(points.isEmpty() ? "vertex-point-unknown" : "vertex-point-ambiguous", name);
        }
        return points.get(0);
    }
}
