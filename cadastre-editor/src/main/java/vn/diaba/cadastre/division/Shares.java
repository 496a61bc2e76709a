package vn.diaba.cadastre.division;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.ImpossibleEditException;

/** How large the parts of a division are to be. Immutable. */
public sealed interface Shares {
    /** Parts at most; a parcel is not cut in more at once. */
    int MOST = 500;

    /** Parts of one size; at least two. */
    record Equal(int parts) implements Shares {
        @Override
        public List<Double> squareMetres(String label, double whole) throws ImpossibleEditException {
            if (parts < 2 || parts > MOST) {
                throw new ImpossibleEditException("parts-not-valid", parts, MOST);
            }
            return Collections.nCopies(parts, whole / parts);
        }
    }

    /** Parts in proportion to numbers above 0; at least two. */
    record Ratio(List<Double> terms) implements Shares {
        /** Copies the list. */
        public Ratio {
            terms = List.copyOf(terms);
        }

        @Override
        public List<Double> squareMetres(String label, double whole) throws ImpossibleEditException {
            double sum = terms.stream().mapToDouble(Double::doubleValue).sum();
            boolean positive = terms.stream().allMatch(term -> term > 0 && Double.isFinite(term));
            if (terms.size() < 2 || terms.size() > MOST || !positive || Double.isInfinite(sum)) {
                throw new ImpossibleEditException("ratio-not-valid", text(terms));
            }
            return terms.stream().map(term -> whole * (term / sum)).toList();
        }

        private static String text(List<Double> terms) {
            StringBuilder text = new StringBuilder();
            for (double term : terms) {
                text.append(text.length() == 0 ? "" : ":").append(term);
            }
            return text.toString();
        }
    }

    /**
     * Parts of given sizes in square metres; null stands for the rest and may be there once. Without a rest the sizes must
     * sum to the parcel, to half a tenth for each.
     */
    record Areas(List<@Nullable Double> areas) implements Shares {
        /** Copies the list. */
        public Areas {
            areas = Collections.unmodifiableList(new ArrayList<>(areas));
        }

        @Override
        public List<Double> squareMetres(String label, double whole) throws ImpossibleEditException {
            double sum = 0;
            int rest = -1;
            for (int i = 0; i < areas.size(); i++) {
                Double area = areas.get(i);
                if (area == null ? rest >= 0 : !(area > 0)) {
                    throw new ImpossibleEditException("areas-not-valid", i + 1);
                }
                rest = area == null ? i : rest;
                sum += area == null ? 0 : area;
            }
            if (areas.size() < 2 || areas.size() > MOST) {
                throw new ImpossibleEditException("parts-not-valid", areas.size(), MOST);
            }
            double left = whole - sum;
            double slack = 0.05 * areas.size();
            if (rest >= 0 ? left <= 0.001 : left < -slack) {
                throw new ImpossibleEditException("areas-too-large", label, sum, whole);
            }
            if (rest < 0 && left > slack) {
                throw new ImpossibleEditException("areas-leave-rest", label, sum, whole, left);
            }
            List<Double> parts = new ArrayList<>();
            for (int i = 0; i < areas.size(); i++) {
                Double area = areas.get(i);
                boolean closes = rest < 0 && i == areas.size() - 1;
                parts.add(area == null ? left : closes ? area + left : area);
            }
            if (parts.get(parts.size() - 1) <= 0) {
                throw new ImpossibleEditException("areas-too-large", label, sum, whole);
            }
            return parts;
        }
    }

    /** One part of a given size, and the rest. */
    static Shares cutOff(double squareMetres) {
        List<@Nullable Double> areas = new ArrayList<>();
        areas.add(squareMetres);
        areas.add(null);
        return new Areas(areas);
    }

    /**
     * Reads a ratio: {@code 2:1:1}, with decimal point or comma.
     *
     * @throws ImpossibleEditException {@code ratio-not-valid}
     */
    static Shares ratio(String text) throws ImpossibleEditException {
        List<Double> terms = new ArrayList<>();
        for (String part : text.split(":", -1)) {
            try {
                terms.add(Double.parseDouble(part.strip().replace(',', '.')));
            } catch (NumberFormatException notANumber) {
                throw new ImpossibleEditException("ratio-not-valid", text);
            }
        }
        return new Ratio(terms);
    }

    /**
     * Reads a list of areas between semicolons or white space, with decimal point or comma, {@code rest} or {@code còn
     * lại} for what is left: {@code 120; 85,5; rest}.
     *
     * @throws ImpossibleEditException {@code areas-not-valid} with the number of the part that cannot be read
     */
    static Shares areas(String text) throws ImpossibleEditException {
        String plain = text.toLowerCase(Locale.ROOT)
                .replace("phần còn lại", "rest")
                .replace("còn lại", "rest")
                .strip();
        List<@Nullable Double> areas = new ArrayList<>();
        for (String part : plain.split("\\s*;\\s*|\\s+")) {
            if (part.equals("rest") || part.equals("*")) {
                areas.add(null);
            } else {
                areas.add(area(part, areas.size() + 1));
            }
        }
        return new Areas(areas);
    }

    private static double area(String part, int number) throws ImpossibleEditException {
        try {
            double value = Double.parseDouble(part.replace(',', '.'));
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new ImpossibleEditException("areas-not-valid", number);
        }
        throw new ImpossibleEditException("areas-not-valid", number);
    }

    /**
     * Reads what people type: a small whole number is a number of parts, {@code 2:1:1} a ratio, anything else a list of
     * areas, one alone being cut off.
     *
     * @throws ImpossibleEditException as {@link #ratio} and {@link #areas} do
     */
    static Shares parse(String text) throws ImpossibleEditException {
        String plain = text.strip();
        if (plain.matches("[0-9]{1,2}")) {
            return new Equal(Integer.parseInt(plain));
        }
        if (plain.contains(":")) {
            return ratio(plain);
        }
        Areas areas = (Areas) areas(plain);
        Double only = areas.areas().size() == 1 ? areas.areas().get(0) : null;
        return only == null ? areas : cutOff(only);
    }

    /**
     * The wanted size of each part, in square metres, summing to the whole.
     *
     * @param label how the parcel is named
     * @param whole its computed area
     * @throws ImpossibleEditException {@code parts-not-valid}, {@code ratio-not-valid}, {@code areas-not-valid}, {@code
     *     areas-too-large} and {@code areas-leave-rest} with label, sum, area (and what is left)
     */
    List<Double> squareMetres(String label, double whole) throws ImpossibleEditException;
}
