package vn.diaba.app.look;

import vn.diaba.app.text.Values;

/** Writes differences of areas. Stateless. */
public final class SignedArea {
    private SignedArea() {}

    /** Square metres to 0.1 with their sign; what rounds to nothing has none, what is not known is a dash. */
    public static String text(double squareMetres, Values values) {
        double shown = Math.round(squareMetres * 10) / 10.0;
        boolean nothing = shown == 0 && !Double.isNaN(squareMetres);
        return (shown > 0 ? "+" : "") + values.styled(nothing ? 0.0 : squareMetres, "m2");
    }
}
