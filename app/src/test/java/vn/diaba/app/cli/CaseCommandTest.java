package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CaseCommandTest extends OnSmallLand {
    @Override
    String land() throws IOException {
        return console.workspaceOfTwoLots(home);
    }

    private void open(String number) {
        console.run(
                0,
                "case",
                w,
                "open",
                "--number",
                number,
                "--kind",
                "tn",
                "--parcels",
                "1/1",
                "1/2",
                "--applicant",
                "bà Hoa");
    }

    @Test
    void aCaseIsOpenedListedHandedInAndReturned() {
        console.run(1, "case", w, "list");
        open("12/2026");
        String listed = console.ok("case", w, "list", "--json");
        assertTrue(listed.contains("\"number\" : \"12/2026\"") && listed.contains("\"kind\" : \"TN\""), listed);
        assertTrue(listed.contains("\"1/1\"") && listed.contains("\"1/2\""), listed);
        assertTrue(listed.contains("\"state\" : \"open\"") && listed.contains("bà Hoa"), listed);
        assertTrue(console.ok("case", w, "submit", "12/2026", "--json").contains("\"state\" : \"handed-in\""));
        assertEquals("case-not-worked-on", console.errorCode(3, "case", w, "submit", "12/2026", "--json"));
        assertEquals("case-needs-reason", console.errorCode(3, "case", w, "return", "12/2026", "--json"));
        String back = console.ok("case", w, "return", "12/2026", "--reason", "thiếu chữ ký");
        assertTrue(back.contains("bị trả lại") && back.contains("thiếu chữ ký"), back);
        console.ok("undo", w, "3");
        console.run(1, "case", w, "list");
    }

    @Test
    void whatIsKnownOfACaseIsAltered() {
        open("12/2026");
        String set = console.run(
                0,
                "case",
                w,
                "set",
                "12/2026",
                "--deadline",
                "2020-01-02",
                "--received",
                "2020-01-01",
                "--parcels",
                "1/2",
                "--json");
        assertTrue(set.contains("\"deadline\" : \"2020-01-02\"") && !set.contains("\"1/1\""), set);
        assertTrue(console.ok("case", w, "list", "--json").contains("\"late\" : true"));
        assertEquals("nothing-to-do", console.errorCode(3, "case", w, "set", "12/2026", "--kind", "TN", "--json"));
    }

    @Test
    void anUnknownCaseOrProcedureNamesThoseThereAre() {
        open("12/2026");
        open("14/2026");
        assertTrue(console.refused("case", w, "submit", "13/2026").contains("12/2026, 14/2026"));
        assertTrue(console.refused("case", w, "open", "--number", "1", "--kind", "??")
                .contains("TN"));
        assertEquals(
                "case-number-taken",
                console.errorCode(3, "case", w, "open", "--number", "12/2026", "--kind", "TN", "--json"));
        console.run(2, "case", w, "open", "--number", "1");
    }

    @Test
    void anEditInACaseBelongsToItAndItsUndoToo() {
        open("12/2026");
        open("14/2026");
        console.ok("--case", "12/2026", "set", w, "1/1", "landUse=ODT");
        String id = Pattern.compile("\"case\" : \"([0-9a-f-]+)\"")
                .matcher(console.ok("log", w, "--last", "1", "--json"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        String cases = console.ok("case", w, "list", "--json");
        assertTrue(cases.indexOf(id) < cases.indexOf("14/2026") && cases.contains(id), cases);
        assertEquals("outside-the-case", console.errorCode(3, "undo", w, "--case", "14/2026", "--json"));
        console.ok("undo", w, "--case", "12/2026");
        assertTrue(console.ok("log", w, "--last", "1", "--json").contains("\"case\" : \"" + id + "\""));
        console.ok("set", w, "1/1", "landUse=ONT");
        assertFalse(console.ok("log", w, "--last", "1", "--json").contains(id));
    }

    @Test
    void aCaseThatIsHandedInTakesNoMoreWork() {
        open("12/2026");
        console.ok("case", w, "submit", "12/2026");
        assertEquals(
                "case-closed-for-work",
                console.errorCode(3, "set", w, "1/1", "landUse=ODT", "--case", "12/2026", "--json"));
        console.ok("case", w, "return", "--case", "12/2026", "--reason", "đo lại cạnh phía đông");
        console.ok("set", w, "1/1", "landUse=ODT", "--case", "12/2026");
    }
}
