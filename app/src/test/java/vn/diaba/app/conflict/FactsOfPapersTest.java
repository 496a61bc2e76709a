package vn.diaba.app.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.diaba.app.text.Language;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.Paper;

class FactsOfPapersTest {
    private static final IdBlock IDS = IdBlock.seeded(1);
    private static final Messages VIETNAMESE = new Messages(Language.VIETNAMESE, ZoneOffset.ofHours(7));

    @Test
    void aPaperIsToldByWhatStandsOnIt() {
        Paper paper = Paper.of(IDS.uuid(0), "GCN-2025", "AA 00476432")
                .issuedBy("Văn phòng đăng ký đất đai", LocalDate.of(2025, 3, 10), "CH 1")
                .about(List.of(IDS.parcel(1), IDS.parcel(2)));
        Map<String, String> facts = Facts.of(paper, VIETNAMESE);
        assertEquals("AA 00476432", facts.get("number"));
        assertEquals("2 thửa", facts.get("parcels"));
        assertTrue(String.valueOf(facts.get("issued")).contains("2025"));
    }

    @Test
    void theNumberOfAnIdentityPaperIsMasked() {
        Paper card = Paper.of(IDS.uuid(0), "CC", "079085001234");
        assertEquals("079*******34", Facts.of(card, VIETNAMESE).get("number"));
    }

    @Test
    void anAttachedFileIsToldByNameAndRemark() {
        Attachment file =
                new Attachment(IDS.uuid(0), IDS.uuid(1), "mốc.jpg", "image/jpeg", 5, "0".repeat(64), "phía đông");
        Map<String, String> facts = Facts.of(file, VIETNAMESE);
        assertEquals("mốc.jpg", facts.get("name"));
        assertEquals("phía đông", facts.get("remark"));
    }
}
