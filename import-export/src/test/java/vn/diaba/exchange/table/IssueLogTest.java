package vn.diaba.exchange.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IssueLogTest {
    @Test
    void afterTenThousandOfACodeOnlyTheCountGrows() {
        IssueLog log = new IssueLog();
        Issue each = Issue.ofFile("text-cut", Issue.Severity.WARNING, "a.dbf", "TEN");
        for (int i = 1; i <= 10_050; i++) {
            log.add(each.atRecord(i));
        }
        log.add(Issue.ofFile("z-dropped", Issue.Severity.INFO, "a.shp"));
        assertEquals(10_001, log.issues().size());
        assertEquals(Map.of("text-cut", 10_050L, "z-dropped", 1L), log.counts());
        assertEquals(0, log.count("never-met"));
    }
}
