package vn.diaba.exchange.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.exchange.table.ExportException;

class PdfExtractWriterTest {
    /** The twelve vowels with five tones each, upper and lower case, and đ: the letters ASCII lacks, and the rest. */
    private static final String LETTERS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
            + "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴĐ";

    @TempDir
    Path folder;

    private PdfExtractWriter.Written write(Fabric land, String number, Path file) throws ExportException {
        ParcelExtract extract = new ExtractComposer(land, Wards.office(), true)
                .compose(TestFabrics.byNumber(land, number).id());
        return new PdfExtractWriter(land).write(List.of(extract), PdfExtractWriter.FITTING, file);
    }

    private String text(Fabric land, String number) throws IOException, ExportException {
        Path file = folder.resolve(number + ".pdf");
        write(land, number, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    @Test
    void wordsAndFiguresCanBeFound() throws Exception {
        String text = text(Wards.street(), "125");
        for (String expected : List.of(
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                "TRÍCH LỤC BẢN ĐỒ ĐỊA CHÍNH",
                "Thửa đất số: 125",
                "Tờ bản đồ số: 12",
                "Diện tích: 251,3 m²",
                "245,8 m² (theo giấy tờ pháp lý)",
                "chênh lệch +5,5 m²",
                "Tỷ lệ 1:250",
                "VN-2000, kinh tuyến trục 105°45', múi chiếu 3°",
                "1213025,13 605000,00 10,00 130",
                "nhật ký số 42",
                "ngày 05 tháng 02 năm 2026",
                "chưa được đối chiếu với mẫu chính thức")) {
            assertTrue(text.contains(expected), () -> expected + " is not in\n" + text);
        }
    }

    @Test
    void anOrdinaryParcelIsOnePageAndSmall() throws Exception {
        Path file = folder.resolve("a.pdf");
        assertEquals(1, write(Wards.street(), "125", file).pages());
        assertTrue(Files.size(file) < 60_000, () -> file.toFile().length() + " bytes");
    }

    @Test
    void theSameLandGivesTheSameBytes() throws Exception {
        write(Wards.street(), "125", folder.resolve("a.pdf"));
        write(Wards.street(), "125", folder.resolve("b.pdf"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.pdf")), Files.readAllBytes(folder.resolve("b.pdf")));
    }

    @Test
    void everyVietnameseLetterIsWrittenComposed() throws Exception {
        assertEquals(2 * (12 * 6 + 1), LETTERS.length());
        String words = LETTERS.replaceAll("(.{20})", "$1 ");
        String plain = words.replace(" ", "");
        assertTrue(text(Wards.of(words, "A"), "3").replaceAll("\\s", "").contains(plain));
        String apart = Normalizer.normalize(words, Normalizer.Form.NFD);
        assertTrue(text(Wards.of(apart, "A"), "3").replaceAll("\\s", "").contains(plain));
    }

    @Test
    void aLetterTheFontLacksIsABoxAndNoFailure() throws Exception {
        assertTrue(text(Wards.of("số 1\t漢", "A"), "3").contains("số 1 □"));
    }

    @Test
    void allFontsAreEmbedded() throws Exception {
        Path file = folder.resolve("a.pdf");
        write(Wards.street(), "125", file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(4, assertEmbedded(document.getPage(0).getResources()));
        }
    }

    private static int assertEmbedded(PDResources resources) throws IOException {
        int fonts = 0;
        for (COSName name : resources.getFontNames()) {
            assertTrue(resources.getFont(name).isEmbedded());
            fonts++;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject form) {
                fonts += assertEmbedded(form.getResources());
            }
        }
        return fonts;
    }

    @Test
    void manyCornersFlowOverColumnsAndPagesAndNoneIsLost() throws Exception {
        String text = text(Wards.round(200, 60), "7");
        for (int i = 1; i <= 200; i++) {
            double angle = 2 * Math.PI * i / 200;
            String north = PaperNumbers.metres(Math.round((Wards.NORTH + 60 * Math.sin(angle)) * 1e4) / 1e4);
            assertTrue(text.contains(north), north);
        }
        assertTrue(text.contains("Trang 3/3"));
    }

    @Test
    void nothingIsWrittenBeyondTheMargins() throws Exception {
        String longWord = "Ấ".repeat(300);
        String users = "Nguyễn Thị Ngọc Ánh ".repeat(120);
        for (Fabric land : List.of(Wards.of(longWord, users), Wards.street(), Wards.round(90, 30))) {
            String number = TestFabrics.live(land).get(0).number().number();
            Path file = folder.resolve("m.pdf");
            write(land, number, file);
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                new Margins().getText(document);
            }
        }
    }

    /** Fails on a letter nearer than 15 mm to the left, 14 mm to the right, 10 mm to the top or the bottom of a page. */
    private static final class Margins extends PDFTextStripper {
        @Override
        protected void processTextPosition(TextPosition letter) {
            PDPage page = getCurrentPage();
            double mm = 25.4 / 72;
            assertTrue(letter.getX() * mm > 15 && letter.getY() * mm > 10, letter::toString);
            assertTrue((letter.getX() + letter.getWidth()) * mm < 210 - 14, letter::toString);
            assertTrue(letter.getY() * mm < 297 - 8, letter::toString);
            assertEquals(210, page.getMediaBox().getWidth() * mm, 0.01);
            super.processTextPosition(letter);
        }
    }

    @Test
    void longTextsGoOnOnAnotherPage() throws Exception {
        StringBuilder users = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            users.append("Người thứ ").append(i).append(", ");
        }
        String text = text(Wards.of("Số 1", users.toString()), "3");
        assertTrue(text.contains("(xem tiếp trang sau)"));
        assertTrue(text.replaceAll("\\s+", " ").contains("Người thứ 59"));
        assertTrue(text.contains("Trang 2/2"));
    }

    @Test
    void aFrozenParcelSaysSo() throws Exception {
        assertTrue(text(Wards.of("Số 1", "A"), "3").contains("đang bị ngăn chặn"));
    }

    @Test
    void aScaleTooLargeIsRefusedAndNothingWritten() throws Exception {
        Fabric land = Wards.street();
        ParcelExtract extract = new ExtractComposer(land, Wards.office(), false)
                .compose(TestFabrics.byNumber(land, "125").id());
        PdfExtractWriter writer = new PdfExtractWriter(land);
        ExportException refused =
                assertThrows(ExportException.class, () -> writer.write(List.of(extract), 100, folder.resolve("a.pdf")));
        assertEquals("scale-too-large", refused.code());
        assertEquals(List.of("12/125", 100, 250), refused.arguments());
        assertEquals(0, folder.toFile().list().length);
        assertEquals(
                List.of(500),
                writer.write(List.of(extract), 500, folder.resolve("a.pdf")).denominators());
    }

    @Test
    void severalExtractsShareAFile() throws Exception {
        Fabric land = Wards.lots(3, 1);
        ExtractComposer composer = new ExtractComposer(land, Wards.office(), false);
        List<ParcelExtract> extracts = TestFabrics.live(land).stream()
                .map(parcel -> composer.compose(parcel.id()))
                .toList();
        Path file = folder.resolve("all.pdf");
        assertEquals(3, new PdfExtractWriter(land).write(extracts, 0, file).pages());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            StringWriter text = new StringWriter();
            new PDFTextStripper().writeText(document, text);
            assertFalse(text.toString().contains("999999999999"));
        }
    }

    @Test
    void anOfficesOwnFormNeedsAllWords() throws Exception {
        Path form = folder.resolve("own.properties");
        Files.writeString(form, "validFrom = 2026-01-01\ntitle = BẢN TRÍCH LỤC\n");
        ExportException refused = assertThrows(ExportException.class, () -> ExtractForm.read(form));
        assertEquals("form-key-missing", refused.code());
        Files.writeString(form, "title = x\n");
        assertEquals(
                "form-not-readable",
                assertThrows(ExportException.class, () -> ExtractForm.read(form))
                        .code());
    }
}
