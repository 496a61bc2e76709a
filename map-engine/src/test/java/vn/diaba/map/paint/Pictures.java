package vn.diaba.map.paint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Compares a picture with its golden one; leaves the actual one and the difference under {@code target/golden}. */
final class Pictures {
    private Pictures() {}

    static BufferedImage white(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.dispose();
        return image;
    }

    /**
     * Asserts likeness; {@code -Dgolden=renew} writes the golden picture instead.
     *
     * @param threshold share of pixels that may differ by more than 24 of 255 in a channel
     */
    static void assertLike(String name, BufferedImage actual, double threshold) throws IOException {
        Path target = Files.createDirectories(Path.of("target/golden"));
        ImageIO.write(actual, "png", target.resolve(name + "-actual.png").toFile());
        if ("renew".equals(System.getProperty("golden"))) {
            Path golden = Files.createDirectories(Path.of("src/test/resources/vn/diaba/map/paint"));
            ImageIO.write(actual, "png", golden.resolve(name + ".png").toFile());
            return;
        }
        try (InputStream in = Pictures.class.getResourceAsStream(name + ".png")) {
            assertTrue(in != null, "no golden picture " + name);
            BufferedImage expected = ImageIO.read(in);
            BufferedImage difference =
                    new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_INT_RGB);
            int wrong = 0;
            for (int y = 0; y < actual.getHeight(); y++) {
                for (int x = 0; x < actual.getWidth(); x++) {
                    if (differ(expected.getRGB(x, y), actual.getRGB(x, y))) {
                        wrong++;
                        difference.setRGB(x, y, 0xFF0000);
                    }
                }
            }
            ImageIO.write(
                    difference, "png", target.resolve(name + "-difference.png").toFile());
            double share = (double) wrong / (actual.getWidth() * actual.getHeight());
            assertTrue(share <= threshold, name + ": " + wrong + " pixels differ, see target/golden");
        }
    }

    private static boolean differ(int a, int b) {
        for (int shift = 0; shift < 32; shift += 8) {
            if (Math.abs((a >>> shift & 0xFF) - (b >>> shift & 0xFF)) > 24) {
                return true;
            }
        }
        return false;
    }
}
