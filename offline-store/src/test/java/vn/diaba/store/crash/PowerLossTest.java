package vn.diaba.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.db.DiskGuard;
import vn.diaba.store.db.StoreException;
import vn.diaba.store.fault.BorderEdits;
import vn.diaba.store.fault.FaultDesk;
import vn.diaba.store.key.Keys;
import vn.diaba.store.log.LogEntry;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.sync.OutboxRow;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.workspace.Attaching;
import vn.diaba.store.workspace.Rung;
import vn.diaba.store.workspace.Surroundings;
import vn.diaba.store.workspace.WorkspaceStore;
import vn.diaba.store.workspace.Workspaces;

/** The power goes at any moment of a workstation's work; what is on the disk then opens and has all that was saved. */
class PowerLossTest {
    @TempDir
    Path base;

    private final Map<Rung, Integer> rungs = new EnumMap<>(Rung.class);

    @Test
    void nothingSavedIsLostWhenThePowerGoes() throws Exception {
        images(20, 2, true);
    }

    @Test
    void whereNothingIsForcedTheLossIsSeen() {
        assertThrows(AssertionError.class, () -> images(20, 2, false));
    }

    @Test
    @Tag("soak")
    void nothingSavedIsLostInEightHundredImagesOfEachKind() throws Exception {
        images(Soak.of(800), 8, true);
    }

    @Test
    void noStepIsOneThatMayNotBeTheLast() throws Exception {
        kills(1, 2);
    }

    @Test
    @Tag("soak")
    void noStepOfThirtyOfEachKindIsOneThatMayNotBeTheLast() throws Exception {
        kills(Soak.of(30), 8);
    }

    /** The program is killed in the middle of steps of every kind that the recorded work has. */
    private void kills(int each, int rounds) throws Exception {
        Random random = new Random(13);
        RecordedDesk desk = recorded(rounds, true, random);
        List<Recorder.Event> events = desk.events();
        Map<String, List<Integer>> kinds = new TreeMap<>();
        for (int at = events.indexOf(new Recorder.Acknowledged(0)) + 1; at < events.size(); at++) {
            kinds.computeIfAbsent(events.get(at).kind(), kind -> new ArrayList<>())
                    .add(at);
        }
        Map<Integer, String> cuts = new TreeMap<>();
        kinds.forEach((kind, places) -> {
            Collections.shuffle(places, random);
            places.subList(0, Math.min(each, places.size())).forEach(at -> cuts.put(at, kind));
        });
        Disk disk = new Disk();
        long saved = 0;
        for (int at = 0; at < events.size(); at++) {
            Recorder.Event event = events.get(at);
            if (cuts.containsKey(at)) {
                disk.begin(event);
                disk.write(PowerLoss.KILLED, random, base.resolve("w"), base.resolve("image"));
                disk.forget(event);
                check(desk, saved, "killed in " + cuts.get(at) + " at " + at);
                Folders.delete(base.resolve("image"));
            }
            disk.take(event);
            saved = event instanceof Recorder.Acknowledged done ? done.number() : saved;
        }
        Logger.getLogger(PowerLossTest.class.getName())
                .info(() -> "kills: " + cuts.size() + " at " + kinds.size() + " kinds of steps " + kinds.keySet()
                        + ", opened by " + rungs);
    }

    private RecordedDesk recorded(int rounds, boolean forces, Random random) throws Exception {
        Recorder recorder = new Recorder(base.resolve("w"), forces);
        Surroundings machine = new Surroundings(Workspaces.CLOCK, new DiskGuard(), recorder, 1 << 14);
        return work(recorder, machine, rounds, random);
    }

