package vn.diaba.exchange.dxf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One object of a drawing with its pairs in order, and the objects that belong to it (vertices of a polyline, attributes
 * of an insert). Confined to one thread.
 */
final class DxfObject {
    final String type;
    final List<DxfObject> children = new ArrayList<>(0);
    private int[] codes = new int[8];
    private double[] numbers = new double[8];
    private final List<byte[]> texts = new ArrayList<>(1);
    private int size;

    DxfObject(String type) {
        this.type = type;
    }

    /** Takes the pair the reader stands at. */
    void take(Pairs pairs) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        codes[size] = pairs.code();
        if (Pairs.isNumber(pairs.code())) {
            numbers[size] = pairs.number();
        } else {
            numbers[size] = texts.size();
            texts.add(pairs.bytes());
        }
        size++;
    }

    /** How many pairs it has. */
    int size() {
        return size;
    }

    /** Code of a pair. */
    int code(int i) {
        return codes[i];
    }

    /** Number of a pair whose code is one of numbers. */
    double number(int i) {
        return numbers[i];
    }

    /** The value of a pair whose code is one of texts, as an ASCII word. */
    String wordAt(int i) {
        return new String(texts.get((int) numbers[i]), StandardCharsets.ISO_8859_1).strip();
    }

    /** The last number of a code, or what it is when it is not said. */
    double number(int code, double unsaid) {
        for (int i = size - 1; i >= 0; i--) {
            if (codes[i] == code) {
                return numbers[i];
            }
        }
        return unsaid;
    }

    /** A whole number; what it is when it is not said or no number. */
    int whole(int code, int unsaid) {
        double value = number(code, unsaid);
        return Double.isNaN(value) ? unsaid : (int) value;
    }

    /** Whether a code occurs. */
    boolean has(int code) {
        for (int i = 0; i < size; i++) {
            if (codes[i] == code) {
                return true;
            }
        }
        return false;
    }

    /** The first text of a code. */
    Optional<byte[]> text(int code) {
        for (int i = 0; i < size; i++) {
            if (codes[i] == code && !Pairs.isNumber(code)) {
                return Optional.of(texts.get((int) numbers[i]));
            }
        }
        return Optional.empty();
    }

    /** All texts of two codes, joined in their order. */
    byte[] joined(int one, int other) {
        byte[] all = new byte[0];
        for (int i = 0; i < size; i++) {
            if (codes[i] == one || codes[i] == other) {
                byte[] part = texts.get((int) numbers[i]);
                int from = all.length;
                all = Arrays.copyOf(all, from + part.length);
                System.arraycopy(part, 0, all, from, part.length);
            }
        }
        return all;
    }

    /** The first text of a code as an ASCII word; "" when it is not said. */
    String word(int code) {
        return text(code)
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).strip())
                .orElse("");
    }
}
