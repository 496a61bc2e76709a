package vn.diaba.cadastre.rule;

import java.math.BigInteger;
import java.util.List;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.record.Right;

/**
 * The shares of those who use a parcel sum to the whole, exactly. A parcel without land users is none of its business.
 * The argument is the sum as a decimal number.
 */
record SharesSumToOne(Tolerances tolerances) implements LookRule {
    @Override
    public String id() {
        return "shares-sum-to-one";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void check(Look look, Findings into) {
        ParcelCursor cursor = look.fabric.cursor();
        look.touched().stream().forEach(slot -> {
            cursor.at(slot);
            List<Right> rights = look.fabric.rightsOf(cursor.id());
            if (!rights.isEmpty() && !isWhole(rights)) {
                double sum = rights.stream()
                        .mapToDouble(right -> (double) right.numerator() / right.denominator())
                        .sum();
                into.add(Found.at(cursor.position(0, 0), List.of(cursor.id())).with(sum));
            }
        });
    }

    private static boolean isWhole(List<Right> rights) {
        if (rights.size() == 1) {
            return rights.get(0).numerator() == rights.get(0).denominator();
        }
        BigInteger above = BigInteger.ZERO;
        BigInteger below = BigInteger.ONE;
        for (Right right : rights) {
            BigInteger n = BigInteger.valueOf(right.numerator());
            BigInteger d = BigInteger.valueOf(right.denominator());
            above = above.multiply(d).add(n.multiply(below));
            below = below.multiply(d);
        }
        return above.equals(below);
    }
}
