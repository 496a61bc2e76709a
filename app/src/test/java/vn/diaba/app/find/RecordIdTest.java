package vn.diaba.app.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.diaba.app.workspace.WorkspaceException;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.Paper;

class RecordIdTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-02T01:00:00Z"), ZoneOffset.UTC);
    private static final UUID ID = UUID.fromString("0198c0de-1234-7abc-8f3f-9a1c00000012");

    private static Paper paper(UUID id) {
        return Paper.of(id, "GCN-2025", "AA " + id.hashCode());
    }

    private static boolean means(String text, Paper paper) {
        return RecordId.of(text).means(paper);
    }

    private static Fabric land(List<Paper> papers, Attachment... files) {
        List<Change> changes = new ArrayList<>();
        papers.forEach(paper -> changes.add(new Change.RecordChange(paper.id(), null, paper)));
        Stream.of(files).forEach(file -> changes.add(new Change.RecordChange(file.id(), null, file)));
        return Fabric.empty().apply(ChangeSet.planned(new UUID(9, 9), "add-paper", changes));
    }

    /** All ids begin with one time; those of single acts all end with 1. */
    @Test
    void idsOfOneActAndOfManyAreToldApartByWhatIsShown() {
        List<Paper> ofOne = LongStream.rangeClosed(1, 300)
                .mapToObj(n -> paper(IdBlock.seeded(7).uuid(n)))
                .toList();
        List<Paper> ofMany = LongStream.rangeClosed(8, 308)
                .mapToObj(act -> paper(IdBlock.seeded(act).uuid(1)))
                .toList();
        List<Paper> all = Stream.concat(ofOne.stream(), ofMany.stream()).toList();
        assertEquals(all.size(), all.stream().map(RecordId::shortId).distinct().count());
        Fabric land = land(all);
        for (Paper one : all) {
            assertEquals(List.of(one), PaperFinder.all(land, RecordId.shortId(one)));
        }
    }

    @Test
    void actsOfOneMomentAreShownApart() {
        String first = RecordId.shortId(paper(IdBlock.fresh(NOW).uuid(1)));
        String second = RecordId.shortId(paper(IdBlock.fresh(NOW).uuid(1)));
        assertFalse(first.equals(second), first);
    }

    @Test
    void theShortFormIsTheRandomPartAndTheRunningNumber() {
        assertEquals("3f9a1c-12", RecordId.shortId(paper(ID)));
        assertTrue(means(" 3F9A1C-12 ", paper(ID)));
        assertFalse(means("3f9a1c-1", paper(ID)));
        assertFalse(means("3f9a1d-12", paper(ID)));
    }

    @Test
    void eightLettersThatFollowEachOtherNameAnIdAndFewerDoNot() {
        for (String text : new String[] {
            ID.toString(), "00000012", "8f3f-9a1c", "8f3f9a1c", "0198c0de-1234", "0198C0DE12347ABC8F3F9A1C00000012"
        }) {
            assertTrue(means(text, paper(ID)), text);
        }
        for (String text : new String[] {"", "-", "0000012", "12", "8f3f9a1d", "zzzzzzzz", ID + "0"}) {
            assertFalse(means(text, paper(ID)), text);
        }
    }

    @Test
    void aNumberOrANameGoesBeforeAnId() throws Exception {
        Paper numbered = Paper.of(new UUID(1, 1), "CC", "8f3f9a1c");
        Attachment photo = new Attachment(ID, numbered.id(), "mốc.png", "image/png", 1, "ab".repeat(32), "");
        Attachment called =
                new Attachment(new UUID(1, 2), numbered.id(), "3f9a1c-12", "text/plain", 1, "ab".repeat(32), "");
        Fabric land = land(List.of(paper(IdBlock.seeded(1).uuid(1)), numbered), photo, called);
        assertEquals(List.of(numbered), PaperFinder.all(land, "8f3f9a1c"));
        assertEquals(called, AttachmentFinder.one(land, "3f9a1c-12"));
        assertEquals(photo, AttachmentFinder.one(land, "8f3f9a1c00000012"));
    }

    @Test
    void lettersOfSeveralIdsNameThemAll() {
        Paper one = paper(IdBlock.seeded(1).uuid(1));
        Paper other = paper(IdBlock.seeded(2).uuid(1));
        WorkspaceException several =
                assertThrows(WorkspaceException.class, () -> PaperFinder.one(land(List.of(one, other)), "00000001"));
        assertEquals("paper-ambiguous", several.code());
        assertTrue(several.arguments().toString().contains(one.id() + ", " + other.id())
                || several.arguments().toString().contains(other.id() + ", " + one.id()));
    }
}
