package vn.diaba.cadastre.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An area as it stands on paper: decimal, in steps of 0.1 m², rounded half up. Immutable.
 *
 * @param tenths tenths of a square metre, 0 or more
 */
public record LegalArea(long tenths) implements Comparable<LegalArea> {
    /** Rejects negative areas. */
    public LegalArea {
        if (tenths < 0) {
            throw new IllegalArgumentException("not an area: " + tenths + " tenths");
        }
    }

    /** The printed form of a computed area: half up on its shortest decimal form, never on the binary value. */
    public static LegalArea of(Area area) {
        return of(BigDecimal.valueOf(area.squareMetres()));
    }

    /**
     * Rounds a decimal number of square metres half up to 0.1 m².
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static LegalArea of(BigDecimal squareMetres) {
        return new LegalArea(
                squareMetres.setScale(1, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    /**
     * Reads a number of square metres with a decimal point or comma ({@code 245,8}).
     *
     * @throws NumberFormatException if it is no number or negative
     */
    public static LegalArea parse(String text) {
        BigDecimal value = new BigDecimal(text.strip().replace(',', '.'));
        if (value.signum() < 0) {
            throw new NumberFormatException("negative area: " + text);
        }
        return of(value);
    }

    /**
     * Shares a total in proportion to weights so that the parts sum to it exactly: each gets its floor, and the tenths
     * left go to the largest remainders, earlier parts first among equals.
     *
     * @param total what is shared
     * @param weights at least one, each finite and 0 or more, not all 0
     * @return as many parts as weights, in their order
     */
    public static List<LegalArea> share(LegalArea total, List<Double> weights) {
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (!(sum > 0) || Double.isInfinite(sum)) {
            throw new IllegalArgumentException("weights must sum to more than 0");
        }
        long[] parts = new long[weights.size()];
        double[] remainders = new double[parts.length];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            double exact = total.tenths * (weights.get(i) / sum);
            parts[i] = (long) Math.floor(exact);
            remainders[i] = exact - parts[i];
            given += parts[i];
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            order.add(i);
        }
        order.sort(Comparator.<Integer>comparingDouble(i -> -remainders[i]));
        for (int i = 0; given < total.tenths; i = (i + 1) % parts.length, given++) {
            parts[order.get(i)]++;
        }
        List<LegalArea> result = new ArrayList<>();
        for (long part : parts) {
            result.add(new LegalArea(part));
        }
        return List.copyOf(result);
    }

    /** Square metres with one decimal. */
    public BigDecimal squareMetres() {
        return BigDecimal.valueOf(tenths, 1);
    }

    /** The sum of two areas. */
    public LegalArea plus(LegalArea other) {
        return new LegalArea(Math.addExact(tenths, other.tenths));
    }

    @Override
    public int compareTo(LegalArea other) {
        return Long.compare(tenths, other.tenths);
    }

    /** Square metres with a point and one decimal, as in files: {@code 245.8}. */
    @Override
    public String toString() {
        return squareMetres().toPlainString();
    }
}
