package vn.diaba.cadastre.cogo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.measure.Bearing;

/**
 * Reads angles as surveyors type them: {@code 45 30 15}, {@code 45-30-15,5}, {@code 45°30'15"}, {@code 45:30}, {@code
 * 45.5042}, {@code 45,5042°}, {@code 50,56g}, {@code 45.3015 dms} (packed), {@code N45-30-15E}, and relative to the last
 * bearing with a sign: {@code +90}. A comma inside the last part is a decimal comma. What a bare number means is never
 * guessed: it is the unit this reader was made with. Immutable.
 *
 * @param bareNumber the unit of numbers without one
 */
public record AngleText(AngleUnit bareNumber) {
    /** Bare numbers are decimal degrees. */
    public static final AngleText DEGREES = new AngleText(AngleUnit.DEGREES);

    private static final Pattern QUADRANT = Pattern.compile("([NS])(.+?)([EW])");
    private static final Pattern PARTS = Pattern.compile(
            "(\\d{1,4})\\s*(?:[°ºd:\\s-]\\s*)(\\d{1,3})(?:\\s*(?:[′'’m:\\s-]|$)\\s*(?:(\\d{1,3}(?:[.,]\\d*)?)\\s*(?:[″\"”s]|''|′′)?)?)?");
    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,7}(?:[.,]\\d{0,15})?|[.,]\\d{1,15})\\s*(°|º|DEG|D|GON|GRAD|GR|G|DMS)?");

    /**
     * Reads a bearing.
     *
     * @param last the bearing before, for texts with a sign; null when there is none
     * @throws CogoException {@code angle-not-read} or {@code angle-part-too-large} or {@code angle-beyond-quadrant} with
     *     the text and its bad part; {@code angle-without-last} for a signed text without a bearing before
     */
    public Bearing bearing(String text, @Nullable Bearing last) throws CogoException {
        String plain = text.strip();
        if (plain.startsWith("+") || plain.startsWith("-")) {
            if (last == null) {
                throw new CogoException("angle-without-last", plain);
            }
            return Polar.turned(last, degrees(plain));
        }
        Matcher quadrant = QUADRANT.matcher(plain.toUpperCase(Locale.ROOT));
        return new Bearing(quadrant.matches() ? quadrant(plain, quadrant) : degrees(plain));
    }

    /**
     * Reads an angle, signed or not.
     *
     * @return degrees, not brought into any range
     * @throws CogoException as for {@link #bearing}
     */
    public double degrees(String text) throws CogoException {
        String plain = text.strip();
        boolean negative = plain.startsWith("-");
        String bare = negative || plain.startsWith("+") ? plain.substring(1).strip() : plain;
        double value = unsigned(plain, bare);
        return negative ? -value : value;
    }

    private double quadrant(String text, Matcher parts) throws CogoException {
        double angle = unsigned(text, parts.group(2).strip());
        if (angle > 90) {
            throw new CogoException("angle-beyond-quadrant", text, angle);
        }
        boolean south = parts.group(1).equals("S");
        boolean west = parts.group(3).equals("W");
        double fromNorth = south ? 180 - angle : angle;
        return west ? 360 - fromNorth : fromNorth;
    }

    private double unsigned(String text, String bare) throws CogoException {
        Matcher number = NUMBER.matcher(bare.toUpperCase(Locale.ROOT));
        if (number.matches()) {
            return fromNumber(text, number.group(1).replace(',', '.'), number.group(2));
        }
        Matcher parts = PARTS.matcher(bare);
        if (!parts.matches()) {
            throw new CogoException("angle-not-read", text, bare);
        }
        String seconds = parts.group(3) == null ? "0" : parts.group(3).replace(',', '.');
        return ofParts(text, Integer.parseInt(parts.group(1)), parts.group(2), seconds);
    }

    private double fromNumber(String text, String number, @Nullable String unit) throws CogoException {
        BigDecimal value = new BigDecimal(number);
        AngleUnit meant = bareNumber;
        if (unit != null) {
            meant = unit.equals("DMS")
                    ? AngleUnit.PACKED_DMS
                    : unit.startsWith("G") ? AngleUnit.GON : AngleUnit.DEGREES;
        }
        if (meant == AngleUnit.GON) {
            return value.doubleValue() * 0.9;
        }
        return meant == AngleUnit.PACKED_DMS ? packed(text, value) : value.doubleValue();
    }

    private static double packed(String text, BigDecimal value) throws CogoException {
        BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
        BigDecimal behind = value.subtract(whole).movePointRight(2);
        BigDecimal minutes = behind.setScale(0, RoundingMode.DOWN);
        BigDecimal seconds = behind.subtract(minutes).movePointRight(2);
        return ofParts(text, whole.intValue(), minutes.toPlainString(), seconds.toPlainString());
    }

    private static double ofParts(String text, int degrees, String minutes, String seconds) throws CogoException {
        double m = Double.parseDouble(minutes);
        double s = Double.parseDouble(seconds);
        if (m >= 60 || s >= 60) {
            throw new CogoException("angle-part-too-large", text, m >= 60 ? minutes : seconds);
        }
        return degrees + m / 60 + s / 3600;
    }

    /**
     * Writes an angle as degrees, minutes and seconds: {@code 45-30-15}, with a sign when it is negative.
     *
     * @param decimals of the seconds, 0 or more; halves away from zero
     */
    public static String dms(double degrees, int decimals) {
        BigDecimal seconds = BigDecimal.valueOf(Math.abs(degrees))
                .multiply(BigDecimal.valueOf(3600))
                .setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal[] minutes = seconds.divideAndRemainder(BigDecimal.valueOf(60));
        BigDecimal[] whole = minutes[0].divideAndRemainder(BigDecimal.valueOf(60));
        String rest = minutes[1].setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
        String padded = rest.indexOf('.') == 1 || rest.length() == 1 ? "0" + rest : rest;
        String sign = degrees < 0 && seconds.signum() != 0 ? "-" : "";
        return String.format(Locale.ROOT, "%s%d-%02d-%s", sign, whole[0].intValue(), whole[1].intValue(), padded);
    }
}
