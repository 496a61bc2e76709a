package vn.diaba.cadastre.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.command.EditCommand;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.record.Attachment;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.PlacedRecord;
import vn.diaba.cadastre.record.SurveyPoint;

class ObjectEditsTest {
    private static final IdBlock IDS = IdBlock.seeded(3);
    private static final UUID WALL = new UUID(9, 1);
    private static final UUID POINT = new UUID(9, 2);

    private static EastNorth at(double east, double north) {
        return new EastNorth(east, north);
    }

    private static Fabric land() throws ImpossibleEditException {
        ObjectFacts facts = new ObjectFacts("", "", "b", 2, 0, "", Map.of("chủ", "x"));
        MapObject wall = new MapObject(
                WALL, 14, ObjectShape.area(List.of(at(0, 0), at(10, 0), at(10, 10), at(0, 10))), "", facts);
        SurveyPoint point = SurveyPoint.at(POINT, SurveyPoint.Role.CONTROL, "DC-07", at(5, 20));
        return Fabric.empty()
                .apply(new AddObjects(List.of(wall, point), Origin.SURVEYOR, new UUID(1, 1)).plan(Fabric.empty()));
    }

    /** Applies a command and takes it back. */
    private static PlacedRecord after(EditCommand command, UUID id) throws ImpossibleEditException {
        Fabric before = land();
        ChangeSet act = command.plan(before);
        Fabric now = before.apply(act);
        assertEquals(before, now.apply(act.inverse(UUID.randomUUID())));
        return (PlacedRecord) now.findRecord(id).orElseThrow();
    }

    private static String refused(EditCommand command) throws ImpossibleEditException {
        Fabric before = land();
        return assertThrows(ImpossibleEditException.class, () -> command.plan(before))
                .code();
    }

