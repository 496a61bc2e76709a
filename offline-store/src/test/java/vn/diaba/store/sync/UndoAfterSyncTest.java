package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.edit.ActSource;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.edit.EditSession;
import vn.diaba.cadastre.edit.History;
import vn.diaba.cadastre.edit.JournalException;
import vn.diaba.cadastre.edit.Judge;
import vn.diaba.cadastre.edit.Signature;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.EastNorth;
import vn.diaba.cadastre.measure.Tolerances;
import vn.diaba.cadastre.model.Corner;
import vn.diaba.cadastre.model.FrozenShape;
import vn.diaba.cadastre.model.Lifespan;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.SideFacts;
import vn.diaba.cadastre.model.SideKey;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.MapObject;
import vn.diaba.cadastre.record.ObjectFacts;
import vn.diaba.cadastre.record.ObjectShape;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.cadastre.record.SurveyPoint;
import vn.diaba.cadastre.rule.RuleBook;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.log.LogEntry;
import vn.diaba.store.remote.LandDatabase;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.MemoryLandDatabase;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.workspace.WorkspaceStore;
import vn.diaba.store.workspace.Workspaces;

/** What was sent is taken back by a change set of its own; the stack of undos comes from the log, merges included. */
class UndoAfterSyncTest {
    @TempDir
    Path base;

    private final LandDatabase central = new MemoryLandDatabase(LandJudge.LENIENT);
    private Desk an;
    private Desk binh;

    @BeforeEach
    void twoTeamsOnOneZone() throws Exception {
        an = new Desk(base.resolve("an"));
        binh = new Desk(base.resolve("binh"));
        an.session.execute(land -> Workspaces.imported(Workspaces.lattice(Fabric.empty(), 4, 3, 1), 1), List.of());
        an.engine().load(new ZoneSpec(1, "Phường thử", 9210));
        binh.sync();
    }

    @AfterEach
    void close() throws Exception {
        an.store.close();
        binh.store.close();
    }

    /** A workspace with the workstation's own session. */
    private final class Desk implements Replica.Desk {
        private final Path folder;
        private WorkspaceStore store;
        private EditSession session;

        Desk(Path folder) throws Exception {
            this.folder = folder;
            store = Workspaces.create(folder);
            session = session();
        }

        void reopen() throws Exception {
            store.close();
            store = Workspaces.open(folder);
            session = session();
        }

        private EditSession session() throws StoreException {
            WorkspaceStore from = store;
            ActSource acts = id -> {
                try {
                    return from.log().load(id);
                } catch (StoreException e) {
                    throw new JournalException(e.code(), e.arguments(), e);
                }
            };
            List<History.Step> steps = new ArrayList<>();
            for (LogEntry entry : store.log().entries(1, 1000)) {
                steps.add(new History.Step(entry.id(), entry.reverts(), entry.label()));
            }
            return new EditSession(
                    store.fabric(),
                    Judge.of(RuleBook.standard(Tolerances.STANDARD)),
                    new EditSession.Memory(store.journal(), acts, History.of(steps)),
                    new Signature("an", Workspaces.CLOCK, null));
        }

        @Override
        public Fabric fabric() {
            return session.fabric();
        }

        @Override
        public boolean merge(ChangeSet act) throws JournalException {
            return session.merge(act) instanceof EditOutcome.Applied;
        }

        SyncEngine engine() {
            return new SyncEngine(central, Replicas.of(store, this, LandJudge.LENIENT));
        }

        SyncOutcome sync() throws Exception {
            return engine().run(null, Resolution.ASK, Progress.NONE);
        }
    }

    private static Map<String, Change> oneOfEachKind(Fabric land) {
        Map<String, Change> kinds = new LinkedHashMap<>();
        Corner corner = land.cornerAt(0);
        EastNorth to =
                new EastNorth(corner.position().east() - 0.5, corner.position().north());
        kinds.put("corner", new Change.CornerChange(corner.id(), corner, corner.movedTo(to)));
        Parcel parcel = land.parcelAt(2);
        kinds.put(
                "parcel",
                new Change.ParcelChange(parcel.id(), parcel, parcel.withNumber(new ParcelNumber("25747", "9", "99"))));
        Parcel old = land.parcelAt(3);
        kinds.put(
                "retired parcel",
                new Change.ParcelChange(
                        old.id(),
                        old,
                        old.retired(
                                new FrozenShape(List.of(new long[] {0, 0, 10, 0, 10, 10}), List.of(true)),
                                Lifespan.ALIVE.endedOn(LocalDate.of(2026, 11, 21)))));
        SideKey side = new SideKey(land.cornerAt(0).id(), land.cornerAt(1).id());
        kinds.put(
                "side",
                new Change.SideChange(
                        side,
                        land.findSide(side).orElse(null),
                        new SideFacts(23, "rào", "chung", SideFacts.Agreement.AGREED)));
        Party party = new Party(new UUID(5, 1), "Trần Thử", "079000000001", "GDC", "số 1");
        MapObject house = new MapObject(
                new UUID(5, 2),
                14,
                ObjectShape.point(new EastNorth(598_001, 1_214_001)),
                "b",
                new ObjectFacts("", "", "b", 1, 0, "", Map.of()));
        SurveyPoint point =
                SurveyPoint.at(new UUID(5, 3), SurveyPoint.Role.CONTROL, "DC1", new EastNorth(598_001, 1_214_002));
        Right right = (Right) record(land, Right.class);
        kinds.put("party", new Change.RecordChange(party.id(), null, party));
        kinds.put("map object", new Change.RecordChange(house.id(), null, house));
        kinds.put("survey point", new Change.RecordChange(point.id(), null, point));
        kinds.put("right", new Change.RecordChange(right.id(), right, null));
        return kinds;
    }

