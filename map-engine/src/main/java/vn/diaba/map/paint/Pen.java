package vn.diaba.map.paint;

import vn.diaba.map.style.Symbol;

/** A line symbol in pixels. */
record Pen(int argb, double widthPx, double[] dashPx, boolean isSmooth) {
    /** Lines thinner than a pixel are drawn one pixel wide on a screen. */
    static Pen of(Symbol.Line line, double pxPerMm, boolean smooth) {
        double[] dash = line.dashMm().stream().mapToDouble(mm -> mm * pxPerMm).toArray();
        return new Pen(line.argb(), line.widthMm() * pxPerMm, dash, smooth);
    }
}
