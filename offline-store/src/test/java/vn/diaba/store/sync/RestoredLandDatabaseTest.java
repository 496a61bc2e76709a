package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.remote.Delta;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.RemoteException;
import vn.diaba.store.workspace.Workspaces;

/** The land database's folder is put back to an older copy; nothing that was sent or taken over since is lost. */
class RestoredLandDatabaseTest extends OnLocalAuthority {
    private static UUID move(TestDesk desk, int corner, double east) throws Exception {
        ChangeSet act = desk.moved(corner, east);
        desk.edit(act);
        return act.id();
    }

    private void backUp() throws Exception {
        authority.close();
        copy(folder, base.resolve("backup"));
        authority = LocalAuthority.open(folder, keys, LandJudge.LENIENT, Workspaces.CLOCK);
    }

    private void restore() throws Exception {
        authority.close();
        delete(folder);
        copy(base.resolve("backup"), folder);
        authority = LocalAuthority.open(folder, keys, LandJudge.LENIENT, Workspaces.CLOCK);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Set<UUID> pushed() throws RemoteException {
        Set<UUID> ids = new HashSet<>();
        Checkpoint head = authority.snapshot(1).at();
        Checkpoint start = new Checkpoint(1, 9210, head.epoch(), 0, "00".repeat(32));
        for (Delta.Entry entry : authority.pull(start, Integer.MAX_VALUE).entries()) {
            assertTrue(ids.add(entry.id()), "once each");
        }
        return ids;
    }

    @Test
    void whatTheCopyLacksIsOfferedAgainUnderTheSameIds() throws Exception {
        Set<UUID> made = new HashSet<>();
        made.add(move(an, 0, 0.1));
        sync(an);
        backUp();
        made.add(move(an, 1, 0.2));
        sync(an);
        sync(binh);
        made.add(move(binh, 2, 0.3));
        sync(binh);
        made.add(move(an, 3, 0.4));
        Fabric before = binh.fabric();
        restore();
        assertEquals(1, authority.snapshot(1).at().seq());
        sync(an);
        assertEquals(3, authority.snapshot(1).at().seq());
        SyncOutcome.Synced second = assertInstanceOf(SyncOutcome.Synced.class, sync(binh));
        assertEquals(
                1,
                second.receipt().lines().stream()
                        .filter(line -> line.fate().equals("accepted"))
                        .count(),
                "the other one was there again already");
        sync(an);
        assertEquals(made, pushed());
        assertEquals(before.cornerCount(), an.fabric().cornerCount());
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(authority.snapshot(1).land(), an.fabric());
        assertEquals(0, an.store().sync().unsent());
        assertInstanceOf(SyncOutcome.UpToDate.class, sync(an));
    }

    @Test
    void workOfAnotherWhoIsGoneComesBackFromWhoeverTookItOver() throws Exception {
        backUp();
        Set<UUID> made = new HashSet<>();
        made.add(move(an, 1, 0.2));
        sync(an);
        made.add(move(an, 1, 0.2));
        sync(an);
        sync(binh);
        restore();
        sync(binh);
        assertEquals(made, pushed());
        assertEquals(authority.snapshot(1).land(), binh.fabric());
        assertEquals(an.fabric(), binh.fabric());
    }

    @Test
    void newWorkAfterTheRestoreMeetsTheOldAsAConflictNotInSilence() throws Exception {
        backUp();
        move(an, 1, 0.2);
        sync(an);
        restore();
        move(binh, 1, -0.3);
        move(binh, 2, -0.3);
        sync(binh);
        assertInstanceOf(SyncOutcome.NeedsDecision.class, sync(an));
        assertEquals(1, an.store().sync().conflicts().size());
        an.engine(authority).run(null, Resolution.KEEP_MINE, Progress.NONE);
        sync(binh);
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(authority.snapshot(1).land(), an.fabric());
    }

    @Test
    void aCopyFromBeforeTheWorkspaceBeganIsSaidAndNothingChangesHere() throws Exception {
        backUp();
        move(an, 1, 0.2);
        sync(an);
        try (TestDesk late = new TestDesk(base.resolve("late"))) {
            sync(late);
            restore();
            Fabric land = late.fabric();
            RemoteException told = assertThrows(RemoteException.class, () -> sync(late));
            assertEquals("land-database-too-old", told.code());
            assertEquals(land, late.fabric());
        }
    }

    @Test
    void randomHistoriesWithRestoresLoseNothing() throws Exception {
        Random random = new Random(18);
        Set<UUID> made = new HashSet<>();
        backUp();
        for (int n = 0; n < 60; n++) {
            TestDesk desk = random.nextBoolean() ? an : binh;
            int half = desk == an ? 0 : 10;
            int kind = random.nextInt(8);
            if (kind < 4) {
                made.add(move(desk, half + random.nextInt(10), random.nextDouble()));
            } else if (kind < 7) {
                sync(desk);
            } else {
                restore();
            }
            if (n == 30) {
                sync(an);
                sync(binh);
                delete(base.resolve("backup"));
                backUp();
            }
        }
        for (int round = 0; round < 2; round++) {
            sync(an);
            sync(binh);
        }
        assertEquals(an.fabric(), binh.fabric());
        assertEquals(authority.snapshot(1).land(), an.fabric());
        assertEquals(made, pushed());
        an.reopen();
        assertEquals(0, an.store().sync().unsent());
    }
}
