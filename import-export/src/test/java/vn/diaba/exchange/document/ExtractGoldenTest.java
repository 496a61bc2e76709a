package vn.diaba.exchange.document;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;

/**
 * One page at 31 dpi (256 × 363 pixels, grey). At most 1 % of the pixels may differ by more than 40 of 255: another JDK
 * smooths letters otherwise. {@code -Dgolden=renew} writes it anew.
 */
class ExtractGoldenTest {
    private static final double THRESHOLD = 0.01;

    @TempDir
    Path folder;

    @Test
    void theFirstPageOfAnOrdinaryParcel() throws Exception {
        Fabric land = Wards.lots(20, 10);
        ParcelExtract extract = new ExtractComposer(land, Wards.office(), false)
                .compose(TestFabrics.byNumber(land, "87").id());
        Path file = folder.resolve("extract.pdf");
        new PdfExtractWriter(land).write(List.of(extract), PdfExtractWriter.FITTING, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertLike("extract", new PDFRenderer(document).renderImageWithDPI(0, 31, ImageType.GRAY));
        }
    }

    private static void assertLike(String name, BufferedImage actual) throws IOException {
        Path target = Files.createDirectories(Path.of("target/golden"));
        ImageIO.write(actual, "png", target.resolve(name + "-actual.png").toFile());
        if ("renew".equals(System.getProperty("golden"))) {
            Path golden = Files.createDirectories(Path.of("src/test/resources/vn/diaba/exchange/document"));
            ImageIO.write(actual, "png", golden.resolve(name + ".png").toFile());
            return;
        }
        try (InputStream in = ExtractGoldenTest.class.getResourceAsStream(name + ".png")) {
            BufferedImage expected = ImageIO.read(assertNotNullStream(in, name));
            BufferedImage difference =
                    new BufferedImage(actual.getWidth(), actual.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            int wrong = 0;
            for (int y = 0; y < actual.getHeight(); y++) {
                for (int x = 0; x < actual.getWidth(); x++) {
                    int a = expected.getRaster().getSample(x, y, 0);
                    if (Math.abs(a - actual.getRaster().getSample(x, y, 0)) > 40) {
                        wrong++;
                        difference.getRaster().setSample(x, y, 0, 255);
                    }
                }
            }
            ImageIO.write(
                    difference, "png", target.resolve(name + "-difference.png").toFile());
            int pixels = actual.getWidth() * actual.getHeight();
            assertTrue(wrong <= THRESHOLD * pixels, wrong + " of " + pixels + " pixels differ, see target/golden");
        }
    }

    private static InputStream assertNotNullStream(InputStream in, String name) {
        assertNotNull(in, "no golden picture " + name);
        return in;
    }
}
