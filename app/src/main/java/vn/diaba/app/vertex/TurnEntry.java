package vn.diaba.app.vertex;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.DistanceText;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.PlaneTransform;

/**
 * Reads how something is turned or stretched: {@code xoay 1-30-00} ({@code turn}), degrees clockwise; {@code tỷ lệ 1,0005}
 * ({@code scale}), a factor. Stateless.
 */
public final class TurnEntry {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern TURN = Pattern.compile("(?:xoay|quay|turn|rotate)\\s+(.+)", FLAGS);
    private static final Pattern SCALE = Pattern.compile("(?:t[ỷỉyi]\\s*l[ệe]|scale)\\s+(.+)", FLAGS);

    private TurnEntry() {}

    /**
     * The map of the plane that is meant.
     *
     * @param centre what stays where it is
     * @return none when the text is of another kind
     * @throws CogoException what {@link AngleText} and {@link DistanceText} throw; {@code vertex-scale-zero}
     */
    public static Optional<PlaneTransform> read(String text, EastNorth centre) throws CogoException {
        Matcher turn = TURN.matcher(text.strip());
        if (turn.matches()) {
            return Optional.of(PlaneTransform.rotation(centre, AngleText.DEGREES.degrees(turn.group(1))));
        }
        Matcher scale = SCALE.matcher(text.strip());
        if (!scale.matches()) {
            return Optional.empty();
        }
        double factor = DistanceText.metres(scale.group(1));
        if (factor == 0) {
            throw new CogoException("vertex-scale-zero");
        }
        return Optional.of(PlaneTransform.scaling(centre, factor));
    }
}
