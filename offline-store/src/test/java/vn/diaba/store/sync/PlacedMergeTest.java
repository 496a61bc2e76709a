package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.CornerId;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.CaseFile;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.Paper;
import vn.diaba.cadastre.record.SurveyPoint;

class PlacedMergeTest {
    private static final MapObject BASE = MapObject.of(new UUID(1, 2), 15, ObjectShape.point(new EastNorth(1, 2)), "");
    private static final SurveyPoint POINT =
            SurveyPoint.at(new UUID(1, 3), SurveyPoint.Role.DETAIL, "12", new EastNorth(1, 2));

    private static ObjectFacts facts(String structure, int floors, String remark) {
        return new ObjectFacts("", "", structure, floors, 0, remark, Map.of());
    }

    @Test
    void differentAttributesOfAnObjectMergeWithoutConflict() {
        MapObject mine = BASE.withShape(ObjectShape.point(new EastNorth(5, 2)));
        MapObject theirs = BASE.withFacts(facts("b", 2, "mới xây"));
        ThreeWayMerge.Merged merged = ThreeWayMerge.merge(BASE, mine, theirs, Resolution.KEEP_MINE);
        assertEquals(List.of(), merged.subjects());
        assertEquals(mine.withFacts(facts("b", 2, "mới xây")), merged.value());
    }

    @Test
    void theSameAttributeChangedByBothIsOneConflict() {
        MapObject mine = BASE.withFacts(facts("b", 2, ""));
        MapObject theirs = BASE.withFacts(facts("b", 3, ""));
        ThreeWayMerge.Merged kept = ThreeWayMerge.merge(BASE, mine, theirs, Resolution.KEEP_MINE);
        assertEquals(List.of("floors"), kept.subjects());
        assertEquals(mine, kept.value());
        assertEquals(
                theirs,
                ThreeWayMerge.merge(BASE, mine, theirs, Resolution.TAKE_THEIRS).value());
    }

    @Test
    void aCaseMergesByFieldAndItsParcelsOneByOne() {
        ParcelId one = new ParcelId(1, 1);
        ParcelId two = new ParcelId(1, 2);
        ParcelId three = new ParcelId(1, 3);
        CaseFile base = CaseFile.opened(new UUID(1, 4), "12/2026", "TN", List.of(one, two));
        CaseFile mine = base.about(List.of(two, three)).described("bà Hoa", "");
        CaseFile theirs = base.about(List.of(one)).turned(CaseFile.State.HANDED_IN, "");
        ThreeWayMerge.Merged merged = ThreeWayMerge.merge(base, mine, theirs, Resolution.KEEP_MINE);
        assertEquals(List.of(), merged.subjects());
        assertEquals(
                base.about(List.of(three)).described("bà Hoa", "").turned(CaseFile.State.HANDED_IN, ""),
                merged.value());
    }

    @Test
    void aPaperMergesByFieldAndWhatItNamesOneByOne() {
        UUID hoa = new UUID(2, 1);
        UUID lan = new UUID(2, 2);
        Paper base = Paper.of(new UUID(1, 5), "GCN", "AA 1").naming(List.of(hoa));
        Paper mine = base.naming(List.of(hoa, lan)).cited("GCN", "AA 2");
        Paper theirs = base.naming(List.of()).issuedBy("UBND", LocalDate.of(2020, 1, 2), "");
        ThreeWayMerge.Merged merged = ThreeWayMerge.merge(base, mine, theirs, Resolution.KEEP_MINE);
        assertEquals(List.of(), merged.subjects());
        assertEquals(theirs.naming(List.of(lan)).cited("GCN", "AA 2"), merged.value());
        ThreeWayMerge.Merged both = ThreeWayMerge.merge(base, mine, base.cited("GCN", "AA 3"), Resolution.KEEP_MINE);
        assertEquals(List.of("number"), both.subjects());
    }

    @Test
    void anAttachedFileRenamedByOneAndRemarkedByTheOtherIsBoth() {
        Attachment base = new Attachment(new UUID(1, 6), new UUID(1, 5), "a.pdf", "", 1, "ab".repeat(32), "");
        Attachment mine = base.described("b.pdf", "");
        Attachment theirs = base.described("a.pdf", "mờ");
        ThreeWayMerge.Merged merged = ThreeWayMerge.merge(base, mine, theirs, Resolution.KEEP_MINE);
        assertEquals(List.of(), merged.subjects());
        assertEquals(base.described("b.pdf", "mờ"), merged.value());
        assertEquals(
                List.of("existence"),
                ThreeWayMerge.merge(base, null, theirs, Resolution.KEEP_MINE).subjects());
    }

    @Test
    void aSurveyPointMergesByField() {
        SurveyPoint mine = POINT.movedTo(new EastNorth(9, 9));
        SurveyPoint theirs = POINT.asCorner(new CornerId(4, 5));
        ThreeWayMerge.Merged merged = ThreeWayMerge.merge(POINT, mine, theirs, Resolution.KEEP_MINE);
        assertEquals(List.of(), merged.subjects());
        assertEquals(mine.asCorner(new CornerId(4, 5)), merged.value());
    }
}
