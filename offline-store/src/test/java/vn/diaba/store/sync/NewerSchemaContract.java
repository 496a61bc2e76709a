package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.Ring;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.NewerRecord;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.codec.ObjectKey;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.PushAnswer;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.Workspaces;

/** A newer version of the program writes into the same land; what it writes beyond this version's knowledge stays. */
abstract class NewerSchemaContract {
    static final int ZONE = 25747;

    @TempDir
    Path base;

    /** The land database for one who may do all. */
    abstract LandDatabase line(UUID client) throws Exception;

    private static void sync(TestDesk desk, LandDatabase line) throws Exception {
        SyncOutcome outcome = desk.engine(line).run(ZONE, Resolution.ASK, Progress.NONE);
        assertTrue(
                outcome instanceof SyncOutcome.Synced || outcome instanceof SyncOutcome.UpToDate, outcome.toString());
    }

    /** One object of each kind, as it is in the land. */
    private static List<Change> one(Fabric land) {
        Parcel parcel = land.parcelAt(0);
        Ring ring = parcel.faces().get(0).shell();
        SideKey side = new SideKey(ring.at(0), ring.at(1));
        Right right = land.rightsOf(parcel.id()).get(0);
        List<Change> all = new ArrayList<>();
        Corner corner = land.corner(ring.at(0));
        SideFacts facts = land.findSide(side).orElseThrow();
        all.add(new Change.CornerChange(corner.id(), corner, corner));
        all.add(new Change.SideChange(side, facts, facts));
        all.add(new Change.ParcelChange(parcel.id(), parcel, parcel));
        for (UUID id : List.of(right.id(), right.party(), new UUID(8, 1), new UUID(8, 2))) {
            LandRecord entry = land.findRecord(id).orElseThrow();
            all.add(new Change.RecordChange(id, entry, entry));
        }
        return all;
    }

    /** An edit of each of them in what this version knows. */
    private static List<Change> edited(List<Change> objects, String word) {
        List<Change> changes = new ArrayList<>();
        for (Change change : objects) {
            Object now = change.after();
            if (now instanceof Corner c) {
                EastNorth to =
                        new EastNorth(c.position().east() - 0.5, c.position().north() - 0.5);
                changes.add(new Change.CornerChange(c.id(), c, c.movedTo(to)));
            } else if (now instanceof SideFacts s) {
                SideFacts after = new SideFacts(s.lineKind(), word, s.wallOf(), s.agreement(), s.further());
                changes.add(new Change.SideChange((SideKey) change.id(), s, after));
            } else if (now instanceof Parcel p) {
                changes.add(new Change.ParcelChange(p.id(), p, p.withNumber(new ParcelNumber("25747", "7", word))));
            } else if (now instanceof Right r) {
                Right after = new Right(r.id(), r.party(), r.parcel(), 1, 1 + word.length(), r.further());
                changes.add(new Change.RecordChange(r.id(), r, after));
            } else if (now instanceof Party p) {
                Party after = new Party(p.id(), p.name(), p.idNumber(), p.userType(), word, p.further());
                changes.add(new Change.RecordChange(p.id(), p, after));
            } else if (now instanceof MapObject o) {
                changes.add(new Change.RecordChange(
                        o.id(), o, new MapObject(o.id(), o.level(), o.shape(), word, o.facts())));
            } else if (now instanceof SurveyPoint s) {
                changes.add(new Change.RecordChange(s.id(), s, s.movedTo(new EastNorth(598_001, 1_214_001))));
            }
        }
        return changes;
    }

