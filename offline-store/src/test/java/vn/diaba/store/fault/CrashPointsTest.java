package vn.diaba.store.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.diaba.cadastre.change.ChangeSet;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.progress.Progress;
import vn.diaba.store.authority.LocalAuthority;
import vn.diaba.store.codec.Checkpoint;
import vn.diaba.store.crash.Soak;
import vn.diaba.store.key.Keys;
import vn.diaba.store.remote.LandJudge;
import vn.diaba.store.remote.ZoneSpec;
import vn.diaba.store.sync.Resolution;
import vn.diaba.store.workspace.Workspaces;

/** A workstation ends at each named point, is started again and loses nothing; a colleague edits the same corners. */
class CrashPointsTest {
    /** Before a verdict that a client was told. */
    static final String TOLD = "told ";

    @TempDir
    Path base;

    private final Map<UUID, Long> told = new HashMap<>();

    @Test
    void nothingIsLostAtAnyPoint() throws Exception {
        crashes(1);
    }

    @Test
    @Tag("soak")
    void nothingIsLostThirtyTimesAtEachPoint() throws Exception {
        crashes(Soak.of(30));
    }

    static Fabric block() {
        return Fabric.empty().apply(BorderEdits.block());
    }

    private void crashes(int each) throws Exception {
        Path office = base.resolve("office");
        Path client = base.resolve("client");
        Random random = new Random(9);
        List<UUID> saved = new ArrayList<>();
        try (LocalAuthority central = LocalAuthority.create(
                        office.resolve("central"),
                        Keys.in(office.resolve("keys")),
                        LandJudge.LENIENT,
                        Clock.systemUTC());
                FaultDesk colleague = FaultDesk.create(base.resolve("colleague"))) {
            colleague.edit(BorderEdits.block());
            Checkpoint start = colleague.engine(central).load(new ZoneSpec(1, "z", 9210));
            BorderEdits edits = new BorderEdits(block(), 2, false, random);
            try (FaultDesk desk = FaultDesk.create(client)) {
                desk.engine(central).run(1, Resolution.ASK, Progress.NONE);
            }
            long seed = 100;
            for (CrashPoint point : CrashPoint.values()) {
                for (int n = 0; n < each; n++) {
                    colleague.engine(central).run(1, Resolution.TAKE_THEIRS, Progress.NONE);
                    for (int e = 0; e < 6; e++) {
                        ChangeSet act = edits.next(colleague.fabric());
                        colleague.edit(act);
                    }
                    colleague.engine(central).run(1, Resolution.TAKE_THEIRS, Progress.NONE);
                    String where = point + " seed " + ++seed;
                    saved.addAll(runUntil(
                            point,
                            point.ordinal() < CrashPoint.BEFORE_PULL.ordinal() ? 1 + random.nextInt(3) : 1,
                            seed,
                            where));
                    try (FaultDesk desk = FaultDesk.open(client, Workspaces.machine())) {
                        desk.engine(central).run(1, Resolution.KEEP_MINE, Progress.NONE);
                        desk.engine(central).run(1, Resolution.KEEP_MINE, Progress.NONE);
                        Invariants invariants = Invariants.of(central, start, block());
                        invariants.replica(desk, saved);
                        assertEquals(List.of(), invariants.violations(), where);
                        central.status(List.copyOf(told.keySet()))
                                .forEach((id, stored) -> assertEquals(told.remove(id), stored.seq(), "I1 " + where));
                        assertEquals(Map.of(), told, "I1 " + where);
                    }
                }
            }
        }
    }

    private List<UUID> runUntil(CrashPoint point, int nth, long seed, String where) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingClient.class.getName(),
                        base.resolve("client").toString(),
                        base.resolve("office").toString(),
                        point.name(),
                        Integer.toString(nth),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<UUID> saved = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(TOLD)) {
                    String[] verdict = line.substring(TOLD.length()).split(" ");
                    told.put(UUID.fromString(verdict[0]), Long.parseLong(verdict[1]));
                } else {
                    saved.add(UUID.fromString(line));
                }
            }
        }
        assertEquals(CrashingClient.ENDED, child.waitFor(), where);
        return saved;
    }
}
