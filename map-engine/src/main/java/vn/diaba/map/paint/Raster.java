package vn.diaba.map.paint;

import java.util.Arrays;

/** Pixels of an image, premultiplied 0xAARRGGBB, and how colours are laid over them. */
final class Raster {
    final int[] pixels;
    final int width;
    final int height;

    Raster(int[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    /** Covers a run of pixels of one row; {@code to} is not included, both already inside the row. */
    void span(int row, int from, int to, int argb) {
        int alpha = argb >>> 24;
        int base = row * width;
        if (alpha == 255) {
            Arrays.fill(pixels, base + from, base + to, argb);
            return;
        }
        for (int i = base + from; i < base + to; i++) {
            pixels[i] = over(pixels[i], argb, alpha);
        }
    }

    /** Covers a pixel, if it is inside, by {@code coverage} of 256 parts of the colour's own alpha. */
    void blend(int x, int y, int argb, int coverage) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            int i = y * width + x;
            pixels[i] = over(pixels[i], argb, (argb >>> 24) * coverage >> 8);
        }
    }

    private static int over(int below, int argb, int alpha) {
        int a = alpha + (alpha >> 7);
        int rest = 256 - a;
        int redBlue = ((argb & 0xFF00FF) * a + (below & 0xFF00FF) * rest) >>> 8 & 0xFF00FF;
        int alphaGreen = (0xFF0000 | argb >>> 8 & 0xFF) * a + (below >>> 8 & 0xFF00FF) * rest & 0xFF00FF00;
        return alphaGreen | redBlue;
    }
}
