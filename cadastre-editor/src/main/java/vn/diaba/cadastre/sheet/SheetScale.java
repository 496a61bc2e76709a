package vn.diaba.cadastre.sheet;

import java.util.Arrays;
import java.util.Optional;

/**
 * The scales of cadastral map sheets and how each divides a larger one; the ground is a square. After the partition of
 * circular 26/2024/TT-BTNMT, which keeps that of 25/2014/TT-BTNMT.
 */
public enum SheetScale {
    /** 1:10000, 6 km × 6 km. */
    S10000(10_000, 6000, 1),
    /** 1:5000, 3 km × 3 km. */
    S5000(5000, 3000, 1),
    /** 1:2000, 1 km × 1 km, nine in a 1:5000 sheet. */
    S2000(2000, 1000, 3),
    /** 1:1000, 500 m × 500 m, four in a 1:2000 sheet. */
    S1000(1000, 500, 2),
    /** 1:500, 250 m × 250 m, sixteen in a 1:2000 sheet. */
    S500(500, 250, 4),
    /** 1:200, 100 m × 100 m, a hundred in a 1:2000 sheet. */
    S200(200, 100, 10);

    private final int denominator;
    private final int sideMetres;
    private final int parts;

    SheetScale(int denominator, int sideMetres, int parts) {
        this.denominator = denominator;
        this.sideMetres = sideMetres;
        this.parts = parts;
    }

    /** The scale with a denominator, if sheets have it. */
    public static Optional<SheetScale> of(int denominator) {
        return Arrays.stream(values())
                .filter(scale -> scale.denominator == denominator)
                .findFirst();
    }

    /** 500 for 1:500. */
    public int denominator() {
        return denominator;
    }

    /** Side of the square on the ground in metres. */
    public int sideMetres() {
        return sideMetres;
    }

    /** How many sheets lie side by side in the sheet that is divided. */
    int parts() {
        return parts;
    }
}
