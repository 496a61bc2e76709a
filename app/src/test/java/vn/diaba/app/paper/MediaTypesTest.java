package vn.diaba.app.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    private static byte[] latin(String bytes) {
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(latin("<a/>"));
            }
        }
        return bytes.toByteArray();
    }

    /** Written by the picture writers of the JDK. */
    @ParameterizedTest
    @CsvSource({"jpg, image/jpeg", "png, image/png", "gif, image/gif", "tiff, image/tiff"})
    void picturesAreToldByTheirFirstBytes(String format, String type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), format, bytes);
        assertEquals(type, MediaTypes.of(bytes.toByteArray()));
    }

    @Test
    void aPdfIsToldEvenBehindALineOfItsWriter() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        assertEquals("application/pdf", MediaTypes.of(bytes.toByteArray()));
        assertEquals("application/pdf", MediaTypes.of(latin("scanner 1.2\r\n%PDF-1.4\n")));
    }

    @Test
    void zippedDocumentsAreToldByTheirEntries() throws IOException {
        String office = "application/vnd.openxmlformats-officedocument.";
        assertEquals(
                office + "wordprocessingml.document",
                MediaTypes.of(zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")));
        assertEquals(office + "spreadsheetml.sheet", MediaTypes.of(zip("[Content_Types].xml", "xl/workbook.xml")));
        assertEquals("application/zip", MediaTypes.of(zip("photos/1.jpg")));
        byte[] odt = latin("PK\u0003\u0004" + "\0".repeat(26) + "mimetypeapplication/vnd.oasis.opendocument.textPK");
        assertEquals("application/vnd.oasis.opendocument.text", MediaTypes.of(odt));
    }

    /** The brands of ISO/IEC 14496-12 files that telephones write. */
    @ParameterizedTest
    @CsvSource({"isom, video/mp4", "mp42, video/mp4", "heic, image/heic", "qt  , video/quicktime"})
    void filmsAndPhotosOfTelephonesAreToldByTheirBrand(String brand, String type) {
        String four = (brand + "  ").substring(0, 4);
        assertEquals(type, MediaTypes.of(latin("\0\0\0\u0018ftyp" + four + "\0\0\0\0")));
    }

    @Test
    void aTextIsATextAndAnythingElseIsUnknown() {
        assertEquals("text/plain", MediaTypes.of("Biên bản ngày 12\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals("application/xml", MediaTypes.of(latin("<?xml version=\"1.0\"?><a/>")));
        assertEquals(MediaTypes.UNKNOWN, MediaTypes.of(new byte[] {1, 2, 3, 0}));
        assertEquals(MediaTypes.UNKNOWN, MediaTypes.of(latin("MZ\u0090\0\u0003")), "a program is no paper");
        assertEquals(MediaTypes.UNKNOWN, MediaTypes.of(new byte[0]));
    }

    @Test
    void aLetterBrokenOffAtTheEndOfTheHeadIsStillText() {
        byte[] words = ("ngày " + "ấ".repeat(MediaTypes.HEAD_BYTES)).getBytes(StandardCharsets.UTF_8);
        assertEquals("text/plain", MediaTypes.of(Arrays.copyOf(words, MediaTypes.HEAD_BYTES)));
    }
}
