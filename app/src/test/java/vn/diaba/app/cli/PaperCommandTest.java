package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PaperCommandTest extends OnSmallLand {
    @Override
    String land() throws IOException {
        return console.workspaceOfSquares(home, 3);
    }

    private void add(String type, String number, String... more) {
        String[] line = new String[7 + more.length];
        System.arraycopy(new String[] {"paper", w, "add", "--type", type, "--number", number}, 0, line, 0, 7);
        System.arraycopy(more, 0, line, 7, more.length);
        assertEquals(0, console.run(line), () -> console.out() + console.err());
    }

    @Test
    void aPaperIsRegisteredListedAlteredRemovedAndUndone() {
        assertEquals(1, console.run("paper", w, "list"));
        add(
                "gcn-2025",
                "AA 00476432",
                "--book",
                "CH 00123",
                "--issued",
                "2025-03-10",
                "--issuer",
                "Văn phòng đăng ký đất đai",
                "--parcels",
                "1/1",
                "1/2",
                "--remark",
                "bản gốc");
        String listed = console.json(0, "paper", w, "list", "--parcel", "1/2");
        for (String part : new String[] {
            "\"type\" : \"GCN-2025\"",
            "\"number\" : \"AA 00476432\"",
            "\"book\" : \"CH 00123\"",
            "\"issued\" : \"2025-03-10\"",
            "\"kind\" : \"certificate\"",
            "\"doubts\" : [ ]"
        }) {
            assertTrue(listed.contains(part), part + listed);
        }
        assertEquals(1, console.run("paper", w, "list", "--parcel", "1/3"));
        String set = console.json(0, "paper", w, "set", "aa00476432", "--parcels", "1/3", "--issued", "");
        assertTrue(set.contains("\"1/3\"") && !set.contains("\"1/1\"") && set.contains("\"issued\" : null"), set);
        assertEquals(0, console.run("paper", w, "remove", "CH00123"));
        assertEquals(1, console.run("paper", w, "list"));
        assertEquals(0, console.run("undo", w));
        assertTrue(console.json(0, "paper", w, "list").contains("AA 00476432"));
    }

    @Test
    void whatDoesNotFitItsTypeIsDoubtedAndNotRefused() {
        add("GCN-2025", "AB 123", "--issued", "2019-05-06");
        String doubts = console.json(0, "paper", w, "list");
        assertTrue(doubts.contains("paper-number-unlikely") && doubts.contains("paper-not-issued-then"), doubts);
        assertEquals(0, console.run("paper", w, "list"));
        assertTrue(console.out().contains("AA ########") && console.out().contains("2019"), console.out());
    }

    @Test
    void anUnknownTypeNamesThoseThereAreAndTypesTellsThem() {
        assertTrue(console.json(3, "paper", w, "add", "--type", "??").contains("GCN-2025"));
        assertEquals(2, console.run("paper", w, "add", "--number", "1"));
        assertEquals(2, console.run("paper", w, "add", "--type", "HC", "--issued", "10/03/2025"));
        String types = console.json(0, "paper", w, "types");
        assertTrue(types.contains("\"GCN-ND43\"") && types.contains("\"CCCD\""), types);
        assertEquals(0, console.run("paper", w, "types", "--lang", "en"));
        assertTrue(console.out().contains("Passport"), console.out());
    }

    @Test
    void aNumberIsRegisteredOnceOfAType() {
        add("GCN-ND43", "BĐ 123456");
        assertTrue(console.json(3, "paper", w, "add", "--type", "GCN-ND43", "--number", "bđ123456")
                .contains("paper-number-taken"));
        add("GCN-ND88", "BĐ 123456");
        assertTrue(console.json(3, "paper", w, "remove", "BĐ 123456").contains("paper-ambiguous"));
        assertTrue(console.json(3, "paper", w, "remove", "BĐ 999999").contains("paper-not-found"));
    }

    @Test
    void ofAnIdentityPaperOnlyTheBeginningOfTheNumberIsShown() {
        add("CC", "079085001234");
        String listed = console.json(0, "paper", w, "list");
        assertTrue(listed.contains("079*******34"), listed);
        assertFalse(listed.contains("079085001234"));
        assertEquals(0, console.run("paper", w, "list"));
        assertFalse(console.out().contains("079085001234"));
    }

    @Test
    void aParcelIsFoundByThePaperAboutItWithAndWithoutBlanks() {
        add("GCN-2025", "AA 00476432", "--parcels", "1/2", "--book", "CH 00123");
        for (String text : new String[] {"AA 00476432", "aa00476432", "CH00123"}) {
            String hits = console.json(0, "find", w, text);
            assertTrue(hits.contains("\"kind\" : \"paper\"") && hits.contains("\"1/2\""), hits);
            assertTrue(hits.contains("\"papers\" : 1") && hits.contains("\"attachments\" : 0"), hits);
        }
        assertEquals(1, console.run("find", w, "AA 0047643"));
        assertTrue(console.json(0, "info", w).contains("\"papers\" : 1"));
    }

    @Test
    void aPaperAboutLandThatWasDividedLeadsToWhatBecameOfIt() {
        add("GCN-2025", "AA 00476432", "--parcels", "1/2");
        assertEquals(0, console.run("split", w, "1/2", "--parts", "2"), console::err);
        String twice = console.json(0, "find", w, "AA 00476432");
        List<String> parts = parcels(twice);
        assertEquals(2, parts.size(), twice);
        assertTrue(twice.contains("\"kind\" : \"paperBefore\"") && !twice.contains("\"kind\" : \"paper\""), twice);
        assertEquals(0, console.run("split", w, parts.get(0), "--parts", "2"), console::err);
        assertEquals(3, parcels(console.json(0, "find", w, "aa00476432")).size(), console.out());
        assertEquals(0, console.run("find", w, "AA 00476432", "--lang", "en"));
        assertTrue(console.out().contains("made from a parcel that a paper"), console.out());
        assertEquals(0, console.run("undo", w, "2"));
        assertEquals(List.of("1/2"), parcels(console.json(0, "find", w, "AA 00476432")));
    }

    private static List<String> parcels(String hits) {
        return Pattern.compile("\"kind\" : \"[a-zA-Z]+\",\\s+\"label\" : \"([^\"]+)\"")
                .matcher(hits)
                .results()
                .map(hit -> hit.group(1))
                .distinct()
                .toList();
    }

    @Test
    void aHolderIsNamedWholeAndAnErrorNamesNobody() {
        assertEquals(0, console.run("set", w, "1/2", "landUser=Nguyễn Văn Ất"));
        add("CC", "079085001234", "--holders", "NGUYỄN VĂN ẤT");
        assertTrue(console.json(0, "paper", w, "list").contains("\"name\" : \"Nguyễn Văn Ất\""));
        String error = console.json(3, "paper", w, "set", "079085001234", "--holders", "Văn Ất");
        assertTrue(error.contains("holder-not-found") && error.contains("V. Ấ.") && !error.contains("Văn Ất"), error);
    }

    @Test
    void aPaperMadeInACaseBelongsToIt() {
        assertEquals(0, console.run("case", w, "open", "--number", "7", "--kind", "CN"));
        add("HD-CN", "12/2026", "--case", "7");
        assertTrue(console.json(3, "undo", w, "--case", "8").contains("case-not-found"));
        assertEquals(0, console.run("undo", w, "--case", "7"));
    }
}