    private static LandRecord record(Fabric land, Class<?> kind) {
        List<LandRecord> found = new ArrayList<>();
        land.forEachRecord(record -> {
            if (kind.isInstance(record)) {
                found.add(record);
            }
        });
        return found.get(0);
    }

    @Test
    void anActOfEachKindIsTakenBackAndBroughtBackByChangeSetsOfItsOwn() throws Exception {
        for (Map.Entry<String, Change> kind : oneOfEachKind(an.fabric()).entrySet()) {
            Fabric before = an.fabric();
            long seq = central.snapshot(1).at().seq();
            Change change = kind.getValue();
            EditOutcome done =
                    an.session.execute(land -> ChangeSet.planned(UUID.randomUUID(), "act", List.of(change)), List.of());
            assertInstanceOf(EditOutcome.Applied.class, done, kind.getKey() + done);
            Fabric after = an.fabric();
            an.sync();
            binh.sync();
            assertEquals(after, binh.fabric(), kind.getKey());

            an.reopen();
            assertInstanceOf(EditOutcome.Applied.class, an.session.undo(), kind.getKey());
            assertEquals(before, an.fabric(), kind.getKey());
            assertEquals(1, an.store.sync().unsent(), kind.getKey() + ": sent already, so its undo is sent too");
            an.sync();
            binh.sync();
            assertEquals(before, binh.fabric(), kind.getKey());

            an.reopen();
            assertInstanceOf(EditOutcome.Applied.class, an.session.redo(), kind.getKey());
            an.sync();
            binh.sync();
            assertEquals(after, binh.fabric(), kind.getKey());
            assertEquals(seq + 3, central.snapshot(1).at().seq(), kind.getKey());
            assertEquals(0, an.store.sync().unsent());
        }
    }

    @Test
    void aMergeIsOneStepAndWhatIsUnderItCanBeTakenBackAfterIt() throws Exception {
        Corner corner = an.fabric().cornerAt(0);
        an.session.execute(land -> move(land, corner, 0.5), List.of());
        an.sync();
        binh.sync();
        Corner other = binh.fabric().cornerAt(5);
        binh.session.execute(land -> move(land, other, 0.25), List.of());
        binh.session.execute(land -> move(land, land.corner(other.id()), 0.25), List.of());
        binh.sync();
        an.sync();
        an.reopen();
        assertEquals("merge", an.session.history().nextUndo().orElseThrow().label());
        assertInstanceOf(EditOutcome.Applied.class, an.session.undo());
        assertEquals(other, an.fabric().corner(other.id()));
        assertInstanceOf(EditOutcome.Applied.class, an.session.undo());
        assertEquals(corner, an.fabric().corner(corner.id()));
        an.sync();
        binh.sync();
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(central.snapshot(1).land(), an.fabric());
    }

    @Test
    void whatTheFirstSyncGaveIsNotTakenBack() throws Exception {
        assertInstanceOf(EditOutcome.Impossible.class, binh.session.undo());
        binh.reopen();
        EditOutcome.Impossible told = assertInstanceOf(EditOutcome.Impossible.class, binh.session.undo());
        assertEquals("nothing-to-undo", told.code());
        binh.sync();
        assertEquals(central.snapshot(1).land(), binh.fabric());
    }

    private static ChangeSet move(Fabric land, Corner corner, double north) {
        Corner from = land.corner(corner.id());
        EastNorth to = new EastNorth(from.position().east(), from.position().north() - north);
        return ChangeSet.planned(
                UUID.randomUUID(), "move-corner", List.of(new Change.CornerChange(from.id(), from, from.movedTo(to))));
    }

    @Test
    void anUndoThatALaterChangeStandsInTheWayOfSaysWhy() throws Exception {
        Corner corner = an.fabric().cornerAt(0);
        an.session.execute(land -> move(land, corner, 0.5), List.of());
        an.sync();
        binh.sync();
        History stale = new History();
        stale.take(an.session.history().nextUndo().orElseThrow());
        binh.session.execute(land -> move(land, corner, 0.5), List.of());
        binh.sync();
        an.sync();
        assertNotEquals(corner, an.fabric().corner(corner.id()));
        WorkspaceStore store = an.store;
        EditSession late = new EditSession(
                an.fabric(),
                Judge.of(RuleBook.standard(Tolerances.STANDARD)),
                new EditSession.Memory(
                        store.journal(),
                        id -> {
                            try {
                                return store.log().load(id);
                            } catch (StoreException e) {
                                throw new JournalException(e.code(), e.arguments(), e);
                            }
                        },
                        stale),
                new Signature("an", Workspaces.CLOCK, null));
        EditOutcome.Impossible told = assertInstanceOf(EditOutcome.Impossible.class, late.undo());
        assertEquals("changed-since", told.code());
        assertEquals(List.of("move-corner"), told.arguments());
    }
}
