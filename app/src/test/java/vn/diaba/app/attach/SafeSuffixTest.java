package vn.diaba.app.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SafeSuffixTest {
    @Test
    void aNameThatFitsItsContentStays() {
        assertEquals(Optional.of("so do.JPEG"), SafeSuffix.name("so do.JPEG", "image/jpeg"));
        assertEquals(Optional.of("ranh.dxf"), SafeSuffix.name("ranh.dxf", "text/plain"));
    }

    @Test
    void aProgramThatLooksLikeAPictureGetsThePicturesSuffix() {
        assertEquals(Optional.of("so do.jpg"), SafeSuffix.name("so do.exe", "image/jpeg"));
        assertEquals(Optional.of("chay.txt"), SafeSuffix.name("chay.bat", "text/plain"));
        assertEquals(Optional.of("khong duoi.pdf"), SafeSuffix.name("khong duoi", "application/pdf"));
    }

    @Test
    void whatIsNothingToLookAtIsNotOpened() {
        assertEquals(Optional.empty(), SafeSuffix.name("so do.jpg", "application/octet-stream"));
        assertEquals(Optional.empty(), SafeSuffix.name("a.zip", "application/zip"));
    }
}
