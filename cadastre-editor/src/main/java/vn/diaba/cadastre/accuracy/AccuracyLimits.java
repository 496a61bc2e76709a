package vn.diaba.cadastre.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * The limits in force on a day for a map scale and kind of land. Immutable.
 *
 * @param scale denominator of the map scale
 * @param farmland whether the limits for agricultural land hold
 * @param pointMetres largest error of a corner
 * @param sideMetres largest error of a side's length
 * @param shortSideMetres the same for sides shorter than {@link #SHORT_METRES}
 * @param source the text of law they stand in
 */
public record AccuracyLimits(
        int scale, boolean farmland, double pointMetres, double sideMetres, double shortSideMetres, String source) {
    /** Sides shorter than this have a limit of their own, metres. */
    public static final double SHORT_METRES = 5;

    /**
     * The limits of a day.
     *
     * @param asOf the day of the survey, or of the check for new work
     * @throws AccuracyException {@code accuracy-without-limits} with scale and day when no text in force has this scale
     */
    public static AccuracyLimits of(int scale, boolean farmland, LocalDate asOf) throws AccuracyException {
        double point = Double.NaN;
        double side = Double.NaN;
        double shortSide = Double.NaN;
        String source = "";
        try (InputStream in = AccuracyLimits.class.getResourceAsStream("accuracy-limits.csv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its limits");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] row = line.split(";", -1);
                boolean data = row.length == 7 && !row[0].equals("kind") && !line.startsWith("#");
                if (!data || !inForce(row, asOf) || Integer.parseInt(row[1]) != scale && !row[1].equals("0")) {
                    continue;
                }
                double metres = Double.parseDouble(row[2]) * (farmland ? Double.parseDouble(row[3]) : 1);
                point = row[0].equals("point") ? metres : point;
                side = row[0].equals("side") ? metres : side;
                shortSide = row[0].equals("short-side") ? metres : shortSide;
                source = row[4];
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Double.isNaN(point) || Double.isNaN(side)) {
            throw new AccuracyException("accuracy-without-limits", scale, asOf);
        }
        return new AccuracyLimits(scale, farmland, point, side, Math.min(side, shortSide), source);
    }

    private static boolean inForce(String[] row, LocalDate asOf) {
        return !asOf.isBefore(LocalDate.parse(row[5])) && (row[6].isEmpty() || !asOf.isAfter(LocalDate.parse(row[6])));
    }

    /** The limit for a side of this length on the map, metres. */
    public double sideMetres(double lengthMetres) {
        return lengthMetres < SHORT_METRES ? shortSideMetres : sideMetres;
    }
}
