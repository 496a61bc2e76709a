package vn.diaba.map.canvas;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * One array of premultiplied pixels that is a Java2D image and a JavaFX image at once, so that a picture is never copied.
 * Painted by the render thread, shown by the FX thread, never both at a time.
 */
final class PictureBuffer {
    private static final int[] MASKS = {0xFF0000, 0xFF00, 0xFF, 0xFF000000};

    private final int[] pixels;
    private final BufferedImage painted;
    private final PixelBuffer<IntBuffer> shared;
    private final WritableImage shown;

    PictureBuffer(int widthPx, int heightPx) {
        pixels = new int[widthPx * heightPx];
        WritableRaster raster = Raster.createPackedRaster(
                new DataBufferInt(pixels, pixels.length), widthPx, heightPx, widthPx, MASKS, null);
        ColorModel model = new DirectColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                32,
                MASKS[0],
                MASKS[1],
                MASKS[2],
                MASKS[3],
                true,
                java.awt.image.DataBuffer.TYPE_INT);
        painted = new BufferedImage(model, raster, true, null);
        shared = new PixelBuffer<>(widthPx, heightPx, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        shown = new WritableImage(shared);
    }

    boolean hasSize(int widthPx, int heightPx) {
        return painted.getWidth() == widthPx && painted.getHeight() == heightPx;
    }

    /** For the render thread: the picture to paint, cleared to a colour. */
    BufferedImage cleared(int argb) {
        Arrays.fill(pixels, argb);
        return painted;
    }

    /** For the FX thread: the picture with what was painted last. */
    WritableImage shown() {
        shared.updateBuffer(buffer -> null);
        return shown;
    }
}
