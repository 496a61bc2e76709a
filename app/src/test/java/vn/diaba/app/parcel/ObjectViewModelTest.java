package vn.diaba.app.parcel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.app.edit.EditDesk;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.edit.Workspace;
import vn.diaba.app.job.DirectJobRunner;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.TestFabrics;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.object.AddObjects;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;

class ObjectViewModelTest {
    private static final UUID HOUSE = new UUID(7, 1);

    @TempDir
    private Path home;

    private final EditDesk desk = new EditDesk(Runnable::run, Runnable::run);
    private final Workspace workspace = new Workspace(desk, new DirectJobRunner());
    private final ObjectViewModel model = new ObjectViewModel(workspace, TestLand.tongue(), TestLand.CLOCK);

    @BeforeEach
    void open() {
        workspace.open(TestLand.opener(
                home, "POLYGON ((598000 1214000, 598010 1214000, 598010 1214010, 598000 1214010, 598000 1214000))"));
        MapObject house = new MapObject(
                HOUSE,
                15,
                ObjectShape.point(new EastNorth(598005, 1214005)),
                "",
                ObjectFacts.house("b2").orElseThrow());
        workspace.submit(new AddObjects(List.of(house), Origin.SURVEYOR, new UUID(7, 2)), outcome -> {});
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aPickedObjectHasACardAndNoParcelIsSelectedThen() {
        workspace.select(List.of(TestFabrics.byNumber(workspace.fabric(), "1").id()));
        workspace.pick(HOUSE);
        assertEquals(List.of(), workspace.selection());
        ObjectViewModel.Card card = model.cardProperty().get();
        assertNotNull(card);
        assertEquals("Đối tượng lớp 15 b2", card.title());
        workspace.select(List.of(TestFabrics.byNumber(workspace.fabric(), "1").id()));
        assertNull(model.cardProperty().get());
    }

    @Test
    void theCardEditsAndRemovesAndUndoBringsBack() {
        workspace.pick(HOUSE);
        model.set("floors", "3");
        assertEquals("Đối tượng lớp 15 b3", model.cardProperty().get().title());
        model.remove();
        assertNull(model.cardProperty().get());
        assertNull(workspace.pickedProperty().get());
        assertEquals(0, workspace.fabric().objectCount());
        workspace.undo();
        assertEquals(1, workspace.fabric().objectCount());
    }
}
