package vn.diaba.store.codec;

/**
 * A number whose digits say more than a long or a double can: beyond a long, or written otherwise than a double is.
 * Immutable.
 */
final class Numeral extends Number {
    private static final long serialVersionUID = 1;

    private final String text;

    Numeral(String text) {
        this.text = text;
    }

    /** As it was written. */
    String text() {
        return text;
    }

    @Override
    public int intValue() {
        return (int) doubleValue();
    }

    @Override
    public long longValue() {
        return (long) doubleValue();
    }

    @Override
    public float floatValue() {
        return (float) doubleValue();
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numeral same && text.equals(same.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
