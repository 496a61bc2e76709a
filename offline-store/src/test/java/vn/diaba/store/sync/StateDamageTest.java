package vn.diaba.store.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.change.Origin;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.ChangeCodec;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.Proposals;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.take.Reservation;
import vn.diaba.store.workspace.Rung;
import vn.diaba.store.workspace.WorkspaceStore;
import vn.diaba.store.workspace.Workspaces;

/** A bit of the rows that the journal does not hold is flipped where the program was killed: it is found. */
class StateDamageTest {
    @TempDir
    Path base;

    /** All that is remembered of the land database. */
    private record State(
            Fabric land,
            Optional<Checkpoint> at,
            List<OutboxRow> waits,
            List<Conflict> conflicts,
            List<TakenTables.Mark> taken,
            String rights,
            List<Reservation> asked,
            List<Proposals.Proposal> proposals) {
        static State of(WorkspaceStore store) throws Exception {
            SyncStore sync = store.sync();
            return new State(
                    store.fabric(),
                    sync.checkpoint(),
                    sync.pending(),
                    sync.conflicts(),
                    sync.marks(),
                    sync.rightsMark(),
                    sync.askedNumbers(store.id()),
                    sync.proposals());
        }
    }

    private static ChangeSet act(Fabric land, int slot, String label, String author, String number) {
        Parcel parcel = land.parcelAt(slot);
        return new ChangeSet(
                UUID.randomUUID(),
                label,
                Origin.SURVEYOR,
                null,
                author,
                Workspaces.CLOCK.instant(),
                null,
                List.of(),
                List.of(new Change.ParcelChange(
                        parcel.id(), parcel, parcel.withNumber(new ParcelNumber("25747", "8", number)))));
    }

    /** A workspace with rows in each table; gives the text of some column of each. */
    private Map<String, String> fill() throws Exception {
        try (LocalAuthority central = LocalAuthority.create(
                        base.resolve("c"), Keys.in(base.resolve("ck")), LandJudge.LENIENT, Clock.systemUTC());
                TestDesk an = new TestDesk(base.resolve("an"));
                TestDesk binh = new TestDesk(base.resolve("binh"))) {
            an.edit(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 4, 4, 1), 1));
            an.engine(central).load(new ZoneSpec(1, "Phường thử", 9210));
            binh.engine(central).run(1, Resolution.ASK, Progress.NONE);
            binh.edit(act(binh.fabric(), 0, "others-act", "tac-gia-xyz", "1"));
            binh.edit(act(binh.fabric(), 1, "others-act", "tac-gia-xyz", "2"));
            binh.engine(central).run(1, Resolution.ASK, Progress.NONE);
            an.edit(act(an.fabric(), 0, "mine", "an", "3"));
            an.engine(central).run(1, Resolution.ASK, Progress.NONE);
            ChangeSet waiting = act(an.fabric(), 3, "waiting-act", "an", "4");
            an.edit(waiting);
            SyncStore sync = an.store().sync();
            sync.enqueue();
            sync.markRights("rights-mark-7");
            sync.askNumbers(new Reservation(UUID.randomUUID(), an.store().id(), "25747", "to-77", 5));
            sync.keep(List.of(new Proposals.Proposal(
                    UUID.randomUUID(),
                    "de-nghi-9",
                    Workspaces.CLOCK.instant(),
                    ChangeCodec.encode(waiting),
                    Proposals.State.OPEN,
                    "",
                    "",
                    true)));
            assertEquals(1, sync.conflicts().size());
            an.store().backups().make();
            String version = an.fabric().parcelAt(1).id().toString();
            return Map.of(
                    "OUTBOX", "\"label\":\"waiting-act\"",
                    "TAKEN", "\"label\":\"others-act\"",
                    "FACT", "rights-mark-7",
                    "CONFLICT", "tac-gia-xyz",
                    "OBJECT_VERSION", version,
                    "RESERVATION", "to-77",
                    "PROPOSAL", "de-nghi-9");
        }
    }

    /** The entry of an import no longer names it; its file is as it was. */
    @Test
    void theFileOfAnImportOutlivesADamagedLog() throws Exception {
        Fabric truth;
        try (WorkspaceStore store = Workspaces.create(base)) {
            store.journal().append(Workspaces.imported(Workspaces.lattice(Fabric.empty(), 40, 40, 1), 1));
            truth = store.fabric();
        }
        Path tables = base.resolve("w/land.mv.db");
        byte[] bytes = Files.readAllBytes(tables);
        byte[] id = ByteBuffer.allocate(16).putLong(4).putLong(1).array();
        int found = 0;
        for (int at = 0; at + id.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + id.length, id, 0, id.length)) {
                bytes[at + 7] ^= 1;
                found++;
            }
        }
        assertTrue(found > 0, "the entry is in the tables");
        Files.write(tables, bytes);
        Files.delete(base.resolve("w/land.sum"));
        try (WorkspaceStore store = Workspaces.open(base)) {
            assertNotEquals(Rung.OPENED, store.rung());
            assertEquals(truth, store.fabric());
            assertEquals(1, store.log().verify());
        }
    }

    /** Flips a bit wherever the words begin, but not where they are a value in JSON. */
    private static int flip(Path file, String words) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        byte[] sought = words.getBytes(StandardCharsets.UTF_8);
        int found = 0;
        for (int at = 1; at + sought.length <= bytes.length; at++) {
            int same = 0;
            while (same < sought.length && bytes[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length && (bytes[at - 1] != '"' || sought[0] == '"')) {
                bytes[at + sought.length - 2] ^= 1;
                found++;
            }
        }
        Files.write(file, bytes);
        return found;
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void aFlippedBitInWhatTheJournalDoesNotHoldIsFoundAfterAKill() throws Exception {
        Map<String, String> words = fill();
        Path whole = base.resolve("whole");
        copy(base.resolve("an"), whole);
        Files.delete(whole.resolve("w/land.sum"));
        State truth;
        try (WorkspaceStore store = Workspaces.open(whole)) {
            assertEquals(Rung.OPENED, store.rung(), "nothing is wrong after a kill as such");
            truth = State.of(store);
        }
        for (Map.Entry<String, String> one : words.entrySet()) {
            Path hurt = base.resolve("hurt-" + one.getKey());
            copy(base.resolve("an"), hurt);
            assertTrue(flip(hurt.resolve("w/land.mv.db"), one.getValue()) > 0, one.getKey());
            Files.delete(hurt.resolve("w/land.sum"));
            try (WorkspaceStore store = Workspaces.open(hurt)) {
                assertNotEquals(Rung.OPENED, store.rung(), one.getKey());
                assertEquals(truth, State.of(store), one.getKey());
                assertFalse(store.setAside().isEmpty(), one.getKey());
            }
            try (WorkspaceStore store = Workspaces.open(hurt)) {
                assertEquals(Rung.OPENED, store.rung(), "again");
                assertEquals(truth, State.of(store), one.getKey());
            }
        }
    }
}
