package vn.diaba.cadastre.traverse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.diaba.cadastre.cogo.AngleText;
import vn.diaba.cadastre.cogo.Polar;
import vn.diaba.cadastre.measure.Bearing;

/**
 * Looks for the one measurement that, put right, would let a traverse close: each is put right on trial, and those after
 * which it closes within the limits are listed. Stateless after construction.
 */
final class BlunderSearch {
    private static final int MOST = 5;
    /** What swapped digits may leave open: ordinary errors of a leg. */
    private static final double SWAP_METRES = 0.05;

    private final Traverse traverse;
    private final Traverse.Limits limits;
    private final List<Suspicion> found = new ArrayList<>();

    BlunderSearch(Traverse traverse, Traverse.Limits limits) {
        this.traverse = traverse;
        this.limits = limits;
    }

    /** What may be wrong, likeliest first; empty when the traverse closes within the limits or is open. */
    List<Suspicion> suspicions(TraverseRun measured, TraverseRun balanced, int angles) {
        double permitted = limits.metres(traverse.lengthMetres());
        double angular = measured.angularMisclose();
        boolean anglesFail = angles > 0 && Math.abs(angular) > limits.degrees(angles);
        double linear = Math.hypot(balanced.eastMisclose(), balanced.northMisclose());
        if (anglesFail) {
            angleBlunders(measured, permitted, angular);
        } else if (linear > permitted) {
            lengthBlunders(balanced, permitted);
            bearingBlunders(balanced, permitted);
            if (angles == 0) {
                angleBlunders(balanced, permitted, Double.NaN);
            }
            wholeBlunders(balanced, permitted);
        }
        found.sort(Comparator.comparing((Suspicion each) -> !each.code().endsWith("-digits"))
                .thenComparingDouble(Suspicion::leftMetres));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private void add(String code, double left, double permitted, Object... arguments) {
        if (left <= permitted) {
            found.add(new Suspicion(code, List.of(arguments), left));
        }
    }

    private void lengthBlunders(TraverseRun run, double permitted) {
        double de = run.eastMisclose();
        double dn = run.northMisclose();
        for (int i = 0; i < traverse.legs().size(); i++) {
            TraverseLeg leg = traverse.legs().get(i);
            double sine = Math.sin(Math.toRadians(run.bearings[i]));
            double cosine = Math.cos(Math.toRadians(run.bearings[i]));
            double excess = de * sine + dn * cosine;
            double left = Math.abs(de * cosine - dn * sine);
            String digits = leg.radiusMetres() == 0 ? swapped(leg.lengthMetres(), excess, permitted) : "";
            String from = traverse.from(i);
            if (!digits.isEmpty()) {
                String written = plain(leg.lengthMetres());
                add("blunder-distance-digits", left, permitted, from, leg.to(), written, digits);
            } else if (excess < leg.chordMetres()) {
                String code = excess > 0 ? "blunder-distance-long" : "blunder-distance-short";
                add(code, left, permitted, from, leg.to(), Math.abs(excess));
            }
        }
    }

    private static String plain(double metres) {
        return BigDecimal.valueOf(metres)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The number that two neighbouring digits changed place in, if one is too long by about the excess; else "". */
    private static String swapped(double metres, double excess, double permitted) {
        char[] digits = plain(metres).toCharArray();
        for (int i = 0; i + 1 < digits.length; i++) {
            int j = digits[i + 1] == '.' ? i + 2 : i + 1;
            if (digits[i] != '.' && j < digits.length && digits[i] != digits[j]) {
                char[] other = digits.clone();
                other[i] = digits[j];
                other[j] = digits[i];
                String text = new String(other);
                double change = metres - Double.parseDouble(text);
                if (Math.abs(change) > permitted && Math.abs(change - excess) <= SWAP_METRES) {
                    return text;
                }
            }
        }
        return "";
    }

    /** Legs with a bearing of their own: turned, reversed or with digits swapped. */
    private void bearingBlunders(TraverseRun run, double permitted) {
        double de = run.eastMisclose();
        double dn = run.northMisclose();
        for (int i = 0; i < traverse.legs().size(); i++) {
            TraverseLeg leg = traverse.legs().get(i);
            if (leg.isByAngle() || nextCountsOn(i)) {
                continue;
            }
            double needEast = run.east[i + 1] - run.east[i] - de;
            double needNorth = run.north[i + 1] - run.north[i] - dn;
            double left = Math.abs(Math.hypot(needEast, needNorth) - leg.chordMetres());
            double need = Math.toDegrees(Math.atan2(needEast, needNorth));
            double excess = Polar.signedDegrees(run.bearings[i] - need);
            double slack = Math.toDegrees(permitted / leg.chordMetres());
            String digits = swappedAngle(run.bearings[i], need, slack);
            if (Math.abs(excess) >= 180 - slack) {
                add("blunder-bearing-reversed", left, permitted, traverse.from(i), leg.to());
            } else if (!digits.isEmpty()) {
                String written = AngleText.dms(run.bearings[i], 0);
                add("blunder-bearing-digits", left, permitted, traverse.from(i), leg.to(), written, digits);
            } else {
                add("blunder-bearing", left, permitted, traverse.from(i), leg.to(), AngleText.dms(excess, 0));
            }
        }
    }

    private boolean nextCountsOn(int i) {
        return i + 1 < traverse.legs().size() && traverse.legs().get(i + 1).isByAngle();
    }

    private static String swappedAngle(double bearing, double need, double slack) {
        char[] digits = AngleText.dms(bearing, 0).toCharArray();
        for (int i = 0; i + 1 < digits.length; i++) {
            if (digits[i] != '-' && digits[i + 1] != '-' && digits[i] != digits[i + 1]) {
                char[] other = digits.clone();
                other[i] = digits[i + 1];
                other[i + 1] = digits[i];
                String text = new String(other);
                String[] parts = text.split("-");
                double degrees = Integer.parseInt(parts[0])
                        + Integer.parseInt(parts[1]) / 60.0
                        + Integer.parseInt(parts[2]) / 3600.0;
                boolean written = Integer.parseInt(parts[1]) < 60 && Integer.parseInt(parts[2]) < 60 && degrees < 360;
                if (written && Math.abs(Polar.signedDegrees(degrees - need)) <= slack) {
                    return text;
                }
            }
        }
        return "";
    }

    /** A wrong angle turns all behind it about its point. */
    private void angleBlunders(TraverseRun run, double permitted, double angular) {
        Traverse.Close close = traverse.close();
        int last = traverse.legs().size();
        boolean placed = close.at() != null;
        for (int i = 0; i < last; i++) {
            TraverseLeg leg = traverse.legs().get(i);
            if (!leg.isByAngle()) {
                continue;
            }
            double excess = angular;
            double left = 0;
            if (placed && close.at() != null) {
                double e = run.east[last] - run.east[i];
                double n = run.north[last] - run.north[i];
                double ke = close.at().east() - run.east[i];
                double kn = close.at().north() - run.north[i];
                left = Math.abs(Math.hypot(e, n) - Math.hypot(ke, kn));
                double turn = Math.toDegrees(Math.atan2(e * kn - n * ke, e * ke + n * kn));
                excess = Double.isNaN(angular) ? turn : angular;
                left = Math.max(left, Math.abs(Math.toRadians(Polar.signedDegrees(turn - excess))) * Math.hypot(e, n));
            }
            if (Math.abs(excess) > limits.degrees(1)) {
                String before = i == 0 ? "" : traverse.from(i - 1);
                add("blunder-angle", left, permitted, traverse.from(i), before, leg.to(), AngleText.dms(excess, 0));
            }
        }
        double linear = Math.hypot(run.eastMisclose(), run.northMisclose());
        if (!Double.isNaN(angular) && placed) {
            String end = traverse.legs().get(last - 1).to();
            add("blunder-closing-angle", linear, permitted, end, AngleText.dms(angular, 0));
        }
    }

    /** All bearings turned by one angle (magnetic or true north for grid north), or all distances too long. */
    private void wholeBlunders(TraverseRun run, double permitted) {
        Traverse.Close close = traverse.close();
        if (close.at() == null || close.at().equals(traverse.startAt())) {
            return;
        }
        int last = traverse.legs().size();
        double e = run.east[last] - run.east[0];
        double n = run.north[last] - run.north[0];
        double length = Math.hypot(e, n);
        double known = close.at().distanceTo(traverse.startAt());
        double turn = Polar.signedDegrees(Math.toDegrees(Math.atan2(e, n))
                - Bearing.of(traverse.startAt(), close.at()).degrees());
        double across = Math.abs(Math.toRadians(turn)) * length;
        if (across > permitted) {
            add("blunder-all-turned", Math.abs(length - known), permitted, AngleText.dms(turn, 0));
        } else {
            add("blunder-all-scaled", across, permitted, (double) Math.round((length / known - 1) * 1e6));
        }
    }
}