    private void images(int each, int rounds, boolean forces) throws Exception {
        Random random = new Random(12);
        RecordedDesk desk = recorded(rounds, forces, random);
        List<Recorder.Event> events = desk.events();
        int first = events.indexOf(new Recorder.Acknowledged(0));
        int[] cuts = random.ints(each, first + 1, events.size() + 1).sorted().toArray();
        Disk disk = new Disk();
        long saved = 0;
        int at = 0;
        for (int cut : cuts) {
            for (; at < cut; at++) {
                disk.take(events.get(at));
                saved = events.get(at) instanceof Recorder.Acknowledged done ? done.number() : saved;
            }
            for (PowerLoss loss : PowerLoss.ofPower()) {
                disk.write(loss, random, base.resolve("w"), base.resolve("image"));
                check(desk, saved, loss + " at " + cut + " of " + events.size());
                Folders.delete(base.resolve("image"));
            }
        }
        Logger.getLogger(PowerLossTest.class.getName())
                .info(() -> "crash images: " + each + " x 4 of "
                        + (desk.moments().size() - 1) + " acts, " + events.size() + " events, opened by " + rungs);
    }

    private RecordedDesk work(Recorder recorder, Surroundings machine, int rounds, Random random) throws Exception {
        try (LocalAuthority central = LocalAuthority.create(
                        base.resolve("central"),
                        Keys.in(base.resolve("central-keys")),
                        LandJudge.LENIENT,
                        Clock.systemUTC());
                FaultDesk colleague = FaultDesk.create(base.resolve("colleague"))) {
            colleague.edit(BorderEdits.block());
            colleague.engine(central).load(new ZoneSpec(1, "z", 9210));
            Fabric block = colleague.fabric();
            BorderEdits theirs = new BorderEdits(block, 2, false, random);
            BorderEdits mine = new BorderEdits(block, 3, false, random);
            RecordedDesk desk = new RecordedDesk(base, recorder, machine, random);
            for (int round = 0; round < rounds; round++) {
                for (int n = 0; n < 4; n++) {
                    colleague.edit(theirs.next(colleague.fabric()));
                }
                colleague.engine(central).run(1, Resolution.TAKE_THEIRS, Progress.NONE);
                desk.sync(central);
                desk.border(mine, 10);
                desk.edit(20);
                desk.sync(central);
                if (round % 2 == 0) {
                    desk.backup();
                }
                if (round % 3 == 1) {
                    desk.restart();
                }
            }
            for (int round = 0; round < rounds; round++) {
                desk.bulk();
                desk.edit(20);
                if (round % 3 == 1) {
                    desk.restart();
                }
            }
            desk.close();
            return desk;
        }
    }

    private void check(RecordedDesk desk, long saved, String where) throws Exception {
        Surroundings machine = Workspaces.machine();
        try (WorkspaceStore store =
                WorkspaceStore.open(base.resolve("image"), Keys.in(base.resolve("keys")), machine)) {
            rungs.merge(store.rung(), 1, Integer::sum);
            long sequence = store.log().sequence();
            assertTrue(sequence >= saved && sequence <= saved + 1, where + ": " + sequence + ", saved " + saved);
            RecordedDesk.Moment then = desk.moments().get((int) sequence);
            assertEquals(then.land(), store.fabric(), where);
            assertEquals(sequence, store.log().verify(), where);
            Attaching.assertWhole(store, where);
            List<UUID> logged =
                    store.log().entries(1, 1 << 20).stream().map(LogEntry::id).toList();
            List<UUID> acts = new ArrayList<>();
            desk.moments().subList(1, (int) sequence + 1).forEach(moment -> acts.add(moment.act()));
            assertEquals(acts, logged, where);
            Set<UUID> waits = new HashSet<>();
            for (OutboxRow row : store.sync().pending()) {
                waits.add(row.id());
            }
            waits.addAll(store.sync().unsentActs());
            assertTrue(waits.containsAll(then.waits()), where + ": an act left the outbox without a verdict");
            long cursor = store.sync().checkpoint().map(at -> at.seq()).orElse(0L);
            assertTrue(cursor <= then.cursor(), where + ": the cursor is ahead of the land");
        } catch (StoreException e) {
            throw new AssertionError(where + " does not open", e);
        }
    }
}
