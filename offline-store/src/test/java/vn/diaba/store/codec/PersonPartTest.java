package vn.diaba.store.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Observation;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.SurveyPoint;

/** What tells of persons is in the person part of a change set only. */
class PersonPartTest {
    private static UUID id() {
        return UUID.randomUUID();
    }

    @Test
    void remarksApplicantsAndFieldBookLinesAreNotInTheLandPart() throws Exception {
        ObjectFacts facts = new ObjectFacts("", "", "b", 2, 0, "nhà ông Canarius", Map.of("chủ", "Canarius"));
        MapObject house = new MapObject(id(), 15, ObjectShape.point(new EastNorth(1, 2)), "", facts);
        SurveyPoint seen = new SurveyPoint(
                id(),
                SurveyPoint.Role.DETAIL,
                "12",
                new EastNorth(3, 4),
                Double.NaN,
                "",
                Observation.UNKNOWN,
                "12 Canarius",
                null);
        CaseFile file = CaseFile.opened(id(), "0123/2026", "TN", List.of())
                .described("bà Canarius", "con ông Canarius")
                .turned(CaseFile.State.RETURNED, "Canarius chưa ký");
        ChangeSet set = ChangeSet.planned(
                id(),
                "add",
                List.of(
                        new Change.RecordChange(house.id(), null, house),
                        new Change.RecordChange(seen.id(), null, seen),
                        new Change.RecordChange(file.id(), null, file)));
        Payload payload = ChangeCodec.encode(set);
        assertFalse(new String(payload.land(), StandardCharsets.UTF_8).contains("Canarius"));
        ChangeSet masked = ChangeCodec.decode(new Payload(payload.land(), new byte[0]));
        assertEquals(3, masked.changes().size(), "what anyone may see is still there");
        assertEquals(
                "b2",
                ((MapObject) java.util.Objects.requireNonNull(
                                masked.changes().get(0).after()))
                        .label());
    }

    @Test
    void ofPapersAndAttachedFilesTheLandPartTellsTheirKindOnly() throws Exception {
        Paper paper = Paper.of(id(), "GCN-Canarius", "AA 00476432").about(List.of(ParcelId.of(id())));
        Attachment scan = new Attachment(id(), paper.id(), "Canarius.pdf", "application/pdf", 7, "ab".repeat(32), "");
        ChangeSet set = ChangeSet.planned(
                id(),
                "add",
                List.of(
                        new Change.RecordChange(paper.id(), null, paper),
                        new Change.RecordChange(scan.id(), null, scan)));
        Payload payload = ChangeCodec.encode(set);
        String land = new String(payload.land(), StandardCharsets.UTF_8);
        assertTrue(land.contains("\"a\":{\"t\":\"attachment\"}"), land);
        assertFalse(land.contains("Canarius") || land.contains("00476432") || land.contains("abab"), land);
        assertEquals(
                List.of(),
                ChangeCodec.decode(new Payload(payload.land(), new byte[0])).changes());
    }
}
