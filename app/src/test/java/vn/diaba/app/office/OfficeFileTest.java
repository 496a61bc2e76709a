package vn.diaba.app.office;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.division.SplitLimits;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.cadastre.rule.Severity;
import vn.diaba.cadastre.sheet.SheetGrid;

/** What is shipped, and what an office's own file does to it. */
class OfficeFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @TempDir
    Path folder;

    private Path file(String sections) throws Exception {
        Path file = folder.resolve(Office.FILE);
        Files.writeString(file, "{\"format\":\"diaba-office\",\"version\":\"7\"" + sections + "}");
        return file;
    }

    @Test
    void theDataShippedWeighsEveryRuleAsTheContractSays() {
        RuleBook book = OfficeFile.shipped().book(DAY, 9210, 0);
        Set<String> errors = new TreeSet<>();
        for (String rule : book.ids()) {
            if (book.severity(rule) == Severity.ERROR) {
                errors.add(rule);
            }
        }
        assertEquals(
                Set.of(
                        "ring-is-simple",
                        "no-overlap",
                        "no-gap",
                        "edges-match",
                        "corners-apart",
                        "no-duplicate",
                        "number-is-unique",
                        "code-is-free",
                        "not-frozen"),
                errors);
        assertEquals(22, book.ids().size());
        assertEquals(Tolerances.STANDARD, book.tolerances());
    }

    @Test
    void thirtyFiveKindsOfChangeAreShippedAndAnOfficesOwnTakeTheirPlace() throws Exception {
        assertEquals(35, OfficeFile.shipped().procedures(DAY).size());
        Path own = file(",\"procedures\":[{\"code\":\"DD\",\"name\":\"Đo đạc lại\",\"legalSource\":\"\","
                + "\"validFrom\":\"2026-07-01\",\"validTo\":null}]");
        assertEquals(List.of(), OfficeFile.read(own).procedures(DAY));
        assertEquals(
                "DD", OfficeFile.read(own).procedures(DAY.plusDays(30)).get(0).code());
    }

    @Test
    void formerTypesOfPapersAreKeptAndAnOfficesOwnTakeTheirPlace() throws Exception {
        Office shipped = OfficeFile.shipped();
        PaperType citizenCard = shipped.paperType("cccd").orElseThrow();
        assertFalse(citizenCard.isIssuedOn(DAY), "the law on identity of 2023 ended it on 2024-07-01");
        assertTrue(citizenCard.isIssuedOn(LocalDate.of(2021, 1, 1)));
        assertTrue(citizenCard.isIssuedOn(null));
        assertEquals(PaperType.Kind.IDENTITY, citizenCard.kind());
        for (PaperType type : shipped.paperTypes()) {
            assertFalse(type.name().isBlank() || type.nameEn().isBlank(), type.code());
        }
        Path own = file(
                ",\"paperTypes\":[{\"code\":\"X\",\"kind\":\"contract\",\"name\":\"Hợp đồng\",\"legalSource\":\"\","
                        + "\"validFrom\":null,\"validTo\":null}]");
        assertEquals(
                List.of("X"),
                OfficeFile.read(own).paperTypes().stream().map(PaperType::code).toList());
    }

    @Test
    void theListsShippedAreWhole() {
        Office office = OfficeFile.shipped();
        long old = office.rules().landUses().stream()
                .filter(row -> row.basis().validTo() != null)
                .count();
        assertEquals(53, old, "codes of the list before August 2024");
        assertEquals(63, office.rules().birthPlaces().size(), "provinces before July 2025");
        assertEquals(18, office.reaches().get(0).epsg().size(), "zones of VN-2000");
    }

    @Test
    void theOriginOfTheSheetsIsTheOffices() throws Exception {
        assertEquals(SheetGrid.STANDARD, OfficeFile.shipped().grid());
        assertEquals(
                new SheetGrid(0, 0),
                OfficeFile.read(file(",\"sheetOrigin\":[0,0]")).grid());
        assertThrows(OfficeException.class, () -> OfficeFile.read(file(",\"sheetOrigin\":[0]")));
    }

    @Test
    void aRuleSaysWhereItStandsOnTheDay() {
        Office office = OfficeFile.shipped();
        assertTrue(office.book(DAY, 0, 0).legalSource("land-use-is-valid").contains("08/2024"));
        assertTrue(office.book(LocalDate.of(2020, 1, 1), 0, 0)
                .legalSource("land-use-is-valid")
                .contains("25/2014"));
        assertEquals("", office.book(DAY, 0, 0).legalSource("no-spike"));
    }

    @Test
    void theScaleOfTheWorkspaceIsThatOfTheLimits() {
        assertEquals(1000, OfficeFile.shipped().book(DAY, 0, 1000).tolerances().mapScale());
    }

    @Test
    void anOwnFileReplacesItsSectionsAndLeavesTheOthers() throws Exception {
        String row = "{\"rule\":\"no-spike\",\"severity\":\"error\",\"legalSource\":\"QĐ 1\",\"validFrom\":null,"
                + "\"validTo\":null}";
        file(",\"rules\":[" + row + "]");
        RuleBook book = OfficeFile.in(folder).book(DAY, 0, 0);
        assertEquals(Severity.ERROR, book.severity("no-spike"));
        assertEquals("QĐ 1", book.legalSource("no-spike"));
        assertEquals("7", book.version());
        assertEquals(Tolerances.STANDARD, book.tolerances());
        assertEquals(
                OfficeFile.shipped().rules().landUses(),
                OfficeFile.in(folder).rules().landUses());
    }

    @Test
    void leastSizesOfPartsAreRead() throws Exception {
        file(",\"splitLimits\":[{\"landUse\":\"ODT\",\"areaM2\":60,\"frontageM\":4,\"legalSource\":\"QĐ 2\","
                + "\"validFrom\":\"2025-01-01\",\"validTo\":null}]");
        assertEquals(
                new SplitLimits(
                        List.of(new SplitLimits.Row("", "ODT", 60, 4, 0, "QĐ 2", LocalDate.of(2025, 1, 1), null))),
                OfficeFile.in(folder).splitLimits());
    }

    @Test
    void withoutAnOwnFileTheDataShippedHolds() throws Exception {
        assertEquals(OfficeFile.shipped(), OfficeFile.in(folder));
    }

    @Test
    void aWrongPlaceInTheFileIsNamed() throws Exception {
        assertEquals("rules[0].rule", wrong(",\"rules\":[{\"rule\":\"no-such-rule\"}]"));
        assertEquals("rules[0].severity", wrong(",\"rules\":[{\"rule\":\"no-gap\",\"severity\":\"fatal\"}]"));
        assertEquals(
                "limits[0].validFrom", wrong(",\"limits\":[{\"name\":\"spikeDegrees\",\"value\":3}]"), "dates are due");
        assertEquals("limits[0].value", wrong(",\"limits\":[{\"name\":\"spikeDegrees\",\"value\":-1}]"));
        assertEquals("sheets[0].frame", wrong(",\"sheets\":[{\"frame\":[1,2,3]}]"));
        assertEquals("communes[0].outline", wrong(",\"communes\":[{\"outline\":\"POINT (1 2)\"}]"));
        assertEquals(
                "splitLimits[0].areaM2",
                wrong(",\"splitLimits\":[{\"areaM2\":-1,\"legalSource\":\"\",\"validFrom\":null,\"validTo\":null}]"));
        assertEquals("landUses", wrong(",\"landUses\":7"));
        assertEquals("JSON", wrong(",,"));
    }

    private String wrong(String sections) throws Exception {
        Path file = file(sections);
        OfficeException thrown = assertThrows(OfficeException.class, () -> OfficeFile.read(file));
        assertEquals("office-file-wrong", thrown.code());
        List<Object> arguments = thrown.arguments();
        assertEquals(file.toString(), arguments.get(0));
        return String.valueOf(arguments.get(1));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere.json");
        assertEquals(
                "office-file-unreadable",
                assertThrows(OfficeException.class, () -> OfficeFile.read(nowhere))
                        .code());
    }
}
