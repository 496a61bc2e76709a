package vn.diaba.exchange.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import vn.diaba.cadastre.measure.LegalArea;

/** Numbers as Vietnamese papers have them: decimal comma, no grouping, halves up on the decimal number. Stateless. */
final class PaperNumbers {
    private PaperNumbers() {}

    /** Metres with two decimals. */
    static String metres(double metres) {
        return comma(BigDecimal.valueOf(metres).setScale(2, RoundingMode.HALF_UP));
    }

    /** Square metres with one decimal. */
    static String area(LegalArea area) {
        return comma(area.squareMetres());
    }

    /** With a plus sign where it is positive. */
    static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + comma(number);
    }

    static String comma(BigDecimal number) {
        return number.toPlainString().replace('.', ',').replace('-', '−');
    }

    /** Degrees and minutes, and seconds where there are any: {@code 105°45'}. */
    static String degrees(double degrees) {
        long seconds = Math.round(degrees * 3600);
        String text = String.format(Locale.ROOT, "%d°%02d'", seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? text : text + String.format(Locale.ROOT, "%02d\"", seconds % 60);
    }
}