    private static EditObject set(UUID id, String... pairs) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new EditObject(id, values, IDS);
    }

    @Test
    void addingManyIsOneActThatIsTakenBackWhole() throws Exception {
        Fabric land = land();
        assertEquals(2, land.objectCount());
        SurveyPoint point = SurveyPoint.at(new UUID(9, 3), SurveyPoint.Role.DETAIL, "12", at(1, 1));
        ChangeSet act = new AddObjects(List.of(point), Origin.IMPORT, new UUID(1, 2)).plan(land);
        assertEquals("add-survey-points", act.label());
        assertEquals(Origin.IMPORT, act.origin());
        assertEquals(3, land.apply(act).objectCount());
        assertEquals(land, land.apply(act).apply(act.inverse(new UUID(1, 3))));
        assertEquals(
                "object-exists",
                refused(new AddObjects(
                        List.of(SurveyPoint.at(POINT, SurveyPoint.Role.DETAIL, "1", at(1, 1))),
                        Origin.SURVEYOR,
                        new UUID(1, 4))));
        assertEquals("nothing-to-do", refused(new AddObjects(List.of(), Origin.SURVEYOR, new UUID(1, 4))));
    }

    private static Attachment picture(long id, UUID of) {
        return new Attachment(new UUID(8, id), of, "ảnh " + id + ".jpg", "image/jpeg", 7, "ab".repeat(32), "");
    }

    @Test
    void whatIsRemovedTakesItsFilesAlongAndBringsThemBack() throws Exception {
        List<Change> attached = new ArrayList<>();
        Attachment elsewhere = picture(4, new UUID(7, 7));
        for (Attachment one : List.of(picture(1, WALL), picture(2, WALL), picture(3, POINT), elsewhere)) {
            attached.add(new Change.RecordChange(one.id(), null, one));
        }
        Fabric land = land().apply(ChangeSet.planned(new UUID(1, 5), "attach", attached));
        ChangeSet act = new RemoveObjects(List.of(WALL, POINT), IDS).plan(land);
        Fabric none = land.apply(act);
        assertEquals(0, none.objectCount());
        assertEquals(List.of(elsewhere), none.attachments());
        assertEquals(land, none.apply(act.inverse(new UUID(1, 6))));
        Fabric wall = land.apply(new RemoveObjects(List.of(POINT), IDS).plan(land));
        assertEquals(2, wall.attachmentsOf(WALL).size());
        assertEquals(3, wall.attachments().size());
    }

    @Test
    void attributesAreSetByName() throws Exception {
        MapObject house = (MapObject) after(set(WALL, "house", "g3", "remark", "mái tôn", "chủ", "y"), WALL);
        assertEquals("g3", house.label());
        assertEquals("mái tôn", house.facts().remark());
        assertEquals("y", house.facts().extras().get("chủ"));
        assertEquals(33, ((MapObject) after(set(WALL, "level", "33"), WALL)).level());
        SurveyPoint point =
                (SurveyPoint) after(set(POINT, "height", "12,5", "sigma", "0.02", "date", "2026-11-20"), POINT);
        assertEquals(12.5, point.heightMetres());
        assertEquals(0.02, point.observation().sigmaMetres());
        assertEquals("2026-11-20", ObjectAttributes.text(point, "date"));
        assertEquals("national", ObjectAttributes.text(after(set(POINT, "role", "national"), POINT), "role"));
    }

    @Test
    void valuesThatCannotBeAreRefused() throws Exception {
        assertEquals("attribute-not-valid", refused(set(WALL, "level", "64")));
        assertEquals("attribute-not-valid", refused(set(WALL, "floors", "-1")));
        assertEquals("attribute-not-valid", refused(set(WALL, "house", "xyz")));
        assertEquals("attribute-not-valid", refused(set(POINT, "height", "NaN")));
        assertEquals("attribute-not-valid", refused(set(POINT, "date", "20/11/2026")));
        assertEquals("attribute-unknown", refused(set(WALL, "colour", "red")));
        assertEquals("attribute-unknown", refused(set(POINT, "level", "9")));
        assertEquals("nothing-to-do", refused(set(WALL, "structure", "b")));
        assertEquals("object-unknown", refused(set(new UUID(0, 0), "text", "b")));
    }

    @Test
    void anObjectMovesWholeOrByOnePosition() throws Exception {
        MapObject whole = (MapObject) after(new MoveObject(WALL, at(0, 0), at(5, -5), true, IDS), WALL);
        assertEquals(
                List.of(at(5, -5), at(15, -5), at(15, 5), at(5, 5)),
                whole.shape().part(0));
        MapObject bent = (MapObject) after(new MoveObject(WALL, at(10, 10), at(12, 12), false, IDS), WALL);
        assertEquals(
                List.of(at(0, 0), at(10, 0), at(12, 12), at(0, 10)),
                bent.shape().part(0));
        SurveyPoint point = (SurveyPoint) after(new MoveObject(POINT, at(5, 20), at(5, 21), false, IDS), POINT);
        assertEquals(at(5, 21), point.position());
        assertEquals("object-has-no-position", refused(new MoveObject(WALL, at(1, 1), at(2, 2), false, IDS)));
        assertEquals("nothing-to-do", refused(new MoveObject(WALL, at(1, 1), at(1, 1), true, IDS)));
        assertEquals("place-beyond-range", refused(new MoveObject(WALL, at(-1e9, 0), at(1e9, 0), true, IDS)));
    }

    @Test
    void removedObjectsComeBackByUndo() throws Exception {
        Fabric land = land();
        ChangeSet act = new RemoveObjects(List.of(WALL, POINT, WALL), IDS).plan(land);
        assertEquals(0, land.apply(act).objectCount());
        assertTrue(land.apply(act).index().objectExtent().isEmpty());
        assertEquals(land, land.apply(act).apply(act.inverse(new UUID(4, 4))));
        assertEquals("object-unknown", refused(new RemoveObjects(List.of(new UUID(0, 0)), IDS)));
    }
}
