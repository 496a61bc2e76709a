package vn.diaba.app.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.measure.Length;

/** How numbers, dates, places and lists are written for people, one way everywhere. Safe. */
public final class Values {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    /** Patterns by style; the marks in them are replaced by the language's. */
    static final Map<String, String> STYLES = Map.of(
            "n", "#,##0.###",
            "m", "#,##0.00",
            "mm", "#,##0.000",
            "m2", "#,##0.0",
            "s", "#,##0.0",
            "coord", "0.000",
            "percent", "#,##0");

    private static final String PLAIN = "0.###";
    private static final int LIST_SHOWN = 10;

    private final Language language;
    private final ZoneId zone;

    /** Writes for this language; instants are shown in this time zone. */
    public Values(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /**
     * An argument without a wish: whole numbers without grouping (record 12345, EPSG 9210), others with at most three
     * decimals; dates dd/MM/yyyy; a place in metres as papers write it, X (north) before Y (east); of a list the first ten.
     */
    public String plain(Object value) {
        if (value instanceof Area area) {
            return number(area.squareMetres(), "m2");
        }
        if (value instanceof LegalArea area) {
            return number(area.squareMetres(), "m2");
        }
        if (value instanceof Length length) {
            return number(length.metres(), "m");
        }
        if (value instanceof Number number) {
            return format(number, PLAIN);
        }
        if (value instanceof EastNorth place) {
            return "X " + format(place.north(), "0.000") + " Y " + format(place.east(), "0.000");
        }
        if (value instanceof Path path) {
            return path.toString();
        }
        if (value instanceof Collection<?> list) {
            String shown = list.stream().limit(LIST_SHOWN).map(this::plain).collect(Collectors.joining("; "));
            return list.size() > LIST_SHOWN ? shown + "; …" : shown;
        }
        return time(value);
    }

    /**
     * An argument in a style: {@code n} a count or number with grouping, {@code m} metres to the centimetre, {@code mm}
     * metres to the millimetre, {@code m2} square metres to 0.1, {@code s} seconds to 0.1, {@code coord} a coordinate
     * without grouping, {@code percent} whole per cents. What is not a number is written plainly.
     */
    public String styled(Object value, String style) {
        if (value instanceof Number number && STYLES.containsKey(style)) {
            return number(number, style);
        }
        return plain(value);
    }

    private String number(Number number, String style) {
        return format(number, STYLES.getOrDefault(style, PLAIN));
    }

    private String format(Number number, String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, language.symbols());
        format.setRoundingMode(RoundingMode.HALF_UP);
        boolean exact = number instanceof Double && Double.isFinite(number.doubleValue());
        return format.format(exact ? BigDecimal.valueOf(number.doubleValue()) : number);
    }

    private String time(Object value) {
        if (value instanceof Instant instant) {
            return TIME.format(instant.atZone(zone));
        }
        if (value instanceof LocalDateTime local) {
            return TIME.format(local);
        }
        if (value instanceof LocalDate date) {
            return DATE.format(date);
        }
        return String.valueOf(value);
    }
}