    private void load(TestDesk an) throws Exception {
        an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 3, 2, 1), 1));
        Parcel parcel = an.fabric().parcelAt(0);
        Ring ring = parcel.faces().get(0).shell();
        SideFacts facts = new SideFacts(10, "tường", "ông Canarius", SideFacts.Agreement.AGREED);
        EastNorth place = new EastNorth(598_002, 1_214_002);
        ObjectFacts house = new ObjectFacts("", "", "b", 2, 0, "nhà ông Canarius", Map.of());
        MapObject object = new MapObject(new UUID(8, 1), 15, ObjectShape.point(place), "b2", house);
        SurveyPoint point = new SurveyPoint(
                new UUID(8, 2),
                SurveyPoint.Role.DETAIL,
                "12",
                place,
                1.25,
                "GN",
                vn.diaba.cadastre.model.Observation.UNKNOWN,
                "12 Canarius",
                null);
        an.edit(NewerWriter.act(List.of(
                new Change.SideChange(new SideKey(ring.at(0), ring.at(1)), null, facts),
                new Change.RecordChange(object.id(), null, object),
                new Change.RecordChange(point.id(), null, point))));
        an.engine(line(an.store().id())).load(new ZoneSpec(ZONE, "Phường thử", 9210, 79));
    }

    private static List<Delta.Entry> all(LandDatabase line, TestDesk desk, Checkpoint from) throws Exception {
        Delta delta = line.pull(from, 1 << 24);
        delta.verify(from);
        return delta.entries();
    }

    @Test
    void whatANewerVersionAddsOutlivesEditsUndoAndSnapshot() throws Exception {
        try (TestDesk an = new TestDesk(base.resolve("an"));
                TestDesk binh = new TestDesk(base.resolve("binh"));
                TestDesk late = new TestDesk(base.resolve("late"))) {
            load(an);
            LandDatabase line = line(an.store().id());
            sync(binh, line(binh.store().id()));
            Checkpoint loaded = an.store().sync().checkpoint().orElseThrow();
            assertInstanceOf(PushAnswer.Accepted.class, new NewerWriter(line, ZONE).push(an, one(an.fabric())));
            sync(an, line);
            Fabric newer = an.fabric();
            an.reopen();
            assertEquals(newer, an.fabric(), "as stored");

            // Another edits the same objects meanwhile: it comes together.
            List<Change> meanwhile = edited(one(binh.fabric()).subList(2, 3), "77");
            binh.edit(NewerWriter.act(meanwhile));
            sync(binh, line(binh.store().id()));
            sync(an, line);

            ChangeSet edit = NewerWriter.act(edited(one(an.fabric()), "12"));
            an.edit(edit);
            sync(an, line);
            an.edit(edit.inverse(UUID.randomUUID()));
            sync(an, line);
            an.edit(NewerWriter.act(edited(one(an.fabric()), "345")));
            sync(an, line);
            List<Delta.Entry> entries = all(line, an, loaded);
            assertEquals(5, entries.size());
            for (Delta.Entry entry : List.of(entries.get(2), entries.get(3), entries.get(4))) {
                for (Change change : one(an.fabric())) {
                    ObjectKey key = ObjectKey.of(change);
                    String body = NewerWriter.body(key, entry.payload());
                    assertTrue(body.contains(NewerWriter.MORE), key + ": " + body);
                    boolean hasPerson = !(change instanceof Change.CornerChange);
                    assertEquals(hasPerson, body.contains(NewerWriter.SECRET), key + ": " + body);
                }
            }
            sync(binh, line(binh.store().id()));
            sync(late, line(late.store().id()));
            assertEquals(an.fabric(), binh.fabric());
            assertEquals(an.fabric(), late.fabric(), "by a snapshot");
            assertEquals(line.snapshot(ZONE).land(), an.fabric());
        }
    }

    @Test
    void aRecordOfAnUnknownKindIsKeptWhole() throws Exception {
        isKeptWhole("encumbrance");
    }

    @Test
    void aRecordThatCannotBeReadIsCarriedAlongAndStopsNobody() throws Exception {
        isKeptWhole("attachment");
    }

    private void isKeptWhole(String kind) throws Exception {
        UUID cited = new UUID(4, 4);
        NewerRecord record = kept(kind, cited);
        assertEquals("record/" + kind, record.kind());
        assertEquals("{" + NewerWriter.MORE + ",\"of\":\"" + cited + "\",\"t\":\"" + kind + "\"}", record.open());
    }

    @Test
    void anObjectThatIsNoRecordToANewerVersionIsKeptWhole() throws Exception {
        UUID cited = new UUID(4, 4);
        NewerRecord floor = kept("/floor", cited);
        assertEquals("floor", floor.kind());
        assertEquals(
                "{\"body\":{" + NewerWriter.MORE + ",\"of\":\"" + cited + "\"},\"head\":{\"level\":2}}", floor.open());
    }

    /** An object of an unknown kind, pushed by a newer version, as it comes to a workspace and lasts there. */
    private NewerRecord kept(String kind, UUID cited) throws Exception {
        try (TestDesk an = new TestDesk(base.resolve("an"));
                TestDesk late = new TestDesk(base.resolve("late"))) {
            load(an);
            LandDatabase line = line(an.store().id());
            UUID id = UUID.randomUUID();
            NewerRecord guarded = new NewerRecord(id, "record/" + kind, "", "");
            ChangeSet act = NewerWriter.act(List.of(new Change.RecordChange(id, null, guarded)));
            assertInstanceOf(
                    PushAnswer.Accepted.class,
                    new NewerWriter(line, ZONE).push(an, act, NewerWriter.made(act, kind, id, cited)));
            sync(an, line);
            an.reopen();
            Optional<LandRecord> kept = an.fabric().findRecord(id);
            NewerRecord record = assertInstanceOf(NewerRecord.class, kept.orElseThrow());
            assertEquals("{" + NewerWriter.SECRET + "}", record.secret());
            assertEquals(java.util.Set.of(cited), record.cited());
            sync(late, line(late.store().id()));
            assertEquals(an.fabric(), late.fabric(), "by a snapshot");
            an.edit(NewerWriter.act(List.of(new Change.RecordChange(id, record, null))));
            sync(an, line);
            sync(late, line(late.store().id()));
            assertEquals(Optional.empty(), late.fabric().findRecord(id), "taken away");
            assertEquals(an.fabric(), line.snapshot(ZONE).land());
            return record;
        }
    }
}
