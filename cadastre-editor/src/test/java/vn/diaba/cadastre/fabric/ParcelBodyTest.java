package vn.diaba.cadastre.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.Further;
import vn.diaba.cadastre.model.LandUse;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelFacts;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.model.ParcelState;

class ParcelBodyTest {
    private static final ParcelId ID = new ParcelId(7, 8);
    private static final Parcel PARCEL = parcel();
    private static final byte[] OPEN = ParcelBody.open(PARCEL);
    private static final byte[] SECRET = ParcelBody.secret(PARCEL);

    /** A retired one of which everything is known. */
    private static Parcel parcel() {
        Map<String, Object> extras = new LinkedHashMap<>();
        extras.put("ghi_chu", "góc vườn");
        extras.put("so_tang", 2L);
        extras.put("gia", new BigDecimal("12.50"));
        extras.put("tranh_chap", true);
        extras.put("ngay_do", LocalDate.of(2026, 4, 22));
        extras.put("luc_do", OffsetDateTime.parse("2026-04-22T08:00:00+07:00"));
        ParcelFacts facts = new ParcelFacts(
                "AB12CD34EF56",
                "src-1",
                LandUse.parse("ODT+CLN"),
                LandUse.parse("ODT"),
                new LegalArea(1234),
                ParcelState.MORTGAGED,
                "4",
                "123",
                "số 1, đường Lê Lợi",
                extras,
                new Further("{\"a\":1}", "{\"state\":\"LEASED\"}", "{\"b\":2}"));
        FrozenShape frozen = new FrozenShape(List.of(new long[] {0, 0, 40_000, 0, 40_000, 30_000}), List.of(true));
        return new Parcel(
                ID,
                ParcelSet.SURVEYED,
                new ParcelNumber("25747", "12", "345"),
                facts,
                List.of(),
                new Lifespan(LocalDate.of(2020, 1, 2), LocalDate.of(2026, 5, 6)),
                List.of(new ParcelId(1, 2), new ParcelId(3, 4)),
                frozen);
    }

    private static Parcel decode(byte[] open, byte[] secret) {
        return ParcelBody.decode(ID, ParcelSet.SURVEYED, List.of(), open, secret);
    }

    /** Whether bytes are refused; they may also be another parcel, but nothing else may come of them. */
    private static boolean isRefused(byte[] open, byte[] secret) {
        try {
            decode(open, secret);
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] other = bytes.clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        return other;
    }

    @Test
    void whatIsWrittenIsRead() {
        assertEquals(PARCEL, decode(OPEN, SECRET));
    }

    @Test
    void aBodyWithAnyBitFlippedIsRefusedOrAnotherParcel() {
        int refused = 0;
        for (int bit = 0; bit < OPEN.length * 8; bit++) {
            refused += isRefused(flipped(OPEN, bit), SECRET) ? 1 : 0;
        }
        for (int bit = 0; bit < SECRET.length * 8; bit++) {
            refused += isRefused(OPEN, flipped(SECRET, bit)) ? 1 : 0;
        }
        assertTrue(refused > 100, refused + " refused");
    }

    @Test
    void aBodyCutOffAnywhereIsRefused() {
        for (int end = 0; end < OPEN.length; end++) {
            assertTrue(isRefused(Arrays.copyOf(OPEN, end), SECRET), "cut at " + end);
        }
    }

    @Test
    void aCountBeyondTheBytesTakesNoMemory() {
        for (int at = 0; at < OPEN.length; at++) {
            byte[] large = Arrays.copyOf(OPEN, OPEN.length + 5);
            Arrays.fill(large, at, Math.min(at + 5, large.length), (byte) 0xFE);
            isRefused(large, SECRET);
        }
    }
}
